import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SellerAnswer } from './answer'
import type { Dispute, DisputeEvent } from './dispute'
import { asked, filing, request } from './dispute.fixtures'
import { applyDisputeEvent, isOpen } from './machine'
import { disputeStates, type DisputeState } from './problem'

const says = (said: SellerAnswer['said'], more: Partial<SellerAnswer> = {}): DisputeEvent => ({
  type: 'answered',
  answer: { said, amount: null, transaction: null, denial: said === 'denied' ? 'policy_denied' : null, words: null, sha256: `0x${said.length.toString(16).repeat(64)}`, ...more },
})
const back = (amount: bigint, logIndex = 0): DisputeEvent => ({ type: 'refund', amount, transaction: `0x${'ef'.repeat(32)}`, logIndex })
const filed: DisputeEvent = { type: 'filed', filing }
const left: readonly DisputeEvent[] = [filed, { type: 'sending', what: 'request' }, { type: 'sent', what: 'request' }]

/** What is refused is skipped. */
const after = (...events: readonly DisputeEvent[]): Dispute => {
  const end = events.reduce<Dispute | null>((dispute, event, at) => {
    const applied = applyDisputeEvent(dispute, event, asked + at)
    return applied.ok ? applied.value : dispute
  }, null)
  if (end === null) throw new Error('these events make no dispute')
  return end
}

/** How each state is come to. */
const lives: Readonly<Record<DisputeState, readonly DisputeEvent[]>> = {
  filed: left,
  acknowledged: [...left, says('pending')],
  accepted: [...left, says('executed')],
  'partly-refunded': [...left, back(20_000n)],
  refunded: [...left, back(50_000n)],
  denied: [...left, says('denied')],
  countered: [...left, says('denied'), { type: 'countered', words: 'No.' }],
  'finally-denied': [...left, says('denied'), { type: 'countered', words: 'No.' }, { type: 'sent', what: 'counter' }, says('denied')],
  'no-response': [...left, { type: 'silent' }],
  escalated: [...left, { type: 'silent' }, { type: 'escalated', to: 'ecc' }],
  closed: [...left, { type: 'closed', outcome: 'lost' }],
}

it.each(disputeStates)('comes to %s', (state) => {
  expect(after(...lives[state]).state).toBe(state)
})

/** The whole table: from each state, where each event leads; '-' where it is refused. */
const table: Readonly<Record<string, readonly [DisputeEvent, Readonly<Record<DisputeState, DisputeState | '-'>>]>> = {
  'a no': [
    says('denied', { sha256: `0x${'9'.repeat(64)}` }),
    { filed: 'denied', acknowledged: 'denied', accepted: 'denied', 'partly-refunded': 'partly-refunded', refunded: 'refunded', denied: 'denied', countered: 'finally-denied', 'finally-denied': 'finally-denied', 'no-response': 'denied', escalated: 'denied', closed: '-' },
  ],
  'a word that it is being looked at': [
    says('pending', { sha256: `0x${'9'.repeat(64)}` }),
    { filed: 'acknowledged', acknowledged: 'acknowledged', accepted: 'accepted', 'partly-refunded': 'partly-refunded', refunded: 'refunded', denied: 'denied', countered: 'countered', 'finally-denied': 'finally-denied', 'no-response': 'acknowledged', escalated: 'escalated', closed: '-' },
  ],
  'a word that it is paid': [
    says('executed', { sha256: `0x${'9'.repeat(64)}` }),
    { filed: 'accepted', acknowledged: 'accepted', accepted: 'accepted', 'partly-refunded': 'partly-refunded', refunded: 'refunded', denied: 'accepted', countered: 'accepted', 'finally-denied': 'accepted', 'no-response': 'accepted', escalated: 'accepted', closed: '-' },
  ],
  'the rest of the money': [
    back(50_000n, 9),
    { filed: 'refunded', acknowledged: 'refunded', accepted: 'refunded', 'partly-refunded': 'refunded', refunded: 'refunded', denied: 'refunded', countered: 'refunded', 'finally-denied': 'refunded', 'no-response': 'refunded', escalated: 'refunded', closed: 'closed' },
  ],
  silence: [
    { type: 'silent' },
    { filed: 'no-response', acknowledged: 'no-response', accepted: 'no-response', 'partly-refunded': '-', refunded: '-', denied: '-', countered: 'no-response', 'finally-denied': '-', 'no-response': '-', escalated: '-', closed: '-' },
  ],
  'an answer to a no': [
    { type: 'countered', words: 'It says so on your page.' },
    { filed: '-', acknowledged: '-', accepted: '-', 'partly-refunded': '-', refunded: '-', denied: 'countered', countered: '-', 'finally-denied': '-', 'no-response': '-', escalated: '-', closed: '-' },
  ],
  'another filing': [
    filed,
    { filed: '-', acknowledged: '-', accepted: '-', 'partly-refunded': '-', refunded: '-', denied: '-', countered: '-', 'finally-denied': '-', 'no-response': '-', escalated: '-', closed: '-' },
  ],
}

describe.each(Object.entries(table))('%s', (_, [event, leads]) => {
  it.each(disputeStates)('in %s', (state) => {
    const applied = applyDisputeEvent(after(...lives[state]), event, asked + 100)
    expect(applied.ok ? applied.value.state : '-').toBe(leads[state])
  })
})

const anyEvent = fc.oneof(
  fc.constantFrom<DisputeEvent>(filed, { type: 'sending', what: 'request' }, { type: 'sending', what: 'reminder' }, { type: 'sent', what: 'request' }, { type: 'sent', what: 'counter' }, { type: 'not-sent', what: 'request', why: 'unreachable' }, { type: 'silent' }, { type: 'countered', words: 'No.' }, { type: 'checked', agrees: false }, { type: 'told', said: 'denied' }, { type: 'terms-changed' }, { type: 'unreadable', why: 'too-long' }, { type: 'escalated', to: 'ecc' }, { type: 'closed', outcome: 'abandoned' }),
  fc.constantFrom('executed' as const, 'pending' as const, 'denied' as const).map((said) => says(said)),
  fc.tuple(fc.bigInt({ min: 1n, max: 60_000n }), fc.nat({ max: 5 })).map(([amount, logIndex]) => back(amount, logIndex)),
)
const anyLife = fc.array(anyEvent, { maxLength: 25 })

describe('whatever happens in whatever order', () => {
  it('money that came back is never forgotten, counts once, and words never make more of it', () => {
    fc.assert(
      fc.property(anyLife, (events) => {
        const refunds = events.filter((event) => event.type === 'refund')
        const first = refunds.filter(({ logIndex }, at) => refunds.findIndex((other) => other.logIndex === logIndex) === at)
        const sum = first.reduce((all, { amount }) => all + amount, 0n)
        const dispute = after(filed, ...events)
        expect(dispute.refunded).toBe(sum)
        if (dispute.state === 'refunded') expect(sum).toBeGreaterThanOrEqual(request.amount)
        if (isOpen(dispute) && sum >= request.amount) expect(dispute.state).toBe('refunded')
      }),
    )
  })

  it('a seller’s word alone never makes it refunded', () => {
    const words = anyLife.map((events) => events.filter(({ type }) => type !== 'refund'))
    fc.assert(
      fc.property(words, (events) => {
        expect(after(filed, ...events).state).not.toMatch(/refunded/)
      }),
    )
  })

  it('what is over stays over, and one reminder and one answer are all there are', () => {
    fc.assert(
      fc.property(anyLife, anyLife, (before, later) => {
        const closed = after(filed, ...before, { type: 'closed', outcome: 'abandoned' })
        const end = later.reduce((dispute, event) => {
          const applied = applyDisputeEvent(dispute, event, asked + 1_000)
          return applied.ok ? applied.value : dispute
        }, closed)
        expect(end.state).toBe('closed')
        const counters = before.filter((event, at) => event.type === 'countered' && applyDisputeEvent(after(filed, ...before.slice(0, at)), event, asked).ok)
        expect(counters.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

it('a seller that says it has paid less than was asked, and has, is believed by what came', () => {
  const said = says('executed', { amount: 20_000n })
  expect(after(...left, said, back(20_000n))).toMatchObject({ state: 'partly-refunded', agrees: true })
  expect(after(...left, back(20_000n), said), 'whichever is known first').toMatchObject({ state: 'partly-refunded', agrees: true })
  expect(after(...left, back(10_000n), said)).toMatchObject({ agrees: false })
  expect(after(...left, said, back(10_000n)), 'less than it says').toMatchObject({ state: 'partly-refunded', agrees: false })
})
