import type { Language } from '../language'

export const answers: Language['answers'] = {
  forbidden: 'Cette page n’a pas le droit de demander cela.',
  malformed: 'Cette demande n’a pas pu être lue.',
  failed: 'Quelque chose s’est mal passé dans Farthing. Rien de plus n’a été payé.',
}
