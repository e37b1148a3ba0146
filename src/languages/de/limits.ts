import type { Language } from '../language'

export const limits: Language['limits'] = {
  title: 'Websites & Limits',
  used: {
    title: 'Was verbraucht ist',
    caption: 'Was von deinen Limits verbraucht ist und was bleibt',
    columns: { limit: 'Limit', spent: 'Ausgegeben', left: 'Übrig' },
    day: 'Heute',
    month: 'Dieser Monat',
    tipDay: 'Trinkgelder heute',
    of: (spent, most) => `${spent} von ${most}`,
    held: (amount) => `Davon sind ${amount} für Zahlungen zurückgelegt, die unterwegs sind. Werden sie nicht abgebucht, kommt das Geld zurück.`,
    test: 'In diesem Netzwerk ist das Geld Testgeld. Es wird für sich gezählt.',
  },
  sites: {
    title: 'Websites heute',
    caption: 'Was du heute auf Websites ausgegeben hast und was dein Limit für eine Website noch lässt',
    columns: { site: 'Website', spent: 'Ausgegeben', left: 'Übrig' },
    empty: 'Heute nichts gekauft.',
  },
  purses: {
    title: 'Welcher Geldbeutel wo bezahlt',
    text: 'Eine Änderung gilt für alles, was du von da an kaufst. Was du gekauft hast, bleibt deins und öffnet sich wieder mit dem Geldbeutel, der dafür bezahlt hat. Eine Website, die aus zwei Geldbeuteln bezahlt wurde, kann erkennen, dass beide dir gehören.',
    more: (count) => (count === 1 ? 'Und auf einer weiteren Website.' : `Und auf ${count} weiteren Websites.`),
    toPurses: 'Auf der Seite deiner Geldbeutel kannst du jeder Website einen geben.',
  },
  blocked: {
    title: 'Blockierte Websites',
    text: 'Dort wird nichts bezahlt, was immer du drückst.',
    since: (day) => `Seit ${day}`,
    open: 'Wieder zulassen',
    openLabel: (site) => `${site} wieder zulassen`,
  },
  allowances: {
    title: 'Ohne Nachfrage bezahlt',
    text: 'Nur für Seiten, die du selbst öffnest, und nie über deine Limits. Farthing sagt dir jedes Mal Bescheid, und du kannst es stoppen.',
    empty: 'Nichts. Du wirst jedes Mal gefragt. Nach dem zweiten Kauf auf einer Website kannst du dort kleine Preise erlauben.',
    each: (each, day) => `Je bis zu ${each}, höchstens ${day} am Tag`,
    used: (used, most, until) => `Heute ${used} von ${most} verbraucht. Bis ${until}.`,
    declined: (sites) => `Hier wirst du immer gefragt, und es wird dir nicht angeboten: ${sites}.`,
    offerAgain: 'Dort wieder anbieten',
    end: 'Beenden',
    endLabel: (site) => `Beenden: mich auf ${site} wieder fragen`,
  },
  limits: {
    title: 'Was du höchstens erlaubst',
    text: 'Über ein Limit geht nichts, auch kein einziges Mal. Senken gilt sofort; beim Erhöhen musst du bestätigen, dass du es bist.',
    names: {
      payment: { label: 'Eine Zahlung', text: 'Was ein einzelner Artikel oder Zeitpass höchstens kosten darf.' },
      siteDay: { label: 'Eine Website, pro Tag', text: 'Alle Käufe auf einer Website zusammen, von Mitternacht bis Mitternacht.' },
      tip: { label: 'Ein Trinkgeld', text: 'Trinkgeld gibst du freiwillig; es hat eigene Limits.' },
      tipDay: { label: 'Trinkgelder, pro Tag', text: 'Alle Trinkgelder zusammen.' },
      day: { label: 'Alles, pro Tag', text: 'Käufe und Trinkgelder auf allen Websites zusammen.' },
      month: { label: 'Alles, pro Monat', text: 'Vom Ersten des Monats bis zum letzten Tag.' },
    },
    nothing: 'Nichts',
  },
}
