import type { Language } from '../language'

export const silence: Language['silence'] = { sentence: 'Farthing이 답하지 않았어요. 잠시 뒤에 다시 시도해 주세요.' }
