import type { TransferAuthorization } from '../../src/core/authorization/transfer'
import { breakdown } from '../../src/core/fees/breakdown'
import type { Address, Bytes32, Hex } from '../../src/core/hex'
import type { PaymentLabel } from '../../src/core/history/label'
import type { Network } from '../../src/core/networks/networks'
import { applyEvent } from '../../src/core/purchase/machine'
import type { DeliveryKind, Purchase, PurchaseEvent, PurchaseTerms } from '../../src/core/purchase/purchase'
import { dayOf } from '../../src/core/spending/day'
import { Random } from '../../risk/simulator/random'
import { sites, titleOf, type Site } from './sites'

export interface MadePayment {
  readonly purchase: Purchase
  readonly events: readonly PurchaseEvent[]
  readonly label: PaymentLabel | null
}

export interface Reading {
  /** How many payments. */
  readonly payments: number
  readonly seed: number
  /** When the last of them is made; milliseconds since 1970. The first was made five years before. */
  readonly until: number
  readonly network: Network
  /** The purse. */
  readonly payer: Address
  /** Gives payments the numbers and signatures that the purse itself would give them; null where they are made up. */
  readonly hand: Hand | null
}

export interface Hand {
  readonly number: (terms: Pick<PurchaseTerms, 'network' | 'asset' | 'resource' | 'counter'>) => Bytes32
  readonly sign: (authorization: TransferAuthorization) => Hex
}

const years = 5
const yearMs = 365 * 24 * 3_600_000

/** How a payment goes. The newest are in every state there is; of the others nearly all have arrived, and some never were paid. */
const lives = {
  delivered: ['signed', 'sent', 'answered', 'settled'],
  undelivered: ['signed', 'sent', 'interrupted', 'settled'],
  void: ['signed', 'sent', 'expired'],
  letGo: ['expired'],
  settled: ['signed', 'sent', 'settled'],
  unknown: ['signed', 'sent', 'interrupted'],
  refused: ['signed', 'sent', 'refused'],
  sent: ['signed', 'sent'],
  signed: ['signed'],
  reserved: [],
} as const satisfies Record<string, readonly Step[]>
type Step = 'signed' | 'sent' | 'answered' | 'interrupted' | 'settled' | 'expired' | 'refused'
type Life = keyof typeof lives
const newest: readonly Life[] = ['reserved', 'signed', 'sent', 'unknown', 'refused', 'settled', 'undelivered']

/** Years of reading: the same payments for the same seed, oldest first. */
export function* madePayments(reading: Reading): Iterable<MadePayment> {
  const random = new Random(reading.seed)
  for (let number = 0; number < reading.payments; number += 1) yield madePayment(random.fork(number), reading, number)
}

function madePayment(random: Random, reading: Reading, number: number): MadePayment {
  const left = reading.payments - 1 - number
  const at = Math.round(reading.until - (years * yearMs * left) / reading.payments - random.between(0, 60_000))
  const id = uuid(random, number)
  const kind: DeliveryKind = random.chance(0.04) ? 'tip' : random.pick(['document', 'document', 'document', 'fragment', 'subresource'])
  const terms = termsOf(random, reading, { number, at, kind })
  const life = newest[left] ?? (random.chance(0.95) ? 'delivered' : random.pick(['void', 'void', 'letGo']))
  const note = kind === 'tip' ? random.pick(['Thank you', 'For the piece on wrens', null]) : null
  const events: readonly PurchaseEvent[] = [{ type: 'quoted', at, terms }, { type: 'reserved', at: at + 1 }, ...lives[life].map((step, place) => eventOf(random, step, { terms, at: at + 2 + place * 400, note, hand: reading.hand }))]
  return { purchase: folded(events, id), events, label: random.chance(0.02) ? labelOf(random) : null }
}

function termsOf(random: Random, { payer, network, hand }: Reading, { number, at, kind }: { readonly number: number; readonly at: number; readonly kind: DeliveryKind }): PurchaseTerms {
  const site = random.pick(sites)
  const title = titleOf(random, number)
  const page = `https://${site.host}/${new Date(at).toISOString().slice(0, 7).replace('-', '/')}/${encodeURIComponent(title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-'))}`
  const resource = kind === 'tip' ? `https://${site.host}/tip` : page
  const made = bytes32(random)
  // Every tip to a paper is for the same thing.
  const counter = kind === 'tip' ? number : 0
  const amount = kind === 'tip' ? BigInt(random.pick([1, 2, 5])) * 100_000n : site.price
  return {
    dialect: 'x402-v2',
    kind,
    resource,
    page,
    title,
    network: network.id,
    asset: network.token.address,
    payTo: site.payTo,
    amount,
    payer,
    nonce: hand?.number({ network: network.id, asset: network.token.address, resource, counter }) ?? made,
    counter,
    feeLines: breakdown(amount, feesOf(site, amount), 0),
    challenge: challengeOf(page, amount, site, network),
    rawResource: JSON.stringify({ url: page, description: title, mimeType: 'text/html' }),
    offer: JSON.stringify({ scheme: 'exact', network: network.id, amount: amount.toString(), payTo: site.payTo, asset: network.token.address, maxTimeoutSeconds: 60 }),
    day: dayOf(at, 0),
    allowance: random.chance(0.2) ? `allowance of ${site.host}` : null,
    rate: null,
  }
}

const feesOf = ({ declares, payTo }: Site, amount: bigint): Parameters<typeof breakdown>[1] =>
  declares ? { state: 'declared', fees: [{ kind: 'platform', amount: amount / 10n, paidBy: 'seller', account: payTo }] } : { state: 'none' }

/** Of the size that real ones have; nobody signed it. */
const challengeOf = (url: string, amount: bigint, { payTo }: Site, { id, token }: Network): string =>
  btoa(JSON.stringify({ x402Version: 2, resource: { url: encodeURI(url) }, accepts: [{ scheme: 'exact', network: id, amount: amount.toString(), payTo, asset: token.address, maxTimeoutSeconds: 60, extra: { name: token.name, version: token.version } }] }))

interface Moment {
  readonly terms: PurchaseTerms
  readonly at: number
  readonly note: string | null
  readonly hand: Hand | null
}

function eventOf(random: Random, step: Step, { terms, at, note, hand }: Moment): PurchaseEvent {
  const { network, asset, payer: from, payTo: to, amount: value, nonce } = terms
  switch (step) {
    case 'signed': {
      const authorization = { network, asset, from, to, value, validAfter: 0n, validBefore: BigInt(Math.floor(at / 1000) + 60), nonce }
      const made = `${bytes32(random)}${bytes32(random).slice(2)}1b` as Hex
      return { type: 'signed', at, authorization, signature: hand?.sign(authorization) ?? made, note }
    }
    case 'sent':
      return { type: 'sent', at }
    case 'answered':
      return { type: 'answered', at, answer: { status: 200, contentArrived: true, claim: null, rawClaim: null } }
    case 'refused':
      return { type: 'answered', at, answer: { status: 402, contentArrived: false, claim: null, rawClaim: null } }
    case 'interrupted':
      return { type: 'interrupted', at, why: 'network' }
    case 'settled':
      return { type: 'settled', at, transaction: bytes32(random) }
    case 'expired':
      return { type: 'expired', at: at + 400_000 }
  }
}

function folded(events: readonly PurchaseEvent[], id: string): Purchase {
  let purchase: Purchase | null = null
  for (const event of events) {
    const applied: ReturnType<typeof applyEvent> = applyEvent(purchase, event, id)
    if (!applied.ok) throw new Error(`made up wrongly: ${event.type} cannot follow`)
    purchase = applied.value
  }
  if (purchase === null) throw new Error('made up wrongly: nothing happened')
  return purchase
}

const labelOf = (random: Random): PaymentLabel => ({ note: random.pick(['For the train', 'Read this aloud', null]), tags: [random.pick(['birds', 'work', 'kitchen', 'été'])] })

const hexDigits = (random: Random, words: number): string => Array.from({ length: words }, () => random.bits().toString(16).padStart(8, '0')).join('')
const bytes32 = (random: Random): Bytes32 => `0x${hexDigits(random, 8)}`

/** The number is in it: among many, two generators begin alike by chance. */
function uuid(random: Random, number: number): string {
  const digits = hexDigits(random, 3) + number.toString(16).padStart(8, '0')
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}
