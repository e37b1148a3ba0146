import type { Language } from '../language'

export const silence: Language['silence'] = { sentence: 'Farthing n’a pas répondu. Réessayez dans un instant.' }
