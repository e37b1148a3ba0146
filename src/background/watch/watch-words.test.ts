import { expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en-US' } } }))

import { defaultLevels, importance, type Finding } from '../../core/risk/finding'
import { foundInWords, whyInWords } from './watch-words'

const show = (atomic: bigint): string => `$${(Number(atomic) / 1e6).toFixed(2)}`
const facts: readonly Finding[] = [
  { guard: 'payee-changed', level: 'ask', times: 7 },
  { guard: 'payee-shared', level: 'ask', sites: ['one.example', 'two.example', 'three.example'] },
  { guard: 'split', level: 'ask', count: 4, minutes: 10, sum: 80_000n },
  { guard: 'above-usual', level: 'notice', times: 3n, usual: 50_000n },
  { guard: 'unusual', level: 'ask', oneIn: 20_000, about: ['price', 'pace'] },
]

it('says what was found with its numbers, in one sentence', () => {
  expect(facts.map((finding) => foundInWords(finding, show))).toEqual([
    'Someone else would be paid than before: 7 payments on this site went to another account.',
    'You have never paid on this site, and its account is the one of one.example, two.example, and three.example.',
    'With this one, 4 small charges on this site within 10 minutes: $0.08.',
    'This is 3 times what you usually pay here, which is $0.05.',
    'Only about one payment in 20,000 looks like this one: by its price and how soon it follows others.',
  ])
})

it('can say why, of every guard there is', () => {
  expect(importance.length).toBe(Object.keys(defaultLevels).length)
  for (const guard of importance) expect(whyInWords({ guard })).toMatch(/\.$/)
})
