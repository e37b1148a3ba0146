import fc from 'fast-check'
import type { TransferAuthorization } from '../authorization/transfer'
import type { Address } from '../hex'
import { openReasons, type EventOf } from './machine.model.fixtures'
import { nonce, signature, start, transaction } from './machine.fixtures'
import { refundMarks, type AnswerFacts, type PurchaseEvent, type PurchaseTerms } from './purchase'

/** What a signature does otherwise than agreed. */
const alterations = {
  nothing: () => ({}),
  'earlier start': () => ({ validAfter: 1n }),
  payee: ({ payer }: PurchaseTerms) => ({ to: payer }),
  payer: ({ payTo }: PurchaseTerms) => ({ from: payTo }),
  'one unit more': ({ amount }: PurchaseTerms) => ({ value: amount + 1n }),
  'one unit less': ({ amount }: PurchaseTerms) => ({ value: amount - 1n }),
  nonce: () => ({ nonce: `0x${'0b'.repeat(32)}` as const }),
  asset: ({ payTo }: PurchaseTerms) => ({ asset: payTo }),
  network: ({ network }: PurchaseTerms) => ({ network: network === 'eip155:1' ? ('eip155:2' as const) : ('eip155:1' as const) }),
} satisfies Record<string, (terms: PurchaseTerms) => Partial<TransferAuthorization>>
type Alteration = keyof typeof alterations

/** An event that is not yet bound to a purchase: of whatever depends on the terms it says only how it differs from them. */
export type Told =
  | Exclude<PurchaseEvent, EventOf<'quoted' | 'recognised' | 'signed'>>
  | Omit<EventOf<'quoted'>, 'terms'>
  | Omit<EventOf<'recognised'>, 'terms'>
  | { readonly type: 'signed'; readonly at: number; readonly altered: Alteration; readonly validBefore: bigint }

/** The event as it happens to a purchase of these terms. */
export function eventFor(told: Told, terms: PurchaseTerms): PurchaseEvent {
  if (told.type === 'quoted' || told.type === 'recognised') return { ...told, terms }
  if (told.type !== 'signed') return told
  const { network, asset, amount, payTo, payer, nonce } = terms
  const agreed = { network, asset, from: payer, to: payTo, value: amount, validAfter: 0n, validBefore: told.validBefore, nonce }
  return { type: 'signed', at: told.at, signature, note: null, authorization: { ...agreed, ...alterations[told.altered](terms) } }
}

/** Seconds after `start` at which signatures end; few, so that renewals and expiries meet them exactly. */
const ends = [30, 120, 300]
const endOf = (seconds: number): bigint => BigInt(start / 1000 + seconds)

/** Any time, also before the beginning, and often the very edge of an expiry. */
const anyTime = fc.oneof(
  fc.integer({ min: start - 1_000_000, max: start + 1_000_000 }),
  fc.tuple(fc.constantFrom(...ends), fc.constantFrom(-1, 0, 1)).map(([seconds, off]) => start + seconds * 1000 + off),
)
/** After everything above has ended. */
export const longAfter = start + 2_000_000

/** Records with a prototype, like everything the wallet makes. */
const plain = { noNullPrototype: true } as const

const anyReason = fc.constantFrom(null, '', 'invalid_exact_evm_insufficient_balance', ...openReasons)

/** A bill sent back because the settlement failed, for every reason. */
const anyFailure: fc.Arbitrary<AnswerFacts> = fc.record({
  status: fc.constantFrom(402, 402, 403, 408),
  contentArrived: fc.constant(false),
  claim: fc.record({ success: fc.constant(false), transaction: fc.constant(null), reason: anyReason }, plain),
  rawClaim: fc.constant(null),
}, plain)

const anyAnswer: fc.Arbitrary<AnswerFacts> = fc.record({
  status: fc.constantFrom(0, 200, 204, 302, 304, 400, 402, 404, 408, 412, 499, 500, 502),
  contentArrived: fc.boolean(),
  claim: fc.option(
    fc.record({
      success: fc.boolean(),
      transaction: fc.option(fc.constant(transaction)),
      reason: anyReason,
    }, plain),
  ),
  rawClaim: fc.option(fc.string()),
}, plain)

const anyAccount = fc.constantFrom<Address>(`0x${'44'.repeat(20)}`, `0x${'55'.repeat(20)}`)

/** Few transfers, so that the same one is met again. */
const anyRefund = fc.record({
  transaction: fc.constantFrom(transaction, nonce),
  logIndex: fc.constantFrom(0, 3),
  amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  block: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  how: fc.constantFrom(...refundMarks),
}, plain)

type Arbitraries = { readonly [T in Told['type']]: fc.Arbitrary<Extract<Told, { type: T }>> }

/** Complete by its type: an event added to the machine has to be added here. */
const arbitraries: Arbitraries = {
  quoted: fc.record({ type: fc.constant('quoted'), at: anyTime }, plain),
  reserved: fc.record({ type: fc.constant('reserved'), at: anyTime }, plain),
  signed: fc.record({
    type: fc.constant('signed'),
    at: anyTime,
    altered: fc.oneof({ weight: 3, arbitrary: fc.constant('nothing' as const) }, { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(alterations) as Alteration[])) }),
    validBefore: fc.constantFrom(...ends).map(endOf),
  }, plain),
  sent: fc.record({ type: fc.constant('sent'), at: anyTime }, plain),
  answered: fc.record({ type: fc.constant('answered'), at: anyTime, answer: fc.oneof(anyAnswer, anyFailure) }, plain),
  interrupted: fc.record({ type: fc.constant('interrupted'), at: anyTime, why: fc.constantFrom('tab-closed', 'network', 'timeout', 'redirected', 'restarted') }, plain),
  settled: fc.record({ type: fc.constant('settled'), at: anyTime, transaction: fc.option(fc.constantFrom(transaction, signature)) }, plain),
  expired: fc.record({ type: fc.constant('expired'), at: anyTime }, plain),
  delivered: fc.record({ type: fc.constant('delivered'), at: anyTime }, plain),
  traced: fc.record({ type: fc.constant('traced'), at: anyTime, sender: anyAccount, onward: fc.array(fc.record({ to: anyAccount, amount: fc.bigInt({ min: 0n, max: 10n ** 12n }) }, plain), { maxLength: 3 }) }, plain),
  refunded: fc.record({ type: fc.constant('refunded'), at: anyTime, refund: anyRefund }, plain),
  recognised: fc.record({ type: fc.constant('recognised'), at: anyTime, transaction: fc.constantFrom(transaction, signature) }, plain),
}

/** How often each comes: what ends a purchase comes seldom, so that there is a life before it. */
const weights: Readonly<Record<Told['type'], number>> = {
  quoted: 1, reserved: 3, signed: 6, sent: 5, answered: 5, interrupted: 3, settled: 2, expired: 2, delivered: 2, traced: 2, refunded: 3, recognised: 1,
}

/** Any event, or any of those types. */
export function anyTold(types: readonly Told['type'][] = Object.keys(arbitraries) as Told['type'][]): fc.Arbitrary<Told> {
  return fc.oneof(...types.map((type) => ({ weight: weights[type], arbitrary: arbitraries[type] as fc.Arbitrary<Told> })))
}
