import type { Language } from '../language'

const untilForgotten = 'Bis du es vergessen lässt'
const paymentsGo = (payments: number): string => (payments === 1 ? 'Eine Zahlung verschwindet' : `${payments} Zahlungen verschwinden`)

export const privacy: Language['privacy'] = {
  title: 'Privatsphäre',
  intro: 'Was Farthing von dir weiß, liegt auf diesem Gerät, und nur du kannst es lesen, mit offener Wallet. Es hat keine Server, zählt nichts und meldet niemandem etwas.',
  kept: {
    title: 'Was hier gespeichert ist',
    caption: 'Was auf diesem Gerät gespeichert ist, wie viel davon, seit wann und wie lange',
    columns: { what: 'Was', count: 'Anzahl', size: 'Größe', since: 'Seit', until: 'Bleibt' },
    kinds: {
      payments: { label: 'Zahlungen', text: 'Was du gekauft hast, wo, wann, für wie viel, und was der Verkäufer geantwortet hat.', kept: untilForgotten },
      copies: { label: 'Offline-Kopien', text: 'Gekaufte Artikel, zum Wiederlesen.', kept: untilForgotten },
      sites: { label: 'Was auf einer Website üblich ist', text: 'Ihre letzten Preise und Konten, damit Ungewöhnliches auffällt.', kept: 'Solange es dort Zahlungen gibt' },
      watch: { label: 'Was aufgefallen ist', text: 'Was verdächtig aussah, und was du dazu gesagt hast.', kept: 'Die letzten 200' },
      limits: { label: 'Limits und Erlaubnisse', text: 'Was du erlaubst, und Tagessummen, damit es dabei bleibt.', kept: 'Summen 62 Tage lang' },
      payees: { label: 'Schon bezahlte Konten', text: 'Als Fingerabdrücke, die sich nicht zurückrechnen lassen, damit jemand Neues auffällt.', kept: untilForgotten },
      disputes: { label: 'Angefragte Rückzahlungen', text: 'Was du von Verkäufern wolltest, mit welchem Beweis, und was sie geantwortet haben.', kept: 'Bis du die Zahlung vergessen lässt' },
      signIns: { label: 'Websites, die dich erkennen dürfen', text: 'Deine Antworten, eine für jede Website, die gefragt hat.', kept: untilForgotten },
      wishes: { label: 'Artikel, für die du bezahlt hättest', text: 'Website und Tag.', kept: 'Die letzten 500' },
      door: { label: 'Was an der Tür geschah', text: 'Wann die Wallet geöffnet wurde, und was bestätigt wurde.', kept: 'Die letzten 500' },
      wallet: { label: 'Die Wallet selbst', text: 'Deine zwölf Wörter und die Schlüssel, verschlossen mit dem, was die Wallet öffnet. Es gibt eine zweite Kopie, falls eine beschädigt wird.', kept: 'Bis du sie löschst' },
      settings: { label: 'Einstellungen', text: 'Währung, Netzwerk und Ähnliches. Ohne die Wallet lesbar, und nichts Persönliches darin.', kept: 'Bis du sie änderst' },
      others: { label: 'Alles andere', text: 'Notizen, Listen und was das Suchen schnell macht.', kept: untilForgotten },
      memory: { label: 'Im Speicher des Browsers', text: 'Offene Seiten, wartende Fragen, Wechselkurse. Auf die Festplatte kommt davon nichts.', kept: 'Bis der Browser geschlossen wird' },
    },
    none: 'Keine',
    one: '1',
    sealed: 'Alles außer den Einstellungen ist versiegelt: Wer die Festplatte kopiert, kann nichts davon lesen.',
    about: 'Es ist so viel, dass die Größen aus einem Teil davon hochgerechnet sind.',
    onDisk: (size) => `Der Browser hält dafür ${size} auf der Festplatte frei.`,
  },
  retention: {
    title: 'Wie lange es gespeichert bleibt',
    text: 'Was älter ist, verschwindet von selbst, einmal am Tag, solange die Wallet offen ist. Zahlungen und Kopien bleiben für immer, wenn du nichts anderes bestimmst: Wohin dein Geld ging, willst du später noch wissen.',
    kinds: {
      payments: { label: 'Zahlungen', text: 'Mit ihren Kopien, Notizen und allem anderen, was von ihnen erzählt. Nicht, solange sie unterwegs sind.' },
      copies: { label: 'Offline-Kopien', text: 'Was dir gehört, öffnet sich auf der Website wieder, kostenlos.' },
      watch: { label: 'Was aufgefallen ist', text: undefined },
      door: { label: 'Was an der Tür geschah', text: undefined },
      wishes: { label: 'Artikel, für die du bezahlt hättest', text: undefined },
    },
    days: (days) => (days === null ? 'Für immer' : days % 365 === 0 ? (days === 365 ? 'Ein Jahr lang' : `${days / 365} Jahre lang`) : `${days} Tage lang`),
  },
  told: {
    title: 'Wer was bekommen hat',
    text: 'Hier ausgerechnet, aus deinen eigenen Büchern. Sonst bekommt niemand etwas.',
    sellers: {
      label: (count) => (count === 1 ? 'Eine Website, die du bezahlt hast' : `${count} Websites, die du bezahlt hast`),
      none: 'Noch keine Website',
      text: 'Die Zahlung, und damit dein Konto. Eine solche Website weiß, dass ihr Leser Farthing hat. Sie kann nachsehen, was dein Konto sonst bezahlt hat, und das kann jeder: Diese Liste ist öffentlich, ohne deinen Namen.',
    },
    recognises: (sites) => `Erfahren, wer zurück ist, wie du es erlaubt hast: ${sites}.`,
    endpoint: {
      label: (host) => `Die Verbindung zu ${host}`,
      text: (network) => `Dein Konto, und welche Zahlungen auf ${network} nachgesehen werden: immer wenn du nach deinem Guthaben siehst oder bezahlst. Sie sieht deine Internetadresse.`,
      own: 'Du hast sie gewählt.',
      shipped: 'Farthing hat sie mitgebracht. In den Einstellungen kannst du eine andere wählen.',
      rates: 'Auch nach Wechselkursen wird sie gefragt, und sonst niemand. Wofür, erfährt sie nicht.',
    },
    purse: {
      label: (host, name) => `Die Verbindung zu ${host}, für deinen Geldbeutel „${name}“`,
      text: 'Das Konto dieses Geldbeutels und welche seiner Zahlungen nachgesehen werden, und von keinem anderen. Sie sieht deine Internetadresse.',
    },
    tips: {
      label: (host) => `Der Zahlungsdienst ${host}`,
      text: 'Trinkgeld für Konten ohne Server, und dein Konto: Er bringt es ins Netzwerk.',
    },
    rules: { label: (host) => `${host}, für neue Regeln`, text: 'Die Adresse dieses Geräts, einmal am Tag. Weder Cookies noch etwas über dich.' },
    makers: { label: 'Die Macher von Farthing', text: 'Nichts.' },
  },
  sites: {
    title: 'Notierte Websites',
    empty: 'Noch keine. Eine Website wird notiert, wenn du dort bezahlst, eine Frage zu ihr beantwortest oder sagst, dass du bezahlt hättest.',
    find: 'Website suchen',
    none: 'Diese Website ist nicht dabei.',
    more: (count) => `Alle ${count} zeigen`,
    payments: (count) => (count === 0 ? '' : count === 1 ? '1 Zahlung' : `${count} Zahlungen`),
    tipped: 'Trinkgelder',
    noted: 'Nichts bezahlt',
    forget: 'Vergessen',
    forgetLabel: (site) => `${site} vergessen`,
    between: (first, last) => (first === last ? first : `${first} bis ${last}`),
  },
  forget: {
    waiting: 'Wird nachgesehen, was verschwände',
    site: (payments) =>
      payments === 0
        ? 'Es verschwindet, was von dieser Website notiert ist: Erlaubnisse, Antworten, was aufgefallen ist.'
        : `${paymentsGo(payments)}, und dazu alles andere, was von dieser Website erzählt: Kopien, Notizen, Erlaubnisse, Antworten, was aufgefallen ist.`,
    period: (payments) =>
      payments === 0 ? 'An diesen Tagen gab es keine Zahlungen. Was damals sonst notiert wurde, verschwindet.' : `${paymentsGo(payments)}, und dazu alles andere, was an diesen Tagen notiert wurde.`,
    stays: {
      title: 'Was sich von hier aus nicht vergessen lässt',
      chain: 'Die Zahlungen selbst: Das Netzwerk, in dem sie stattfanden, behält sie für immer, öffentlich, ohne deinen Namen.',
      sellers: 'Was die Verkäufer selbst notiert haben.',
      browser: 'Verlauf und Cookies des Browsers selbst, die du im Browser löschen kannst.',
      backups: 'Sicherungsdateien, die du vorher erstellt hast.',
      sums: 'Wie viel du an welchem Tag ausgegeben hast, aber nicht wo, 62 Tage lang: Darauf beruhen deine Limits.',
      again: 'Für das, was dir dort gehört, wird vielleicht wieder Geld verlangt. Geh auf eine solche Seite zurück, und Farthing findet deine Zahlung von selbst: Du zahlst nicht zweimal.',
    },
    underWay: (count) =>
      count === 1
        ? 'Eine Zahlung ist unterwegs und bleibt: Das Geld kann noch fließen, und Farthing muss davon wissen. Lass sie in ein paar Minuten vergessen.'
        : `${count} Zahlungen sind unterwegs und bleiben: Das Geld kann noch fließen, und Farthing muss davon wissen. Lass sie in ein paar Minuten vergessen.`,
    forget: 'Vergessen',
    forgetting: 'Wird vergessen',
    keep: 'Behalten',
    done: (payments) => (payments === 1 ? 'Vergessen, mit einer Zahlung.' : `Vergessen, mit ${payments} Zahlungen.`),
  },
  support: {
    title: 'Ein Bericht für jemanden, der dir hilft',
    text: 'Was helfen kann, einen Fehler zu finden. Websites sind Nummern, Summen und Anzahlen sind grob, Tage sind Wochen. Er wird nirgendwohin geschickt: Lies ihn, und kopier ihn, wohin du willst.',
    make: 'Bericht erstellen',
    making: 'Wird erstellt',
    lines: 'Der Bericht',
    none: 'Lassen',
  },
  period: {
    title: 'Einen Zeitraum vergessen',
    text: 'Alles, was an diesen Tagen notiert wurde, auf jeder Website.',
    from: 'Erster Tag',
    to: 'Letzter Tag',
    look: 'Ansehen, was verschwindet',
    wrong: 'Wähl einen ersten Tag, und einen letzten, der nicht davor liegt.',
  },
  erase: {
    title: 'Alles löschen',
    text: 'Die Wallet, ihre Zahlungen, Kopien, Einstellungen: alles, die Schlüssel zuerst. Dann sieht Farthing nach, ob etwas übrig ist, und ist wie frisch installiert.',
    purse: (amount) => `In deinem Geldbeutel sind ${amount}. Vergewissere dich, dass du deine zwölf Wörter hast: Nichts anderes bringt das zurück.`,
    purseUnknown: 'Vergewissere dich, dass du deine zwölf Wörter hast: Nichts anderes bringt zurück, was in deinem Geldbeutel ist.',
    notBackedUp: 'Du hast deine zwölf Wörter noch nicht bestätigt.',
    begin: 'Alles löschen …',
    word: 'löschen',
    type: (word) => `Schreib „${word}“, um weiterzumachen`,
    evenSo: 'Trotzdem löschen',
    evenSoText: 'Auch während Zahlungen unterwegs sind.',
    erase: 'Alles für immer löschen',
    erasing: 'Wird gelöscht',
    keep: 'Alles behalten',
  },
}
