import type { Language } from '../language'

export const answers: Language['answers'] = {
  forbidden: '이 페이지는 그것을 물을 수 없어요.',
  malformed: '요청을 읽을 수 없었어요.',
  failed: 'Farthing 안에서 문제가 생겼어요. 새로 나간 돈은 없어요.',
}
