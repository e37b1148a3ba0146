import type { PasswordJudgement, PasswordRefusal } from '../../core/password'

const refused: Record<PasswordRefusal, string> = {
  'too-short': 'Use at least ten characters. Three or four unrelated words are easy to remember.',
  'too-common': 'Many people use this one, so it is among the first to be tried.',
  'too-guessable': 'This would be guessed soon. Another unrelated word or two makes it strong.',
}

const strength: Record<PasswordJudgement['score'], string> = {
  0: 'Guessed at once',
  1: 'Very weak',
  2: 'Weak',
  3: 'Strong',
  4: 'Very strong',
}

/** What the first pages say, in English. */
export const words = {
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  back: 'Back',
  welcome: {
    title: 'Pay for an article, not a subscription.',
    text: 'Farthing keeps a small purse in your browser. You see the whole price before you pay, and what you buy is yours to keep.',
    start: 'New wallet',
    restore: 'I have twelve words',
  },
  password: {
    title: 'Choose a password',
    text: 'It locks your purse on this device. Nobody can reset this for you.',
    label: 'Password',
    repeat: 'The same again',
    different: 'The two are not the same.',
    strength,
    refused,
    empty: 'Choose a password first.',
    action: 'Go on',
    working: 'Making your wallet',
  },
  shown: {
    title: 'Write down these twelve words',
    text: 'They are your money, if this device is lost. Farthing shows them once and keeps no copy that can be read.',
    paper: 'On paper, in this order. Whoever has them has the purse.',
    show: 'Show the words',
    hide: 'Hide the words',
    list: 'Your twelve words',
    position: (position: number) => `Word ${position}`,
    action: 'I have written them down',
    first: 'Look at the words first.',
  },
  asked: {
    title: 'Do you have them?',
    text: 'Look at what you wrote, and type three of the words.',
    label: (position: number) => `Word ${position}`,
    wrong: (position: number) => `This is not word ${position}. Look again at what you wrote.`,
    action: 'Check',
    working: 'Checking',
  },
  restore: {
    title: 'Type your twelve words',
    text: 'In their order, with spaces between them. They stay on this device.',
    label: 'Twelve words',
    count: (count: number) => `${count} of 12`,
    tooFew: (count: number) => `That is ${count} of twelve words.`,
    tooMany: (count: number) => `That is ${count} words; a wallet has twelve.`,
    action: 'Open my wallet',
    working: 'Opening your wallet',
  },
  access: {
    title: 'Where should Farthing look for prices?',
    text: 'It looks only for pages that ask for money. No page learns that you have a wallet, and nobody is told what you read.',
    everywhere: 'On every site',
    everywhereText: 'The price appears by itself where there is one. Your browser will ask you to allow this.',
    onClick: 'Only when I click the button',
    onClickText: 'Farthing sees a page when you press its button there, and not before.',
    declined: 'That is fine. Farthing now looks only when you click its button. You can change this in Settings at any time.',
    goOn: 'Go on',
  },
  done: {
    title: 'Put a little money in',
    text: (symbol: string, network: string) => `Send ${symbol} on ${network} to your purse. A few dollars go a long way: keep here what you would carry in a pocket.`,
    address: 'Your purse',
    test: 'This is test money. It has no value.',
    next: 'Then open an article with a price. Farthing shows what it costs before anything is paid.',
    open: 'Open my purse',
  },
  exists: {
    title: 'You have a wallet already',
    text: 'Nothing has to be set up again.',
    open: 'Open my purse',
    notBackedUp: 'Its twelve words were never confirmed, and cannot be shown again. If this device is lost, so is the money in it. Keep only a little here.',
  },
} as const
