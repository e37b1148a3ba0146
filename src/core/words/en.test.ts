import { describe, expect, it } from 'vitest'
import { en } from './en'
import { policy } from './policy'

/** Every sentence there is, with its place; those with something to fill in are filled in. */
function sentences(words: unknown, at = 'en'): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[at, words]]
  if (typeof words === 'function') return sentences((words as (...filled: string[]) => unknown)('$0.05', '$0.08', '$0.02', '30'), at)
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([name, inner]) => sentences(inner, `${at}.${name}`))
}
const all = [...sentences(en), ...sentences(policy, 'policy')]

it('walks the whole catalogue', () => {
  const places = all.map(([at]) => at)
  expect(places).toContain('en.notice.rose')
  expect(places).toContain('en.chain.went-back')
  expect(places).toContain('en.timeline.interrupted.timeout')
})

it.each(all)('%s is plain: no jargon, no shouting, nothing left to fill in', (_, sentence) => {
  expect(sentence).not.toBe('')
  expect(sentence).not.toMatch(/\b(transactions?|hash(es)?|gas|sign(s|ed|ing|ature|atures)?|wallet address|hex|nonce|token|blockchain|oops)\b/i)
  expect(sentence).not.toMatch(/!|undefined|null|NaN|\[object|\$\{/)
  expect(sentence).not.toMatch(/^\s|\s$|\s\s/)
})

describe('the money comes first', () => {
  it.each([...sentences(en.challenge), ...sentences(en.offer), ...sentences(en.chain)])('%s', (_, sentence) => {
    expect(sentence).toMatch(/^You were not charged\. /)
  })

  it.each(sentences(en.sentence))('%s says whether it is paid', (_, sentence) => {
    expect(sentence.split('.')[0]).toMatch(/charged|paid|payment/i)
  })

  it('is never said to be safe while the chain has not spoken', () => {
    for (const state of ['sent', 'refused', 'unknown'] as const) {
      expect(en.sentence[state] + en.status[state]).not.toMatch(/You were not charged|not been charged|not charged|You paid/i)
    }
  })

  it('is never said to be unpaid once it is paid', () => {
    for (const state of ['settled', 'delivered', 'undelivered'] as const) expect(en.sentence[state] + en.status[state]).not.toMatch(/not (been )?charged/i)
  })
})

it('whole sentences end as such', () => {
  for (const group of [en.challenge, en.offer, en.named, en.chain, en.ask, en.sentence, en.notice, en.timeline]) {
    for (const [at, sentence] of sentences(group)) expect(`${at}: ${sentence}`).toMatch(/\.$/)
  }
})

it.each(sentences(en.named))('%s names no price, nobody to blame and no way around', (_, sentence) => {
  expect(sentence).not.toMatch(/[$€£\d]|refus|block|greed|wrong|bypass|reader mode|archive|incognito|instead/i)
})

it('names the numbers', () => {
  expect(en.notEnough('$0.02', '$0.05')).toContain('You have $0.02; this costs $0.05.')
  expect(en.notice.rose('$0.05', '$0.08')).toBe('The price rose from $0.05 to $0.08 since you first saw it.')
  expect(en.notice.boughtBefore('3 March')).toContain('You bought this on 3 March.')
})
