import type { Language } from '../language'

export const menu: Language['menu'] = {
  cost: 'Freischalten oder den Preis ansehen',
  tip: 'Trinkgeld geben',
  site: 'Diese Website in meinem Verlauf suchen',
  link: 'Diesen Link in meinem Verlauf suchen',
  history: 'Meinen Verlauf öffnen',
  lock: 'Jetzt sperren',
}
