import type { Language } from '../language'

export const menu: Language['menu'] = {
  cost: 'Débloquer, ou voir ce que cela coûte',
  tip: 'Laisser un pourboire à l’auteur',
  site: 'Chercher ce site dans mon historique',
  link: 'Chercher ce lien dans mon historique',
  history: 'Ouvrir mon historique',
  lock: 'Verrouiller maintenant',
}
