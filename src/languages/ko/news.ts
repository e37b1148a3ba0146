import type { Language } from '../language'

export const news: Language['news'] = {
  notice: {
    waiting: '규칙 업데이트가 동의를 기다리고 있어요. 그때까지는 이전 규칙이 유지돼요.',
    changed: (count) => `Farthing이 더 꼼꼼히 살펴요. 규칙 ${count}개가 바뀌었어요.`,
    month: '지난 한 달 동안 규칙에 있었던 일을 모아 두었어요.',
    see: '규칙 보기',
  },
  rail: (count) => `새 소식 ${count}건`,
}
