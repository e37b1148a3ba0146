import type { Language } from '../language'

export const signals: Language['signals'] = {
  title: '알림',
  kinds: {
    fell: '돈주머니에서 돈이 없어졌을 때',
    tries: '누가 지갑을 열려고 했을 때',
    confirmed: '비밀번호, 패스키, 코드로 무엇이 확인되었을 때',
    backup: '열두 단어를 아직 적어 두지 않았을 때',
    dispute: '돈을 돌려 달라고 한 판매자가 답했거나 답하지 않았을 때',
    refund: '돈이 돌아왔을 때',
    rules: '규칙이 바뀌었거나 동의를 기다릴 때',
  },
  kindsLegend: '이럴 때 알리기',
  always: '묻지 않고 곧 결제될 것은 언제나 알려요.',
  badge: '버튼에 표시할 것',
  badgeText: '챙길 것은 돌려 달라고 한 돈에 대한 답과 동의를 기다리는 규칙이에요.',
  badges: {
    price: '이 페이지의 가격, 없으면 챙길 것',
    due: '가격 없이 챙길 것만',
    nothing: '아무것도 없음',
  },
  keys: {
    title: '단축키',
    text: '이 브라우저의 모든 창에서 쓸 수 있고, 바꾸는 것도 브라우저에서 해요.',
    names: { open: 'Farthing 열기', lock: '지갑 잠그기', history: '내역 열기' },
    none: '아직 없음',
    change: '단축키 바꾸기',
    byHand: '그 페이지는 직접 열어야 해요. 브라우저의 확장 프로그램에서 단축키를 찾아보세요.',
  },
}
