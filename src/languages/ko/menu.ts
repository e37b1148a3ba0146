import type { Language } from '../language'

export const menu: Language['menu'] = {
  cost: '열거나 가격 보기',
  tip: '글쓴이에게 후원하기',
  site: '내역에서 이 사이트 찾기',
  link: '내역에서 이 링크 찾기',
  history: '내역 열기',
  lock: '지금 잠그기',
}
