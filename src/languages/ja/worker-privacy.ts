import type { Language } from '../language'

export const workerPrivacy: Language['workerPrivacy'] = {
  underWay: (count) => `何も消去していません。進行中の支払いが${count}件あり、お金が引かれるかもしれません。数分でわかります。それでも消去すると、その支払いがどうなったかを知る手立てがなくなります。`,
  support: {
    made: (version, browser) => `Farthing ${version}（${browser}）`,
    network: (network, own) => `ネットワーク：${network}、${own ? '自分で選んだ接続先' : 'Farthing付属の接続先'}`,
    tips: 'チップの決済サービスを選択済み',
    looks: (everywhere, card) => `${everywhere ? 'すべてのサイトで確認' : 'ボタンを押したときだけ確認'}、${card ? 'カードを表示' : 'カードを表示しない'}`,
    ways: (ways) => `開け方：${ways}`,
    kept: (kind, count, size) => `${kind}：${count === '' ? size : `${count}、${size}`}`,
    site: (rank) => `サイト${rank}`,
    otherSite: 'ほかのサイト',
    week: (monday) => `${monday}の週`,
    range: (from, to) => `${from}〜${to}`,
    under: (least) => `${least}未満`,
    over: (most) => `${most}超`,
  },
  backwards: '何も忘れていません。最後の日が最初の日より前になっています。',
}
