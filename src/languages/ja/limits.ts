import type { Language } from '../language'

export const limits: Language['limits'] = {
  title: 'サイトと上限',
  used: {
    title: '使った分',
    caption: '上限のうち使った分と残り',
    columns: { limit: '上限', spent: '使った額', left: '残り' },
    day: '今日',
    month: '今月',
    tipDay: '今日のチップ',
    of: (spent, most) => `${most}のうち${spent}`,
    held: (amount) => `そのうち${amount}は、進行中の支払いのために取り分けています。受け取られなければ戻ります。`,
    test: 'このネットワークのお金はテスト用です。別に数えます。',
  },
  sites: {
    title: '今日のサイト',
    caption: '今日サイトで使った分と、サイトごとの上限の残り',
    columns: { site: 'サイト', spent: '使った額', left: '残り' },
    empty: '今日は何も購入していません。',
  },
  purses: {
    title: 'どこでどの財布を使うか',
    text: '変更は、これから購入するものに効きます。購入済みのものは手元に残り、支払った財布で開き直せます。2つの財布から支払いを受けたサイトには、どちらも同じ人のものだとわかります。',
    more: (count) => `ほかに${count}サイトあります。`,
    toPurses: '「財布」のページで、どのサイトにも財布を割り当てられます。',
  },
  blocked: {
    title: 'ブロックしたサイト',
    text: '何を押しても、そこで支払うことはありません。',
    since: (day) => `${day}から`,
    open: '解除',
    openLabel: (site) => `${site}のブロックを解除`,
  },
  allowances: {
    title: '確認なしの支払い',
    text: '自分で開いたページに限り、上限を超えることはありません。Farthingがそのつど知らせ、止めることもできます。',
    empty: 'ありません。毎回確認します。サイトで2回購入すると、そこでの少額の支払いを許可できます。',
    each: (each, day) => `1回${each}まで、1日${day}まで`,
    used: (used, most, until) => `今日は${most}のうち${used}を使用。${until}まで。`,
    declined: (sites) => `次のサイトでは毎回確認し、この許可も提案しません：${sites}。`,
    offerAgain: 'また提案する',
    end: '終わらせる',
    endLabel: (site) => `終わらせる：${site}では毎回確認する`,
  },
  limits: {
    title: '許可する上限',
    text: '上限を超えることは一度もありません。下げるとすぐに効き、上げるときは本人かどうかを確かめます。',
    names: {
      payment: { label: '1回の支払い', text: '記事やパス1つに支払う上限です。' },
      siteDay: { label: '1サイト・1日', text: '1つのサイトでの購入の合計です。0時から24時まで。' },
      tip: { label: '1回のチップ', text: 'チップは自分の意思で贈るものなので、上限も別です。' },
      tipDay: { label: 'チップ・1日', text: 'すべてのチップの合計です。' },
      day: { label: '全体・1日', text: 'すべてのサイトでの購入とチップの合計です。' },
      month: { label: '全体・1か月', text: '月の1日から末日までです。' },
    },
    nothing: '0（支払わない）',
  },
}
