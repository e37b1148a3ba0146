import type { Language } from '../language'

export const reminders: Language['reminders'] = {
  words: {
    title: 'Deine zwölf Wörter',
    text: 'Sie sind noch nicht aufgeschrieben. Geht dieses Gerät verloren, dann auch das Geld in deinem Geldbeutel. Es dauert zwei Minuten, unter „Sicherheit“.',
  },
  rules: {
    title: 'Neues zu Farthings Regeln',
    waiting: 'Ein Update der Regeln wartet auf dein Ja. Bis dahin gelten die alten.',
    closer: 'Farthing sieht genauer hin. Was sich geändert hat, steht unter „Regeln“.',
  },
  quieter: 'Außerhalb von Seiten nicht mehr melden, wenn Geld fehlt, wenn jemand die Wallet zu öffnen versucht oder was bestätigt wurde.',
}
