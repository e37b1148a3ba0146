import type { Language } from '../language'

export const news: Language['news'] = {
  notice: {
    waiting: 'Ein Update der Regeln wartet auf dein Ja. Bis dahin gelten die alten.',
    changed: (count) => (count === 1 ? 'Farthing sieht genauer hin: Eine Regel hat sich geändert.' : `Farthing sieht genauer hin: ${count} Regeln haben sich geändert.`),
    month: 'Was sich im letzten Monat an den Regeln getan hat, ist für dich zusammengestellt.',
    see: 'Regeln ansehen',
  },
  rail: (count) => (count === 1 ? 'eine Neuigkeit' : `${count} Neuigkeiten`),
}
