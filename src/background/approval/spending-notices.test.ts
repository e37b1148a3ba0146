import { describe, expect, it } from 'vitest'
import { terms } from '../../core/purchase/machine.fixtures'
import type { Covering } from '../../core/protocols/covers'
import type { Offer } from '../../core/protocols/dialect'
import { offerOf } from '../../core/protocols/offer.fixtures'
import { networks } from '../../core/networks/networks'
import { unknownSite, type SiteMemory } from '../../core/spending/site-memory'
import type { Allowance, Wanted } from '../../core/spending/allowance'
import { en as words } from '../../core/words/en'
import { allowanceNotices, spendingNotices } from './spending-notices'

const [network] = networks
if (network === undefined) throw new Error('there is a network')
const cents = (count: number) => BigInt(count) * 10_000n
const offer = (amount: bigint, covers: Covering | null = null): Offer => offerOf(network.token, amount, covers)
const today = '2026-11-26'
const site = (change: Partial<SiteMemory> = {}): SiteMemory => ({ ...unknownSite(terms, 'news.example'), ...change })
const told = (one: Offer, memory: SiteMemory, offers: readonly Offer[] = [one]) => spendingNotices(one, offers, memory, today, (atomic) => `$${String(Number(atomic) / 1e6)}`).map(({ level, sentence }) => `${level}: ${sentence}`)

describe('a pass', () => {
  const held = (kind: 'day' | 'month', until = Date.now() + 1_000) => site({ pass: { kind, until } })
  const day = `care: ${words.notice.passHeld.day}`
  const month = `care: ${words.notice.passHeld.month}`

  it.each([
    ['an article', undefined, 'day', [day]],
    ['another day', 'day', 'day', [day]],
    ['a month, where it was a day', 'month', 'day', []],
    ['a day, where it was a month', 'day', 'month', [month]],
    ['another month', 'month', 'month', [month]],
  ] as const)('is told of before %s is paid for', (_, covers, kind, notices) => expect(told(offer(cents(5), covers), held(kind))).toEqual(notices))

  it('that is over is not', () => expect(told(offer(cents(5)), held('day', Date.now() - 1))).toEqual([]))
})

describe('what was spent here', () => {
  const days = [
    { day: '2026-11-02', held: 0n, paid: cents(30) },
    { day: today, held: cents(2), paid: cents(40) },
  ]

  it('today is told', () => expect(told(offer(cents(5)), site({ days }))).toEqual(['note: You have spent $0.42 on this site today.']))

  it('is silent on the first purchase of a day', () => expect(told(offer(cents(5)), site({ days: days.slice(0, 1) }))).toEqual([]))

  it('is set beside a pass where there is one', () => {
    const [day, month] = [offer(cents(50), 'day'), offer(cents(150), 'month')]
    const one = offer(cents(5), 'article')
    expect(told(one, site({ days }), [one, day])).toEqual(['note: You have spent $0.42 on this site today. A whole day of it costs $0.5.'])
    expect(told(one, site({ days }), [one, day, month])).toEqual(['note: You have spent $0.72 on this site this month. A whole month of it costs $1.5.'])
    expect(told(one, site(), [one, day, month])).toEqual([])
  })
})

describe('where payments without a question are allowed', () => {
  const since = Date.now()
  const allowance: Allowance = {
    id: 'a', site: 'news.example', network: terms.network, asset: terms.asset, payTo: terms.payTo, perPayment: cents(10), perDay: cents(25), since, until: since + 60_000, days: [{ day: today, held: 0n, paid: cents(20) }],
  }
  const asked = (change: Partial<Wanted> = {}) => {
    const wanted: Wanted = { site: 'news.example', network: terms.network, asset: terms.asset, payTo: terms.payTo, amount: cents(5), kind: 'document', ...change }
    return allowanceNotices([allowance], wanted, today, (atomic) => `$${String(Number(atomic) / 1e6)}`).map(({ level, sentence }) => `${level}: ${sentence}`)
  }

  it('a question says why it is asked all the same', () => {
    expect(asked({ amount: cents(10) })).toEqual(['note: $0.2 of the $0.25 a day that you allow here without being asked is used up.'])
    expect(asked({ amount: cents(10) + 1n })).toEqual(['note: You allow up to $0.1 here without being asked. This costs more.'])
    expect(asked({ payTo: terms.payer })).toEqual([`care: ${words.notice.allowedAnother}`])
  })

  it('nothing is said of what is covered, of other sites and tokens, and of tips', () => {
    expect(asked()).toEqual([])
    expect(asked({ site: 'other.example', payTo: terms.payer })).toEqual([])
    expect(asked({ asset: terms.payer, payTo: terms.payer })).toEqual([])
    expect(asked({ kind: 'tip', payTo: terms.payer })).toEqual([])
    expect(asked({ kind: 'tip', amount: cents(90) })).toEqual([])
  })
})
