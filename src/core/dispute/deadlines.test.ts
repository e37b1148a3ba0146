import { describe, expect, it } from 'vitest'
import { dueOf, fileBy, type Chore, type Seen } from './deadlines'
import { asked, filing, saleTerms } from './dispute.fixtures'
import type { Dispute, DisputeEvent } from './dispute'
import { applyDisputeEvent } from './machine'

const hour = 3_600_000
const day = 24 * hour

/** A wallet that wakes every so often, with a seller that takes requests and never says anything. */
class Sleeper {
  dispute: Dispute
  now = asked
  seen: Seen = { askedAt: null, lookedAt: null }
  readonly done: { readonly chore: Chore; readonly day: number }[] = []
  readonly #reaches: (now: number) => boolean
  readonly #step: number

  constructor(step: number, reaches: (now: number) => boolean = () => true) {
    this.#step = step
    this.#reaches = reaches
    const filed = applyDisputeEvent(null, { type: 'filed', filing }, asked)
    if (!filed.ok) throw new Error(filed.error)
    this.dispute = filed.value
  }

  until(at: number): this {
    for (; this.now <= at; this.now += this.#step) this.#wake()
    return this
  }

  happened(event: DisputeEvent): this {
    this.#apply(event)
    return this
  }

  #wake(): void {
    for (let turn = 0; turn < 20; turn += 1) {
      const [due] = dueOf(this.dispute, this.seen)
      if (due === undefined || due.at > this.now) return
      this.#do(due.chore)
      if (due.chore !== 'look' && due.chore !== 'ask') this.done.push({ chore: due.chore, day: Math.floor((this.now - asked) / day) })
    }
    throw new Error('it never rests')
  }

  #do(chore: Chore): void {
    const what = chore === 'remind' ? 'reminder' : (this.dispute.unsent ?? 'request')
    if (chore === 'send' || chore === 'remind') {
      this.#apply({ type: 'sending', what })
      this.#apply(this.#reaches(this.now) ? { type: 'sent', what } : { type: 'not-sent', what, why: 'unreachable' })
    }
    if (chore === 'ask') this.seen = { ...this.seen, askedAt: this.now }
    if (chore === 'look') this.seen = { ...this.seen, lookedAt: this.now }
    if (chore === 'silent') this.#apply({ type: 'silent' })
    if (chore === 'close') this.#apply({ type: 'closed', outcome: 'lost' })
  }

  #apply(event: DisputeEvent): void {
    const applied = applyDisputeEvent(this.dispute, event, this.now)
    if (!applied.ok) throw new Error(`${event.type} in ${this.dispute.state}`)
    this.dispute = applied.value
  }
}

describe('a seller that never answers', () => {
  const story = [{ chore: 'send', day: 0 }, { chore: 'remind', day: 7 }, { chore: 'silent', day: 14 }, { chore: 'close', day: 45 }]

  it.each([['every quarter of an hour', hour / 4], ['once a day', day]])('is reminded once after a week, and its silence counts after two: looked after %s', (_, step) => {
    const sleeper = new Sleeper(step).until(asked + 50 * day)
    expect(sleeper.done).toEqual(story)
    expect(sleeper.dispute).toMatchObject({ state: 'closed', outcome: 'lost' })
  })

  it('is dealt with the same by a wallet that slept for two months', () => {
    const sleeper = new Sleeper(60 * day)
    sleeper.until(asked)
    sleeper.until(asked + 61 * day)
    expect(sleeper.done.map(({ chore }) => chore)).toEqual(story.map(({ chore }) => chore))
  })
})

it('a request that cannot leave is tried again, ever less often, and for as long as it takes', () => {
  const tries = (days: number): number => new Sleeper(60_000, () => false).until(asked + days * day).done.filter(({ chore }) => chore === 'send').length
  expect(tries(1)).toBeGreaterThan(5)
  expect(tries(3) - tries(2)).toBe(4)
  const late = new Sleeper(hour, (now) => now > asked + 3 * day).until(asked + 4 * day)
  expect(late.dispute).toMatchObject({ state: 'filed', unsent: null })
})

it('money that is promised and does not come is silence after two weeks', () => {
  const answer = { said: 'executed', amount: null, transaction: null, denial: null, words: null, sha256: `0x${'1'.repeat(64)}` } as const
  const sleeper = new Sleeper(hour).until(asked).happened({ type: 'answered', answer }).until(asked + 2 * day).happened({ type: 'checked', agrees: false })
  expect(sleeper.until(asked + 13 * day).dispute.state).toBe('accepted')
  expect(sleeper.until(asked + 15 * day).dispute.state).toBe('no-response')
})

it('what is closed is looked after for a while, in case money comes, and then rests', () => {
  const sleeper = new Sleeper(day).until(asked).happened({ type: 'closed', outcome: 'abandoned' })
  const closed = sleeper.now
  sleeper.until(closed + 5 * day)
  expect(sleeper.seen.lookedAt).toBeGreaterThan(closed + 3 * day)
  sleeper.until(closed + 100 * day)
  expect(dueOf(sleeper.dispute, sleeper.seen)).toEqual([])
})

describe('a payment can be disputed', () => {
  it.each([
    ['for two weeks where the seller says nothing', null, 14],
    ['no shorter where the seller says less', { ...saleTerms, windowSeconds: 3_600 }, 14],
    ['for longer where the seller says more', { ...saleTerms, windowSeconds: 30 * 86_400 }, 30],
    ['for 120 days at the most', { ...saleTerms, windowSeconds: 9 * 365 * 86_400 }, 120],
  ])('%s', (_, terms, days) => {
    expect(fileBy(asked, terms)).toBe(asked + days * day)
  })
})
