import type { TransferAuthorization } from '../../core/authorization/transfer'
import { clampValidity } from '../../core/authorization/validity'
import type { Address, Bytes32 } from '../../core/hex'
import { accountOf, balanceOf, bound, bringTo, fateOf, sign, type Bound, type Fate, type WalletFault } from './account'
import type { Challenge, Offer } from './challenge'
import { writePayment } from './payment'
import { longestKey, mostSent, type PurchaseRecord, type Records } from './records'
import type { Answer, Goods } from './seller'
import type { Provider } from './wallets'

/** What the reader wants, and has agreed to so far. */
export interface Wish {
  /** Absolute. */
  readonly src: string
  /** A gift: the reader names one of its prices, and may give again. */
  readonly isTip: boolean
  /** It is a page of its own: paid for by loading it once more, so that its outcome is seen by nobody here. */
  readonly isPage: boolean
  /** What the reader has agreed to pay, in atomic units. A tip is exactly this, anything else at most. Null: they have not seen a price. */
  readonly agreed: bigint | null
  /** They know that they have paid before, and pay once more. */
  readonly isAgain: boolean
}

/** What is waited for. */
export type Stage = 'asking' | 'wallet' | 'paying'

/** Why it stopped, by what is known of the money. */
export type Halt =
  /** Nothing has left in this attempt; 'nothing-more' where something from an earlier one still may be charged. */
  | { readonly money: 'nothing' | 'nothing-more'; readonly why: WalletFault | 'no-answer' | 'refused' | 'nothing-payable' | 'not-kept' | 'in-another-tab' | 'not-secure' }
  | { readonly money: 'nothing' | 'nothing-more'; readonly why: 'too-little'; readonly balance: bigint; readonly amount: bigint }
  /** Something that was signed before can still be charged: only with the same account is this the same purchase. */
  | { readonly money: 'open'; readonly why: 'other-account'; readonly payer: Address; readonly until: number }
  /** The seller did not take it. It can still be charged until then, unix seconds. */
  | { readonly money: 'open'; readonly why: 'not-taken'; readonly until: number; readonly said: string | null }
  | { readonly money: 'unknown'; readonly why: 'no-answer' }
  /** The chain has moved the money, and the seller has sent nothing for it. */
  | { readonly money: 'charged'; readonly why: 'not-delivered' }

export type Outcome =
  | { readonly type: 'goods'; readonly goods: Goods }
  /** To be loaded as a page, with this payment; with none where the seller knows who has paid. */
  | { readonly type: 'page'; readonly payment: string | null }
  /** The reader has to agree. Several only for a tip. */
  | { readonly type: 'prices'; readonly amounts: readonly bigint[] }
  /** They have paid for this before, at that time, and the seller asks once more. */
  | { readonly type: 'again'; readonly at: number; readonly amount: bigint }
  | { readonly type: 'halt'; readonly halt: Halt }

export interface World {
  readonly records: Records
  readonly ask: (src: string, payment: string | null) => Promise<Answer>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly report: (stage: Stage) => void
}

/**
 * Buys, as far as the reader has agreed. The order is the law: what was sent before is shown again; the price is asked; the reader
 * has agreed to it; it is known that nothing else was signed for this with another number; the record is kept; it is signed, kept,
 * and only then sent.
 * @param provider null where the reader has named no wallet: goes as far as it can without one, to 'prices' at most
 */
export async function buy(wish: Wish, provider: Provider | null, world: World): Promise<Outcome> {
  const outcome = await proceed(wish, provider, world)
  if (outcome.type !== 'halt' || outcome.halt.money !== 'nothing') return outcome
  const record = world.records.read(wish.src)
  const isOpen = record !== null && !record.isBought && record.sent.length > 0
  return isOpen ? { type: 'halt', halt: { ...outcome.halt, money: 'nothing-more' } } : outcome
}

async function proceed(wish: Wish, provider: Provider | null, world: World): Promise<Outcome> {
  const record = world.records.read(wish.src)
  const shown = record === null ? null : await showAgain(record, wish, world)
  if (shown !== null) return shown
  world.report('asking')
  const answer = await world.ask(wish.src, null)
  if (answer.type !== 'price') return withoutPrice(answer, wish)
  const { challenge } = answer
  const offer = chosen(challenge, wish)
  if ('type' in offer) return offer
  if (provider === null) return { type: 'prices', amounts: [offer.amount] }
  return pay({ wish, challenge, offer, wallet: bound(provider), world })
}

/** Free, whatever became of it: the seller takes a payment once, and so does the token. Null where it opens nothing. */
async function showAgain(record: PurchaseRecord, wish: Wish, { records, ask, report }: World): Promise<Outcome | null> {
  const latest = record.sent.at(-1)
  if (latest === undefined || wish.isAgain) return null
  // Nobody here sees what came of a navigation. After the second one, the seller is asked in words.
  if (wish.isPage && record.navigations < 2) {
    records.write(wish.src, { ...record, navigations: record.navigations + 1 })
    return { type: 'page', payment: latest }
  }
  report('paying')
  for (const payment of record.sent.toReversed()) {
    const answer = await ask(wish.src, payment)
    if (answer.type === 'goods') return delivered(answer.goods, record, wish, records)
    if (answer.type === 'unclear') return halt({ money: 'unknown', why: 'no-answer' })
  }
  return null
}

function withoutPrice(answer: Exclude<Answer, { type: 'price' }>, { isPage }: Wish): Outcome {
  if (answer.type === 'goods') return isPage ? { type: 'page', payment: null } : answer
  return halt({ money: 'nothing', why: answer.type === 'unclear' ? 'no-answer' : answer.status === 402 ? 'nothing-payable' : 'refused' })
}

/** The offer that the reader has agreed to, or what they are to be asked. */
function chosen({ offers }: Challenge, { isTip, agreed }: Wish): Offer | Outcome {
  const [cheapest, ...others] = isTip ? offers : offers.filter(({ isPass }) => !isPass)
  if (cheapest === undefined) return halt({ money: 'nothing', why: 'nothing-payable' })
  if (!isTip) return agreed !== null && cheapest.amount <= agreed ? cheapest : { type: 'prices', amounts: [cheapest.amount] }
  const amounts = [...new Set([cheapest, ...others].map(({ amount }) => amount))]
  return offers.find(({ amount }) => amount === agreed) ?? { type: 'prices', amounts }
}

/** Everything a payment is made of. */
interface Payment {
  readonly wish: Wish
  readonly challenge: Challenge
  readonly offer: Offer
  readonly wallet: Bound
  readonly world: World
}

async function pay(payment: Payment): Promise<Outcome> {
  const { wish, offer, wallet, world } = payment
  world.report('wallet')
  const payer = await accountOf(wallet)
  if (!payer.startsWith('0x')) return halt({ money: 'nothing', why: payer as WalletFault })
  const fault = await bringTo(offer.network, wallet)
  if (fault !== null) return halt({ money: 'nothing', why: fault })
  const record = await recordFor(payer as Address, payment)
  if ('type' in record) return record
  const balance = await balanceOf(record.payer, offer.network, wallet)
  if (balance !== null && balance < offer.amount) return halt({ money: 'nothing', why: 'too-little', balance, amount: offer.amount })
  if (!world.records.write(wish.src, record)) return halt({ money: 'nothing', why: 'not-kept' })
  return signed(payment, record)
}

/** The record that this payment belongs to: the one there is, as long as anything signed for it could be charged, or a new one. */
async function recordFor(payer: Address, { wish, offer, wallet, world }: Payment): Promise<PurchaseRecord | Outcome> {
  const earlier = world.records.read(wish.src)
  const fresh = (): PurchaseRecord => ({
    v: 1,
    network: offer.network.id,
    payer,
    nonce: hexOf(world.random(32)),
    validBefore: 0,
    at: world.now(),
    sent: [],
    navigations: 0,
    isBought: false,
  })
  const isSame = earlier?.payer === payer && earlier.network === offer.network.id
  if (earlier === null || (earlier.sent.length === 0 && !isSame)) return fresh()
  // Signed perhaps, in another tab, and not sent: the number stays the same.
  if (earlier.sent.length === 0) return earlier
  const fate = earlier.isBought ? 'used' : await fateOf(earlier, wallet)
  if (fate === 'void') return fresh()
  if (fate === 'used' || isLongOver(fate, earlier, world)) {
    return wish.isAgain ? fresh() : { type: 'again', at: earlier.at, amount: offer.amount }
  }
  if (isSame) return earlier
  return halt({ money: 'open', why: 'other-account', payer: earlier.payer, until: earlier.validBefore })
}

/** Nobody can be asked what became of it, and it cannot be charged any more. */
const isLongOver = (fate: Fate, { validBefore }: PurchaseRecord, { now }: World): boolean => fate === 'unread' && now() / 1000 > validBefore + 3600

async function signed(payment: Payment, record: PurchaseRecord): Promise<Outcome> {
  const { wish, challenge, offer, wallet, world } = payment
  const validBefore = Math.floor(world.now() / 1000) + clampValidity(offer.maxTimeoutSeconds)
  const transfer: TransferAuthorization = {
    network: offer.network.id,
    asset: offer.network.token.address,
    from: record.payer,
    to: offer.payTo,
    value: offer.amount,
    validAfter: 0n,
    validBefore: BigInt(validBefore),
    nonce: record.nonce,
  }
  const answer = await sign(transfer, wallet)
  if (typeof answer === 'string') return halt({ money: 'nothing', why: answer })
  const header = writePayment(challenge, offer, transfer, answer.signature)
  const kept = { ...record, validBefore: Math.max(validBefore, record.validBefore), sent: [...record.sent, header].slice(-mostSent), navigations: 1 }
  if (!world.records.write(wish.src, kept)) return halt({ money: 'nothing', why: 'not-kept' })
  return wish.isPage ? { type: 'page', payment: header } : send(payment, kept, header)
}

async function send({ wish, wallet, world }: Payment, record: PurchaseRecord, header: string): Promise<Outcome> {
  world.report('paying')
  const answer = await world.ask(wish.src, header)
  if (answer.type === 'goods') return delivered(answer.goods, record, wish, world.records)
  if (answer.type === 'unclear') return halt({ money: 'unknown', why: 'no-answer' })
  if ((await fateOf(record, wallet)) === 'used') return halt({ money: 'charged', why: 'not-delivered' })
  return halt({ money: 'open', why: 'not-taken', until: record.validBefore, said: answer.type === 'price' ? answer.challenge.error : null })
}

/** A tip is over with its thanks. Anything else stays known, so that it opens again for nothing. */
function delivered(goods: Goods, record: PurchaseRecord, { src, isTip }: Wish, records: Records): Outcome {
  if (isTip) records.forget(src)
  else records.write(src, { ...record, isBought: true, ...(goods.kind === 'key' && goods.text.length <= longestKey && { key: goods.text }) })
  return { type: 'goods', goods }
}

const halt = (why: Halt): Outcome => ({ type: 'halt', halt: why })

const hexOf = (bytes: Uint8Array): Bytes32 => `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
