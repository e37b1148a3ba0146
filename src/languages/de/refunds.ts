import type { Language } from '../language'

export const refunds: Language['refunds'] = {
  whole: (paid) => `Der ganze Betrag ist zurück: ${paid}.`,
  part: (all, paid) => `Von ${paid} sind ${all} zurück.`,
  more: (all, paid) => `${all} sind zurückgekommen, mehr als die ${paid}, die du bezahlt hast.`,
  status: { whole: 'Zurückgezahlt', part: 'Teilweise zurückgezahlt' },
  standing: { whole: 'Du hast bezahlt, und alles ist zurückgekommen.', part: 'Du hast bezahlt, und ein Teil ist zurückgekommen.' },
  none: 'Dafür ist bisher nichts zurückgekommen.',
  ask: 'Du hast von diesem Verkäufer eine Zahlung bekommen, die die Rückzahlung sein kann. Du kannst sagen, ob sie es ist.',
  askMany: (count) => `Du hast von diesem Verkäufer ${count} Zahlungen bekommen, die die Rückzahlung sein können. Du kannst sagen, welche es ist.`,
  pending: 'Der Verkäufer hat gerade etwas geschickt. Sieh in einer Minute noch einmal nach.',
  unseen: 'Die Nummer für diese Rückzahlung ist verbraucht oder wurde zurückgezogen, und das Geld selbst war noch nicht zu finden. Vorher zählt es nicht.',
  short: 'Nur die letzten Stunden ließen sich durchsehen: Was vorher zurückkam, kann fehlen.',
  notPaid: 'Dafür wurde nichts abgebucht, also kann nichts zurückkommen.',
  gone: 'Diese Zahlung kommt als Rückzahlung nicht mehr in Frage. Es hat sich nichts geändert.',
  unknown: 'Diese Zahlung steht nicht mehr in deinem Verlauf.',
  notSeen: {
    unreachable: 'Gerade ist nicht zu sehen, ob Geld zurückgekommen ist. Versuch es gleich noch einmal, oder wähle in den Einstellungen eine andere Verbindung.',
    'wrong-chain': 'Es ist nicht zu sehen, ob Geld zurückgekommen ist: Die Verbindung in deinen Einstellungen gehört zu einem anderen Netzwerk.',
    'no-token': 'Es ist nicht zu sehen, ob Geld zurückgekommen ist: Die Verbindung in deinen Einstellungen kennt deine Währung nicht.',
    'went-back': 'Es ist nicht zu sehen, ob Geld zurückgekommen ist: Die Verbindung in deinen Einstellungen widerspricht dem, was sie vorher gesagt hat.',
    malformed: 'Es ist nicht zu sehen, ob Geld zurückgekommen ist: Die Verbindung in deinen Einstellungen hat etwas geantwortet, das keinen Sinn ergibt.',
  },
}
