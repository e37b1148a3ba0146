import type { Language } from '../language'

export const reminders: Language['reminders'] = {
  words: {
    title: '12の単語',
    text: 'まだ書き留めていません。この端末を失うと、財布のお金も失われます。「セキュリティ」で2分で終わります。',
  },
  rules: {
    title: 'Farthingのルールのお知らせ',
    waiting: 'ルールの更新が同意を待っています。それまでは以前のルールが有効です。',
    closer: 'Farthingがより注意深く見守ります。変わった点は「ルール」にあります。',
  },
  quieter: 'お金が減っているとき、誰かがウォレットを開けようとしたとき、何かが確認されたときに、ページの外でのお知らせをやめます。',
}
