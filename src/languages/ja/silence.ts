import type { Language } from '../language'

export const silence: Language['silence'] = { sentence: 'Farthingから応答がありません。少し待ってから、もう一度お試しください。' }
