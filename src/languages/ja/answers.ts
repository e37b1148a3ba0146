import type { Language } from '../language'

export const answers: Language['answers'] = {
  forbidden: 'このページからは、それを求めることができません。',
  malformed: '求められた内容を読み取れませんでした。',
  failed: 'Farthingの中で問題が起きました。新しい支払いは行われていません。',
}
