import type { Language } from '../language'
import { forms } from '../../core/words/forms'

export const news: Language['news'] = {
  notice: {
    waiting: 'Une mise à jour des règles attend votre accord. D’ici là, les anciennes s’appliquent.',
    changed: (count) => forms('fr', count, { one: 'Farthing surveille de plus près : une règle a changé.', other: (n) => `Farthing surveille de plus près : ${n} règles ont changé.` }),
    month: 'Ce qui a changé dans les règles depuis un mois est réuni pour vous.',
    see: 'Voir les règles',
  },
  rail: (count) => forms('fr', count, { one: 'une nouveauté', other: (n) => `${n} nouveautés` }),
}
