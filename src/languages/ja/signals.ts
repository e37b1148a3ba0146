import type { Language } from '../language'

export const signals: Language['signals'] = {
  title: 'お知らせ',
  kinds: {
    fell: '財布のお金が減っている',
    tries: '誰かがウォレットを開けようとした',
    confirmed: 'パスワード、パスキー、コードで何かが確認された',
    backup: '12の単語をまだ書き留めていない',
    dispute: '返金の依頼に販売者が答えた、または答えない',
    refund: 'お金が戻った',
    rules: 'ルールが変わった、または同意を待っている',
  },
  kindsLegend: '知らせるとき',
  always: '確認なしで支払う直前には、いつでもお知らせします。',
  badge: 'ボタンに表示するもの',
  badgeText: '未対応とは、返金の依頼への答えと、同意を待つルールのことです。',
  badges: {
    price: '価格、なければ未対応の件数',
    due: '未対応の件数だけ（価格は表示しない）',
    nothing: '何も表示しない',
  },
  keys: {
    title: 'ショートカットキー',
    text: 'このブラウザのどのウィンドウでも使えます。変更もブラウザで行います。',
    names: { open: 'Farthingを開く', lock: 'ウォレットをロック', history: '履歴を開く' },
    none: 'まだありません',
    change: 'ショートカットキーを変更',
    byHand: 'そのページは自分で開く必要があります。ブラウザの拡張機能の中からキーボードショートカットを探してください。',
  },
}
