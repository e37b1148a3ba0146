import type { Language } from '../language'

const rest = (count: number, text: string): string => (count === 0 ? '' : text)

export const exporting: Language['export'] = {
  title: '支払い記録を持ち出す',
  link: '支払い記録の保存と取り込み',
  back: 'プライバシー',
  intro: '支払い記録は自分のものです。ほかのソフトでも読めるファイルに保存したり、以前保存したものを取り込んだりできます。ネットワークがなくても使えます。',
  open: 'これらのファイルを手にした人は、何を購入したかを読めます。自分だけが開ける写しは、次のページのバックアップファイルです：',
  security: 'セキュリティ',
  table: {
    title: '表（CSV）',
    text: '家計簿や集計のために。1行に支払い1件で、日付、サイト、価格、手数料、自分の通貨での価値、自分のメモが入ります。',
    period: '対象の支払い',
    all: 'すべて',
    save: '表を保存',
  },
  document: {
    title: 'すべて（JSON）',
    text: 'ほかのソフトで使ったり、別の場所で続けたりするために。すべての支払いとその経過、メモ、上限、設定、許可が入ります。同じ12の単語のウォレットなら取り込めます。',
    save: 'すべてを保存',
  },
  receipts: {
    title: 'ほかの人が確かめられる領収書（HTML）',
    text: '税務署や勤め先への提出、販売者とのもめごとのために。支払いごとに自分と販売者が署名した内容を、それ自体で確かめられるページにします。どのブラウザでも、ネットワークやFarthingがなくても開けます。',
    save: '領収書を保存',
  },
  saving: '保存しています',
  asking: '確認しています',
  soFar: (done, all) => `${all}件中${done}件の支払い`,
  bar: '進み具合',
  stop: '止める',
  stopped: '止めました。何も保存していません。',
  saved: (name) => `保存しました：${name}。`,
  takeIn: {
    title: 'ファイルを取り込む',
    text: '同じ12の単語のウォレットで保存した、すべて（JSON）のファイルを使います。すでにある支払いはそのまま残り、ファイルのほうが詳しければ補われます。確認なしで支払う許可は、ファイルからは取り込みません。',
    file: 'ファイル',
    rules: '設定、上限、例外も取り込む',
    rulesText: 'より多くを許すものも含めて、今のものと置き換えます。',
    begin: '取り込む',
    takingIn: '取り込んでいます',
    none: '先にファイルを選んでください。',
    soFar: (read, whole) => `${whole}のうち${read}`,
    stopped: '止めました。ファイルから何も取り込んでいません。',
    done: {
      none: 'このファイルに支払いはありません。',
      added: (count) => (count === 0 ? '新しい支払いはありませんでした。' : `${count}件の支払いを取り込みました。`),
      grown: (count) => rest(count, `すでにあった${count}件を補いました。`),
      known: (count) => rest(count, `${count}件はすでにありました。`),
      skipped: (count) => rest(count, `${count}件はファイルを作ったときから壊れていたため、除きました。`),
      foreign: (count) => rest(count, `${count}件は別のウォレットのものなので、除きました。`),
      purses: (count) => rest(count, `あわせて、ほかの財布を${count}つ開きました。`),
      withheld: '設定、上限、例外は取り込んでいません。',
    },
  },
}
