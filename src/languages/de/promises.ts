import type { Language } from '../language'

export const promiseAreas: Language['promiseAreas'] = {
  security: 'Dein Geld ist sicher',
  fees: 'Du siehst den ganzen Preis',
  fraud: 'Du wirst gewarnt',
  data: 'Was du liest, gehört dir',
  disputes: 'Wenn ein Kauf schiefgeht',
  updates: 'Regeln ändern sich offen',
}

export const promises: Language['promises'] = {
  exact: { text: 'Genau das, dem du zustimmst, verlässt deinen Geldbeutel: derselbe Betrag, an dasselbe Konto, auf den millionsten Teil eines Dollars genau.', see: 'Das Kleingedruckte jeder Zahlung' },
  once: { text: 'Dieselbe Sache wird nie zweimal bezahlt, auch nicht nach einem Absturz, in zwei Tabs oder auf zwei Geräten.', see: 'Was dir gehört' },
  limits: { text: 'Über ein Limit geht nichts. Limits gelten von Anfang an, und zum Erhöhen musst du neu nachweisen, dass du es bist.', see: 'Deine Limits' },
  asked: { text: 'Ohne Nachfrage wird nichts bezahlt, außer du hast es erlaubt: für eine Website, bis zu einem Betrag, bis zu einem bestimmten Tag. Mit einem Klick kannst du das beenden.', see: 'Was du erlaubt hast' },
  pages: { text: 'Eine Seite kann Geld verlangen. Zustimmen, deine Wallet öffnen, deinen Verlauf lesen oder eine Einstellung ändern kann sie nicht.', see: 'Was die Wallet öffnet' },
  stolen: { text: 'Wer alles kopiert, was dieses Gerät gespeichert hat, kann ohne einen deiner Zugänge nichts davon lesen.', see: 'Deine Zugänge' },
  whole: { text: 'Du siehst den ganzen Preis, bevor du zustimmst, mit jedem seiner Teile, und die Teile ergeben die Summe.', see: 'Woraus jeder Preis besteht' },
  none: { text: 'Farthing schlägt auf keinen Preis etwas auf und nimmt von keinem etwas weg.', see: 'Was du ausgegeben hast' },
  unknown: { text: 'Was ein Verkäufer nicht angibt, steht als nicht angegeben da, und nie als 0.', see: 'Woraus jeder Preis besteht' },
  estimate: { text: 'Ein Preis in deiner eigenen Währung ist eine Schätzung. Du kannst sehen, mit welchem Kurs, von wem und von welchem Tag.', see: 'Deine Währung' },
  before: { text: 'Jede Zahlung wird geprüft, bevor Geld fließt, auf diesem Gerät, und nichts davon verlässt das Gerät.', see: 'Worauf geachtet wird' },
  why: { text: 'Eine Warnung sagt in Zahlen, was aufgefallen ist und warum das zählt. Du kannst sie übergehen, außer wo ein Konto dazu gedacht ist, mit einem anderen verwechselt zu werden.', see: 'Einstellen, wovor du gewarnt wirst' },
  listed: { text: 'Steht eine Website auf der Liste der Betrugsseiten, wird das gesagt, mit dem Grund. Du kannst sie für dich zulassen.', see: 'Gelistete Websites' },
  hosts: { text: 'Was du liest oder bezahlst, erfährt niemand außer der Website, die du bezahlst, dem Netzwerk, das du gewählt hast, und denen, die du selbst genannt hast.', see: 'Wer was bekommen hat' },
  unseen: { text: 'Eine Seite, die kein Geld verlangt, kann nicht erkennen, dass du eine Wallet hast.', see: 'Wo Farthing nachsieht' },
  take: { text: 'Alles lässt sich mitnehmen, in einer Datei, die andere Programme lesen können.', see: 'Mitnehmen' },
  forget: { text: 'Eine Website, ein Zeitraum oder alles lässt sich vergessen. Was im Netzwerk öffentlich ist, nicht, und das wird gesagt.', see: 'Vergessen' },
  proof: { text: 'Wo du bezahlt hast und nichts kam, hat Farthing gespeichert, was es beweist, und fragt mit dir eine Rückzahlung an.', see: 'Rückzahlung anfragen' },
  honest: { text: 'Farthing kann keine Zahlung zurücknehmen und tut nicht so, als ob. Geld gilt als zurückgezahlt, sobald das Netzwerk es zeigt.', see: 'Wie es um eine Anfrage steht' },
  tighter: { text: 'Ein Update kann von selbst genauer hinsehen, und du erfährst davon. Alles andere wartet auf dein Ja.', see: 'Was sich geändert hat' },
  yours: { text: 'Kein Update rührt an deine Limits, Erlaubnisse, Einstellungen oder Schlüssel, und keines ist ein Programm.', see: 'Was gilt' },
  quiet: { text: 'Niemand wird nach Updates gefragt, bevor du gesagt hast, wo nachzusehen ist.', see: 'Neue Regeln' },
}
