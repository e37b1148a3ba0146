import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en-US' } } }))
const post = vi.hoisted(() => vi.fn())
vi.mock('../chain/endpoint', () => ({ postJson: post }))

import type { Address, Bytes32 } from '../../core/hex'
import { tableOnly } from '../../core/money/rates'
import { networks } from '../../core/networks/networks'
import { authorization, sent, signed, start, terms as someTerms } from '../../core/purchase/machine.fixtures'
import type { Purchase, PurchaseTerms } from '../../core/purchase/purchase'
import { refundedAmount } from '../../core/purchase/refunds'
import { defaultLimits } from '../../core/spending/limits'
import { ok } from '../../core/result'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { historyDesk } from '../../store/history/history.fixtures'
import type { Books } from '../books'
import type { PricedSettings } from '../display'
import { RefundReader, type RefundNumber } from '../chain/refund-reader'
import { candidateKey } from './refund-view'
import { RefundsDesk, type DisputedNumber } from './refunds-desk'
import { timeOf, TokenChain, type Move } from './token-chain.fixtures'

const network = networks.find(({ id }) => id === 'eip155:8453') ?? missing()
function missing(): never {
  throw new Error('there is one')
}
const terms: PurchaseTerms = { ...someTerms, network: network.id, asset: network.token.address }
const { payTo, payer, amount } = terms
const signer: Address = `0x${'77'.repeat(20)}`
const number = (digit: string): Bytes32 => `0x${digit.repeat(64)}`

let chain: TokenChain
let books: Books
let isOpen: boolean
let disputed: DisputedNumber[]
let signers: Address[]
let told: string[]
let desk: RefundsDesk
let count = 0

beforeEach(async () => {
  chain = new TokenChain(network)
  post.mockReset()
  post.mockImplementation(async (_endpoint: string, body: unknown) => ok(chain.answer(body)))
  const { purchases, history } = historyDesk(newDatabase(), newSealer())
  books = { purchases, history } as unknown as Books
  await purchases.spending.limits.change(() => ({ ...defaultLimits, siteDay: 10n ** 9n, day: 10n ** 9n, month: 10n ** 9n }))
  isOpen = true
  disputed = []
  signers = []
  told = []
  desk = newDesk()
})

/** The settlement's block is read as the wallet reads it, from its transaction: here it is known by its name. */
const blocks = new Map<string, bigint>()
const newDesk = () =>
  new RefundsDesk({
    open: async () => (isOpen ? books : null),
    chain: {
      paidBy: async (_network, _payer, _nonce, transaction) => {
        const block = blocks.get(transaction)
        return block === undefined ? null : { to: payTo, value: amount, block }
      },
      findPayment: async () => null,
    },
    reader: new RefundReader(async () => 'https://endpoint.example'),
    disputed: async () => disputed,
    signers: async () => signers,
    settings: async () => ({ currency: 'USD', rates: tableOnly }) as unknown as PricedSettings,
    changed: (topic) => told.push(topic),
  })

/** A purchase that is paid on the chain. */
async function buy(change: Partial<PurchaseTerms> = {}, isNamed = true): Promise<Purchase> {
  count += 1
  const own: PurchaseTerms = { ...terms, ...change, resource: `https://news.example/${String(count)}`, nonce: `0x${count.toString(16).padStart(64, '0')}` }
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
  const reserved = await books.purchases.reserve({ id, terms: own, resourceTag: `tag-${String(count)}`, balance: 10n ** 12n, at: start })
  if (!reserved.ok) throw new Error(reserved.error.code)
  const transaction = chain.move({ from: own.payer, to: own.payTo, amount: own.amount, nonce: own.nonce })
  blocks.set(transaction, chain.latest)
  const signature = { ...signed, authorization: { ...authorization, network: own.network, asset: own.asset, from: own.payer, to: own.payTo, value: own.amount, nonce: own.nonce } }
  for (const event of [signature, sent, { type: 'settled' as const, at: start + 5, transaction: isNamed ? transaction : null }]) expect(await books.purchases.append(id, event)).toMatchObject({ ok: true })
  return (await books.purchases.get(id)) ?? missing()
}

const refund = (change: Partial<Move> = {}): Move => ({ from: payTo, to: payer, amount, ...change })
const back = async ({ id }: Purchase): Promise<bigint> => refundedAmount((await books.purchases.get(id)) ?? missing())
/** Looks for the numbers of disputes about a purchase. */
function checkWith(purchase: Purchase, numbers: readonly RefundNumber[]) {
  disputed = numbers.map((one) => ({ ...one, payment: purchase.id }))
  return desk.check(purchase)
}
async function look({ id }: Purchase) {
  const seen = await desk.look(id)
  if (!seen.ok) throw new Error(seen.error.sentence)
  return seen.value
}

describe('a refund by the number of the dispute', () => {
  it('is found, counted at its block’s time, and told to the pages', async () => {
    const purchase = await buy()
    await buy()
    const transaction = chain.move(refund({ nonce: number('a') }))
    const block = chain.latest
    chain.pass(12n)
    const checked = await checkWith(purchase, [{ authorizer: payTo, nonce: number('a') }])
    expect(checked).toMatchObject({ ok: true, value: { found: [{ transaction, amount, block, how: 'number' }], candidates: [], numbers: [{ state: 'moved' }], isWhole: true } })
    expect((await books.purchases.get(purchase.id))?.refunds).toMatchObject([{ at: Number(timeOf(block)) }])
    expect(told).toEqual(['payments', 'disputes'])
    expect(await look(purchase)).toEqual({ sentence: 'All of the $0.05 is back.', found: { atomic: '50000', decimals: 6, symbol: 'USDC' }, candidates: [] })
    expect(told).toHaveLength(2)
  })

  it('counts only once it is deep enough', async () => {
    const purchase = await buy()
    disputed = [{ payment: purchase.id, authorizer: payTo, nonce: number('a') }]
    chain.move(refund({ nonce: number('a') }))
    chain.pass(11n)
    expect((await look(purchase)).sentence).toBe('Nothing has come back for this so far. The seller has just sent something. Look again in a minute.')
    expect(await back(purchase)).toBe(0n)
    chain.pass(1n)
    expect((await look(purchase)).found?.atomic).toBe('50000')
  })

  it('from a signer the seller has named, and of any amount, counts as well', async () => {
    const purchase = await buy()
    chain.move(refund({ from: signer, nonce: number('a'), amount: amount * 3n }))
    chain.pass(12n)
    await checkWith(purchase, [{ authorizer: signer, nonce: number('a') }])
    expect(await back(purchase)).toBe(amount * 3n)
    expect((await look(purchase)).sentence).toBe('$0.15 came back, more than the $0.05 you paid.')
  })

  it('from an account that the seller names only today counts by its number, and is asked about without one', async () => {
    const [one, other] = [await buy(), await buy()]
    signers = [signer]
    disputed = [{ payment: one.id, authorizer: payTo, nonce: number('a') }]
    chain.move(refund({ from: signer, nonce: number('a') }))
    chain.move(refund({ from: signer }))
    chain.pass(12n)
    expect(await look(one)).toMatchObject({ found: { atomic: '50000' }, candidates: [] })
    expect(await look(other), 'anybody’s account could have been named').toMatchObject({ found: null, candidates: [{ amount: { atomic: '50000' } }] })
  })

  it('is no refund where its money went elsewhere, where it was cancelled, and where somebody else used it', async () => {
    const purchase = await buy()
    chain.move(refund({ to: signer, nonce: number('a') }))
    chain.cancel(payTo, number('b'))
    chain.move(refund({ from: signer, to: signer, nonce: number('c') }))
    chain.pass(12n)
    const checked = await checkWith(purchase, ['a', 'b', 'c'].map((digit) => ({ authorizer: payTo, nonce: number(digit) })))
    expect(checked).toMatchObject({ ok: true, value: { found: [], numbers: [{ state: 'moved', transfer: { to: signer } }, { state: 'unseen' }, { state: 'unused' }] } })
    expect(await back(purchase)).toBe(0n)
  })

  it('is believed of what the seller names only where the chain shows it there, and is then found beyond what is looked through', async () => {
    const purchase = await buy()
    const other = chain.move(refund({ from: signer, to: signer, nonce: number('b') }))
    const true_ = chain.move(refund({ nonce: number('a') }))
    chain.pass(100_000n)
    chain.span = 9_000n
    const lied = await checkWith(purchase, [{ authorizer: payTo, nonce: number('a'), hint: other }])
    expect(lied).toMatchObject({ ok: true, value: { found: [], numbers: [{ state: 'unseen' }], isWhole: false } })
    const hinted = await checkWith(purchase, [{ authorizer: payTo, nonce: number('a'), hint: true_ }])
    expect(hinted).toMatchObject({ ok: true, value: { found: [{ transaction: true_ }] } })
  })

  it('of another payment is never taken for this one’s, whichever is looked at first', async () => {
    const [one, other] = [await buy({ amount: 60_000n }), await buy()]
    disputed = [{ payment: other.id, authorizer: payTo, nonce: number('b') }]
    // More than the other one cost: by its amount it could only be for the first.
    chain.move(refund({ amount: 60_000n, nonce: number('b') }))
    chain.pass(12n)
    expect(await look(one)).toMatchObject({ found: null, candidates: [] })
    expect(await look(other)).toMatchObject({ found: { atomic: '60000' } })
    expect(await look(one)).toMatchObject({ found: null, candidates: [] })
  })
})

describe('a refund by a plain transfer', () => {
  it('is found where it can be nothing else, in parts and after one another', async () => {
    const purchase = await buy()
    await buy({ payTo: signer })
    chain.move(refund({ amount: 20_000n }))
    chain.pass(12n)
    expect((await look(purchase)).sentence).toBe('$0.02 of $0.05 is back.')
    chain.move(refund({ amount: 30_000n }))
    chain.pass(12n)
    expect((await look(purchase)).sentence).toBe('All of the $0.05 is back.')
    chain.move(refund({ amount: 1n }))
    chain.pass(12n)
    expect(await look(purchase)).toMatchObject({ found: { atomic: '50000' }, candidates: [] })
  })

  it('that may be for two is asked about; a no is remembered, a yes counts for one of them only', async () => {
    const [one, other] = [await buy(), await buy()]
    chain.move(refund())
    const block = chain.latest
    chain.pass(12n)
    const seen = await look(one)
    expect(seen).toMatchObject({ found: null, candidates: [{ amount: { atomic: '50000' }, at: Number(timeOf(block)) }] })
    expect(seen.sentence).toBe('Nothing has come back for this so far. You received a payment from this seller that may be the refund. You can tell whether it is.')
    const key = seen.candidates[0]?.key ?? ''
    expect(seen.candidates[0]?.explorer).toContain(key.split(':')[0])
    expect(await desk.answer({ payment: one.id, candidate: key, isIt: false })).toMatchObject({ ok: true, value: { found: null, candidates: [] } })
    expect(await look(one)).toMatchObject({ found: null, candidates: [] })
    expect(await desk.answer({ payment: one.id, candidate: key, isIt: true }), 'what was said no to').toMatchObject({ ok: false })
    expect(await desk.answer({ payment: other.id, candidate: key, isIt: true })).toMatchObject({ ok: true, value: { found: { atomic: '50000' }, candidates: [] } })
    expect((await books.purchases.get(other.id))?.refunds).toMatchObject([{ how: 'reader' }])
    expect(await desk.answer({ payment: other.id, candidate: key, isIt: true }), 'twice').toMatchObject({ ok: false })
    expect(await back(one)).toBe(0n)
  })

  it('is found beyond what is looked through where the seller names it, and is no more certain for that', async () => {
    const [one, other] = [await buy(), await buy()]
    const named = chain.move(refund())
    const elsewhere = chain.move(refund({ to: signer }))
    chain.pass(100_000n)
    chain.span = 9_000n
    disputed = [{ payment: one.id, authorizer: payTo, nonce: number('a'), hint: named }, { payment: other.id, authorizer: payTo, nonce: number('b'), hint: elsewhere }]
    expect(await look(one)).toMatchObject({ found: null, candidates: [{ amount: { atomic: '50000' } }] })
    expect(await look(other)).toMatchObject({ found: null, candidates: [] })
    await books.purchases.append(other.id, { type: 'refunded', at: start, refund: { transaction: number('f'), logIndex: 0, amount, block: 2n, how: 'number' } })
    expect(await look(one)).toMatchObject({ found: { atomic: '50000' }, candidates: [] })
  })

  it('is never what a page invents', async () => {
    const purchase = await buy()
    const elsewhere = chain.move(refund({ from: signer }))
    chain.pass(12n)
    for (const candidate of [candidateKey({ transaction: elsewhere, logIndex: 0 }), candidateKey({ transaction: number('f'), logIndex: 0 }), '', 'x'.repeat(140)]) {
      expect(await desk.answer({ payment: purchase.id, candidate, isIt: true })).toMatchObject({ ok: false })
    }
    expect(await back(purchase)).toBe(0n)
  })

  it('of two at once counts one, for one of two that ask at the same moment', async () => {
    const purchase = await buy()
    chain.move(refund())
    chain.pass(12n)
    await Promise.all([look(purchase), look(purchase), look(purchase)])
    expect(await back(purchase)).toBe(amount)
  })

  it('is asked about where the payment itself cannot be found on the chain', async () => {
    const purchase = await buy({}, false)
    chain.move(refund())
    chain.pass(12n)
    expect(await look(purchase)).toMatchObject({ found: null, candidates: [{}] })
  })

  it('is looked for as far back as the endpoint goes, and that it is not far enough is said', async () => {
    const purchase = await buy()
    chain.move(refund({ amount: 10_000n }))
    chain.pass(20_000n)
    chain.move(refund({ amount: 30_000n }))
    chain.pass(12n)
    chain.span = 9_500n
    const seen = await look(purchase)
    expect(seen.found?.atomic).toBe('30000')
    expect(seen.sentence).toBe('$0.03 of $0.05 is back. Only the last hours could be looked through: what came back before then may be missing.')
    chain.span = 10n ** 9n
    expect((await look(purchase)).found?.atomic).toBe('40000')
  })
})

describe('what cannot be known', () => {
  it('is said, and nothing is written', async () => {
    const purchase = await buy()
    chain.move(refund())
    chain.pass(12n)
    chain.chainId = 1n
    expect(await desk.look(purchase.id)).toMatchObject({ ok: false, error: { sentence: 'It cannot be seen whether money came back: the endpoint in your settings belongs to another network.' } })
    post.mockImplementation(async () => ({ ok: false, error: 'unreachable' }))
    expect(await desk.look(purchase.id)).toMatchObject({ ok: false, error: { code: 'refused' } })
    isOpen = false
    expect(await desk.look(purchase.id)).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect(await desk.answer({ payment: purchase.id, candidate: 'x', isIt: true })).toMatchObject({ ok: false, error: { code: 'locked' } })
    isOpen = true
    expect(await back(purchase)).toBe(0n)
    expect(told).toEqual([])
  })

  it('of what was never paid is not asked of anybody', async () => {
    const { id } = await buy()
    await books.purchases.reserve({ id: 'p', terms, resourceTag: 'tag', balance: 10n ** 9n, at: start })
    post.mockClear()
    expect(await desk.look('p')).toMatchObject({ ok: false, error: { sentence: 'You were not charged for this, so there is nothing to come back.' } })
    expect(await desk.look(`${id}0`)).toMatchObject({ ok: false })
    expect(post).not.toHaveBeenCalled()
  })
})

it('asks about this payment alone: nothing of others stands in any question', async () => {
  const purchase = await buy()
  const others = [await buy({ payTo: signer }), await buy(), await buy({ payer: signer })]
  disputed = [...others, purchase].map(({ id }, at) => ({ payment: id, authorizer: payTo, nonce: number(String(at)) }))
  chain.move(refund({ nonce: number('3') }))
  chain.pass(12n)
  await look(purchase)
  const said = JSON.stringify(chain.asked)
  for (const [at, other] of others.entries()) {
    expect(said).not.toContain(other.terms.nonce.slice(2))
    expect(said).not.toContain(other.settlement?.transaction?.slice(2))
    expect(said).not.toContain(number(String(at)).slice(2))
  }
  expect(said).not.toContain(signer.slice(2))
})
