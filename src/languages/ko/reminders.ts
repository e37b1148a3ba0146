import type { Language } from '../language'

export const reminders: Language['reminders'] = {
  words: {
    title: '열두 단어',
    text: '아직 적어 두지 않았어요. 이 기기를 잃어버리면 돈주머니의 돈도 잃어요. “보안”에서 2분이면 돼요.',
  },
  rules: {
    title: 'Farthing 규칙 소식',
    waiting: '규칙 업데이트가 동의를 기다려요. 그때까지는 예전 규칙이 적용돼요.',
    closer: 'Farthing이 더 꼼꼼히 살펴요. 달라진 점은 “규칙”에 있어요.',
  },
  quieter: '돈이 없어졌을 때, 누가 지갑을 열려고 할 때, 무엇이 확인되었을 때 페이지 밖에서 더는 알리지 않기.',
}
