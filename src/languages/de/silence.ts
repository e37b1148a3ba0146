import type { Language } from '../language'

export const silence: Language['silence'] = { sentence: 'Farthing hat nicht geantwortet. Versuch es gleich noch einmal.' }
