import type { Language } from '../language'

export const menu: Language['menu'] = {
  cost: '開く、または価格を見る',
  tip: '書き手にチップを贈る',
  site: '履歴でこのサイトを探す',
  link: '履歴でこのリンクを探す',
  history: '履歴を開く',
  lock: '今すぐロック',
}
