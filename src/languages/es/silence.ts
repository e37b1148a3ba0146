import type { Language } from '../language'

export const silence: Language['silence'] = { sentence: 'Farthing no respondió. Inténtalo de nuevo en un momento.' }
