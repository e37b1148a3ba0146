import { describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en-US' } } }))

import type { DisputeEvent } from '../../core/dispute/dispute'
import { asked, filing, paidPurchase, request } from '../../core/dispute/dispute.fixtures'
import { dueOf } from '../../core/dispute/deadlines'
import { refundNonceOf } from '../../core/dispute/identity'
import { logged, type LogEntry, type Party } from '../../core/dispute/log'
import { disputeOf } from '../../core/dispute/machine'
import { en as words } from '../../core/words/en'
import type { DisputeDetail } from '../../messaging/dispute-views'
import type { KeptDispute } from '../../store/disputes'
import type { NumberUse } from '../chain/refund-reader'
import { disputeDetail, saleTermsView } from './dispute-view'
import { unseenSentence, type LastLook } from './refund-view'

const day = 24 * 3_600_000
type Step = readonly [Party, DisputeEvent]

function kept(way: 'letter' | 'endpoint', ...steps: readonly Step[]): KeptDispute {
  const filed: DisputeEvent = { type: 'filed', filing: way === 'letter' ? { ...filing, way: { kind: 'letter' } } : filing }
  const log = steps.reduce<readonly LogEntry[]>((all, [by, event], at) => logged(all, asked + (at + 1) * day, by, event), logged([], asked, 'reader', filed))
  const dispute = disputeOf(log)
  if (dispute === null) throw new Error('these events make no dispute')
  return { id: 'd', payment: 'p', log, dispute, isIntact: true }
}

const shown = (dispute: KeptDispute): DisputeDetail =>
  disputeDetail(dispute, paidPurchase(), { candidates: [], unseen: null, terms: saleTermsView(null, null, false), country: null })

const posted: Step = ['reader', { type: 'sent', what: 'request' }]
const no: Step = ['reader', { type: 'told', said: 'denied' }]
const counter: Step = ['reader', { type: 'countered', words: 'Page two is missing.' }]

describe('the answer to a no, by letter', () => {
  it('is a letter with its own text, which the reader sends and says so', () => {
    expect(shown(kept('letter', posted, no)).can).toMatchObject({ counter: true, markSent: false })
    const written = shown(kept('letter', posted, no, counter))
    expect(written.letter).toContain('You declined. Please look at it once more.\n\nPage two is missing.\n')
    expect(written.letter).toContain(request.transaction)
    expect(written).toMatchObject({ status: 'Letter to be sent', sentence: words.dispute.sentence['counter-letter'], waitsForReader: true, can: { markSent: true, markAnswered: false, counter: false } })
    const sent = kept('letter', posted, no, counter, ['reader', { type: 'sent', what: 'counter' }])
    expect(shown(sent)).toMatchObject({ sentence: words.dispute.sentence.countered, can: { markSent: false, markAnswered: true } })
    expect(shown(sent).log.at(-1)?.sentence).toBe('You sent your answer yourself.')
    expect(shown(kept('letter', posted, no, counter, ['reader', { type: 'sent', what: 'counter' }], no))).toMatchObject({ state: 'finally-denied', can: { counter: false } })
  })

  it('makes no silence of a seller that was not sent anything', () => {
    const silence = (dispute: KeptDispute) => dueOf(dispute.dispute, { askedAt: null, lookedAt: null }).filter(({ chore }) => chore === 'silent')
    expect(silence(kept('letter', posted, no, counter))).toEqual([])
    expect(silence(kept('letter', posted, no, counter, ['reader', { type: 'sent', what: 'counter' }]))).toHaveLength(1)
  })
})

it('what was not sent yet is not said to be with the seller', () => {
  const answer = { said: 'denied', amount: null, transaction: null, denial: 'other', words: null, sha256: `0x${'1'.repeat(64)}` } as const
  const denied: readonly Step[] = [['wallet', { type: 'sending', what: 'request' }], ['seller', { type: 'sent', what: 'request' }], ['seller', { type: 'answered', answer }], counter]
  expect(shown(kept('endpoint', ...denied)).sentence).toBe(words.dispute.sentence['counter-unsent'])
  const inVain: readonly Step[] = Array.from({ length: 3 }, () => ['wallet', { type: 'sending', what: 'counter' }] as const)
  const unreached = shown(kept('endpoint', ...denied, ...inVain))
  expect([unreached.sentence, unreached.can.markSent]).toEqual([words.dispute.sentence['counter-unreachable'], true])
})

it('whoever has all of it back is not offered to ask again', () => {
  const back = (amount: bigint): Step => ['chain', { type: 'refund', amount, transaction: `0x${'ef'.repeat(32)}`, logIndex: 0 }]
  expect(shown(kept('endpoint', back(20_000n))).can.refresh).toBe(true)
  expect(shown(kept('endpoint', back(50_000n))).can.refresh).toBe(false)
  expect(shown(kept('endpoint', ['reader', { type: 'closed', outcome: 'abandoned' }])).can.refresh, 'it may come late').toBe(true)
})

it('whoever has all of it back may ask until the seller’s word is that as well: it may have been heard a moment before', () => {
  const said = (word: 'pending' | 'executed'): Step => ['seller', { type: 'answered', answer: { said: word, amount: null, transaction: null, denial: null, words: null, sha256: `0x${(word === 'pending' ? '1' : '2').repeat(64)}` } }]
  const steps: readonly Step[] = [['wallet', { type: 'sending', what: 'request' }], ['seller', { type: 'sent', what: 'request' }], said('pending'), ['chain', { type: 'refund', amount: 50_000n, transaction: `0x${'ef'.repeat(32)}`, logIndex: 0 }]]
  expect(shown(kept('endpoint', ...steps)).can.refresh).toBe(true)
  expect(shown(kept('endpoint', ...steps, said('executed')))).toMatchObject({ can: { refresh: false }, answer: { agrees: true } })
})

describe('what cannot be seen is said', () => {
  const own = { authorizer: request.payTo, nonce: refundNonceOf(request.disputeId) }
  const look = (change: Partial<LastLook>): LastLook => ({ candidates: [], numbers: [], isWhole: true, fault: null, ...change })
  const use = (state: 'unused' | 'pending' | 'unseen'): NumberUse => ({ ...own, state })
  const told: Step = ['reader', { type: 'told', said: 'accepted' }]

  it.each<readonly [string, LastLook | null, string | null]>([
    ['nobody has looked', null, null],
    ['nothing is used', look({ numbers: [use('unused')] }), null],
    ['the number is used, and the transfer cannot be found', look({ numbers: [use('unseen')] }), words.refunds.unseen],
    ['it has just been used', look({ numbers: [use('unused'), use('pending')] }), words.refunds.pending],
    ['another request’s number is used', look({ numbers: [{ ...use('unseen'), nonce: `0x${'5'.repeat(64)}` }] }), null],
    ['the endpoint does not answer', look({ fault: 'unreachable' }), words.refunds.notSeen.unreachable],
    ['it looks back a few hours only', look({ isWhole: false }), words.refunds.short],
  ])('%s', (_, seen, sentence) => {
    expect(unseenSentence(kept('letter', posted, told).dispute, seen)).toBe(sentence)
  })
})
