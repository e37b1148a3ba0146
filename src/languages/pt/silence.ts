import type { Language } from '../language'

export const silence: Language['silence'] = { sentence: 'O Farthing não respondeu. Tente de novo daqui a pouco.' }
