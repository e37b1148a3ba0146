import type { PolicyText } from '../../../core/policy/text'
import { speakable } from '../../../core/words/speakable'

export const terms = speakable('terms', {
  title: 'Terms of use',
  lines: [
    'Farthing is a program on your device. It costs nothing, anybody may read how it is made and change it (Apache License 2.0), and no company stands between you and whom you pay.',
    '## What it does',
    'It shows you what a page asks for, and pays once you have agreed, or where you have allowed it beforehand.',
    'A payment goes straight from your purse to the account you were shown. Farthing holds no money of yours, and cannot stop, change or return what the network has taken.',
    '## What is yours to look after',
    'Your twelve words and your ways in are yours alone. Whoever loses all of them loses the money, and nobody can bring it back.',
    'Keep no more in your purse than you would carry in a pocket. The dollars in it are USDC, which a company named Circle issues; they can lose their worth.',
    'What you buy, and what you owe for it where you live, taxes included, is for you to judge.',
    '## Between you and the seller',
    'What you buy, you buy from the site that sells it, and on its terms. Farthing keeps what proves it and helps you to ask for your money back. Whether it comes is up to the seller.',
    '## What is not promised',
    'Farthing comes as it is. It is young, and nobody outside has examined it. Its makers promise neither that it has no faults nor that every fraud is found and, as far as the law lets them, do not answer for what is lost. Rights that the law gives you stay yours.',
    '## When these terms change',
    'Other terms hold for you once you have agreed to them under Rules, and until then these do. You can leave at any time: other wallets open the same money with your twelve words.',
  ],
} satisfies PolicyText)
