import fc from 'fast-check'
import { recoverTypedDataAddress, toHex } from 'viem'
import { beforeEach, describe, expect, it } from 'vitest'
import { encodeBase64 } from './border'
import { readChallenge } from './challenge'
import { buy, type Outcome, type Wish, type World } from './purchase'
import { openRecords } from './records'
import type { Answer } from './seller'
import { FakeStorage, local, walletOn, type TestWallet } from './tag.fixtures'

const src = 'https://ada.example/farthing/parts/1/essays/ferry'
const payee = '0x209693bc6afc0c5328ba36faf03c514ef312287c'
const goods: Answer = { type: 'goods', goods: { kind: 'html', text: '<p>The rest.</p>' } }
const unclear: Answer = { type: 'unclear' }

const entry = (amount: bigint, more: object = {}) => ({
  scheme: 'exact',
  network: local.id,
  amount: amount.toString(),
  asset: local.token.address,
  payTo: payee,
  maxTimeoutSeconds: 60,
  extra: { name: local.token.name, version: local.token.version },
  ...more,
})
const asks = (...accepts: readonly object[]): Answer => {
  const challenge = readChallenge(encodeBase64(JSON.stringify({ x402Version: 2, error: 'Payment required', resource: { url: src }, accepts })))
  if (challenge === null) throw new Error('no challenge')
  return { type: 'price', challenge }
}
const price = 100_000n
const wish: Wish = { src, isTip: false, isPage: false, agreed: price, isAgain: false }

interface Sent {
  readonly nonce: string
  readonly value: string
  readonly validBefore: string
  readonly header: string
}

/** A seller whose answers to the price and to payments are given by turns; the last one stays. */
function shop(...answers: readonly { price?: Answer; paid?: Answer }[]) {
  const payments: Sent[] = []
  let turn = 0
  const at = () => answers[Math.min(turn, answers.length - 1)] ?? {}
  const ask: World['ask'] = async (_, payment) => {
    if (payment === null) return at().price ?? asks(entry(price))
    const { authorization } = (JSON.parse(atob(payment)) as { payload: { authorization: Omit<Sent, 'header'> } }).payload
    payments.push({ ...authorization, header: payment })
    return at().paid ?? goods
  }
  return { ask, payments, next: () => (turn += 1) }
}

let storage: FakeStorage
let now: number
let wallet: TestWallet
beforeEach(() => {
  storage = new FakeStorage()
  now = Date.UTC(2026, 2, 3)
  wallet = walletOn({ now: () => now })
})

const worldOf = (ask: World['ask']): World => ({
  records: openRecords(() => storage, () => now),
  ask,
  now: () => now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  report: () => undefined,
})
const tryOnce = (ask: World['ask'], more: Partial<Wish> = {}, provider = wallet.provider): Promise<Outcome> => buy({ ...wish, ...more }, provider, worldOf(ask))
const noncesOf = (payments: readonly Sent[]) => new Set(payments.map(({ nonce }) => nonce)).size

describe('a purchase', () => {
  it('signs what was agreed to, for the pinned token, and opens', async () => {
    const { ask, payments } = shop()
    expect(await tryOnce(ask)).toEqual(goods)
    expect(payments.map(({ value }) => value)).toEqual([price.toString()])
    const { payload, accepted } = JSON.parse(atob(payments[0]?.header ?? '')) as { payload: { signature: `0x${string}` }; accepted: unknown }
    expect(accepted).toEqual(entry(price))
    const [asked] = wallet.signed
    expect(asked?.domain).toEqual({ name: local.token.name, version: local.token.version, chainId: local.chainId, verifyingContract: local.token.address })
    const signer = await recoverTypedDataAddress({ ...asked, signature: payload.signature } as unknown as Parameters<typeof recoverTypedDataAddress>[0])
    expect(signer).toBe(wallet.account.address)
  })

  it.each([1n, 15n, 301n, 100_000n])('lasts between 30 and 300 seconds, whatever the seller asks (%s)', async (seconds) => {
    const { ask, payments } = shop({ price: asks(entry(price, { maxTimeoutSeconds: Number(seconds) })) })
    await tryOnce(ask)
    const lasts = Number(payments[0]?.validBefore) - now / 1000
    expect(lasts).toBeGreaterThanOrEqual(30)
    expect(lasts).toBeLessThanOrEqual(300)
  })

  it('asks again where the price is higher than what was agreed to, and takes a lower one', async () => {
    const dearer = shop({ price: asks(entry(price + 1n)) })
    expect(await tryOnce(dearer.ask)).toEqual({ type: 'prices', amounts: [price + 1n] })
    expect(dearer.payments).toEqual([])
    expect(wallet.signed).toEqual([])
    const cheaper = shop({ price: asks(entry(price - 1n)) })
    expect(await tryOnce(cheaper.ask)).toEqual(goods)
    expect(cheaper.payments[0]?.value).toBe((price - 1n).toString())
  })

  it('never signs for more than was agreed to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 4 }), async (agreed, amounts) => {
        storage = new FakeStorage()
        const { ask, payments } = shop({ price: asks(...amounts.map((amount) => entry(amount))) })
        await tryOnce(ask, { agreed })
        for (const { value } of payments) expect(BigInt(value)).toBeLessThanOrEqual(agreed)
        expect(payments.length).toBe(amounts.some((amount) => amount <= agreed) ? 1 : 0)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves a pass, which is dearer for a reason, to those who ask for one', async () => {
    const { ask } = shop({ price: asks(entry(price, { extra: { name: local.token.name, version: local.token.version, covers: 'day' } })) })
    expect(await tryOnce(ask)).toMatchObject({ halt: { money: 'nothing', why: 'nothing-payable' } })
  })

  it('opens for nothing where the seller knows who has paid', async () => {
    const { ask, payments } = shop({ price: goods })
    expect(await tryOnce(ask)).toEqual(goods)
    expect(payments).toEqual([])
  })

  it('needs a place to remember it', async () => {
    storage.isFull = true
    const { ask, payments } = shop()
    expect(await tryOnce(ask)).toMatchObject({ halt: { money: 'nothing', why: 'not-kept' } })
    expect(wallet.signed).toEqual([])
    expect(payments).toEqual([])
  })

  it('is written down before the wallet is asked to sign', async () => {
    wallet.onSign = () => expect(openRecords(() => storage, () => now).read(src)).toMatchObject({ payer: wallet.account.address.toLowerCase(), sent: [] })
    expect(await tryOnce(shop().ask)).toEqual(goods)
    expect.assertions(2)
  })
})

describe('what is not paid', () => {
  const wrong: Readonly<Record<string, object>> = {
    'another scheme': { scheme: 'upto' },
    'an unknown network': { network: 'eip155:1' },
    'another token': { asset: '0x5fbdb2315678afecb367f032d93f642f64180aa3' },
    'a token with another name': { extra: { name: 'Dollar', version: '2' } },
    'a token of another version': { extra: { name: local.token.name, version: '1' } },
    'an allowance': { extra: { name: local.token.name, version: '2', assetTransferMethod: 'permit2' } },
    'money first': { extra: { name: local.token.name, version: '2', paymentFlow: 'upfront' } },
    nothing: { amount: '0' },
    'a fraction': { amount: '1.5' },
    'a number': { amount: 100_000 },
    'the token itself': { payTo: local.token.address },
    nobody: { payTo: `0x${'0'.repeat(40)}` },
    'a name': { payTo: 'ada.eth' },
    'no time': { maxTimeoutSeconds: 0 },
    'no end': { maxTimeoutSeconds: Infinity },
    'no extra': { extra: null },
  }
  it.each(Object.entries(wrong))('%s', async (_, change) => {
    const { ask, payments } = shop({ price: asks(entry(price, change)) })
    expect(await tryOnce(ask)).toEqual({ type: 'halt', halt: { money: 'nothing', why: 'nothing-payable' } })
    expect([...payments, ...wallet.signed, ...wallet.asked]).toEqual([])
  })

  it('is refused whatever a header holds, and nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(encodeBase64), fc.anything().map((value) => encodeBase64(JSON.stringify({ x402Version: 2, accepts: [value] })))), (header) => {
        expect(readChallenge(header)?.offers ?? []).toEqual([])
      }),
    )
  })
})

describe('a wallet that does not', () => {
  it.each([
    ['eth_requestAccounts', 4001, 'declined'],
    ['eth_requestAccounts', -32002, 'busy'],
    ['eth_signTypedData_v4', 4001, 'declined'],
    ['eth_signTypedData_v4', 1, 'failed'],
    ['wallet_switchEthereumChain', 4001, 'declined'],
  ])('%s fails with %s', async (method, code, why) => {
    if (method === 'wallet_switchEthereumChain') wallet.chainId = 1
    wallet.fails[method] = code
    const { ask, payments } = shop()
    expect(await tryOnce(ask)).toEqual({ type: 'halt', halt: { money: 'nothing', why } })
    expect(payments).toEqual([])
  })

  it.each(['', '0x', `0x${'g'.repeat(130)}`, `0x${'1'.repeat(10_000)}`, 7, null])('signs with %j', async (signature) => {
    wallet.signature = signature
    const { ask, payments } = shop()
    expect(await tryOnce(ask)).toMatchObject({ halt: { money: 'nothing', why: 'failed' } })
    expect(payments).toEqual([])
  })

  it('is brought to the network that is paid on, or told of it', async () => {
    wallet.chainId = 1
    wallet.fails['wallet_switchEthereumChain'] = 4902
    expect(await tryOnce(shop().ask)).toEqual(goods)
    expect(wallet.asked).toContain('wallet_addEthereumChain')
  })

  it('stays on another network pays nothing', async () => {
    wallet.chainId = 1
    wallet.staysPut = true
    const { ask, payments } = shop()
    expect(await tryOnce(ask)).toMatchObject({ halt: { money: 'nothing', why: 'wrong-network' } })
    expect(payments).toEqual([])
  })

  it('has too little is told before it signs', async () => {
    wallet.balance = price - 1n
    expect(await tryOnce(shop().ask)).toEqual({ type: 'halt', halt: { money: 'nothing', why: 'too-little', balance: price - 1n, amount: price } })
    expect(wallet.signed).toEqual([])
  })

  it('says nothing of what is on the chain can pay all the same', async () => {
    wallet.fails['eth_call'] = 1
    expect(await tryOnce(shop().ask)).toEqual(goods)
  })
})

describe('an answer that is lost', () => {
  it('is asked for again with the same payment: nothing is signed a second time', async () => {
    const { ask, payments, next } = shop({ paid: unclear }, {})
    expect(await tryOnce(ask)).toEqual({ type: 'halt', halt: { money: 'unknown', why: 'no-answer' } })
    next()
    expect(await tryOnce(ask)).toEqual(goods)
    expect(wallet.signed).toHaveLength(1)
    expect(payments.map(({ header }) => header)).toEqual([payments[0]?.header, payments[0]?.header])
  })

  it('needs no wallet the second time', async () => {
    const { ask, next } = shop({ paid: unclear }, {})
    await tryOnce(ask)
    next()
    expect(await buy(wish, null, worldOf(ask))).toEqual(goods)
  })

  it('is never paid for under a second number while the first can be charged', async () => {
    const refuses = asks(entry(price))
    const { ask, payments } = shop({ paid: refuses })
    expect(await tryOnce(ask)).toMatchObject({ halt: { money: 'open', why: 'not-taken' } })
    now += 20_000
    await tryOnce(ask)
    now += 20_000
    await tryOnce(ask)
    expect(payments.length).toBeGreaterThan(2)
    expect(noncesOf(payments)).toBe(1)
  })

  it('is paid under a new number once the chain shows that the first is void', async () => {
    const { ask, payments } = shop({ paid: asks(entry(price)) })
    await tryOnce(ask)
    now += 3_600_000
    await tryOnce(ask)
    expect(noncesOf(payments)).toBe(2)
  })

  it('keeps its number where the chain cannot be seen', async () => {
    const { ask, payments } = shop({ paid: asks(entry(price)) })
    wallet.fails['eth_getBlockByNumber'] = 1
    await tryOnce(ask)
    now += 600_000
    await tryOnce(ask)
    expect(noncesOf(payments)).toBe(1)
  })

  it('was charged: the reader is told, and pays again only if they say so', async () => {
    const { ask, payments } = shop({ paid: asks(entry(price)) })
    await tryOnce(ask)
    wallet.used.add(payments[0]?.nonce ?? '')
    const at = now
    now += 3_600_000
    expect(await tryOnce(ask)).toEqual({ type: 'again', at, amount: price })
    expect(noncesOf(payments)).toBe(1)
    await tryOnce(ask, { isAgain: true })
    expect(noncesOf(payments)).toBe(2)
  })

  it('was charged at once and not delivered: that is said', async () => {
    const { ask } = shop({ paid: asks(entry(price)) })
    wallet.usesAll = true
    expect(await tryOnce(ask)).toEqual({ type: 'halt', halt: { money: 'charged', why: 'not-delivered' } })
  })

  it('is not paid from another account while the first can be charged', async () => {
    const { ask, payments } = shop({ paid: asks(entry(price)) })
    await tryOnce(ask)
    const other = walletOn({ now: () => now, key: toHex(7n, { size: 32 }) })
    expect(await tryOnce(ask, {}, other.provider)).toMatchObject({ halt: { money: 'open', why: 'other-account', payer: wallet.account.address.toLowerCase() } })
    expect(noncesOf(payments)).toBe(1)
    expect(other.signed).toEqual([])
    now += 3_600_000
    await tryOnce(ask, {}, other.provider)
    expect(other.signed).toHaveLength(1)
  })

  it('is not called free of charge when a later try stops', async () => {
    const { ask } = shop({ paid: asks(entry(price)) })
    await tryOnce(ask)
    wallet.fails['eth_signTypedData_v4'] = 4001
    expect(await tryOnce(ask)).toEqual({ type: 'halt', halt: { money: 'nothing-more', why: 'declined' } })
  })
})

/** Whatever seller, wallet, chain and clock do: what could be charged is charged under one number, unless the reader said "once more". */
it('is charged once, however it goes', async () => {
  const turn = fc.record({
    paid: fc.constantFrom<'goods' | 'unclear' | 'refused' | 'silently-taken'>('goods', 'unclear', 'refused', 'silently-taken'),
    declines: fc.boolean(),
    blind: fc.boolean(),
    other: fc.boolean(),
    later: fc.constantFrom(0, 40_000, 400_000, 900_000),
    isPage: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 8 }), async (turns) => {
      storage = new FakeStorage()
      now = Date.UTC(2026, 2, 3)
      wallet = walletOn({ now: () => now })
      const other = walletOn({ now: () => now, key: toHex(7n, { size: 32 }), used: wallet.used })
      const refused = asks(entry(price))
      for (const { paid, declines, blind, other: isOther, later, isPage } of turns) {
        const used = isOther ? other : wallet
        used.fails = { ...(declines && { eth_signTypedData_v4: 4001 }), ...(blind && { eth_call: 1 }) }
        const { ask } = shop({ paid: { goods, unclear, refused, 'silently-taken': unclear }[paid] })
        const taking: World['ask'] = async (address, payment) => {
          const answer = await ask(address, payment)
          const { authorization } = (JSON.parse(atob(payment ?? encodeBase64('{"payload":{}}'))) as { payload: { authorization?: Sent & { from: string } } }).payload
          const isInTime = Number(authorization?.validBefore ?? 0) > now / 1000
          if (authorization !== undefined && isInTime && (paid === 'goods' || paid === 'silently-taken')) wallet.used.add(authorization.nonce)
          return answer
        }
        const outcome = await tryOnce(taking, { isPage }, used.provider)
        if (outcome.type === 'page' && outcome.payment !== null) await taking(src, outcome.payment)
        now += later
        expect(wallet.used.size).toBeLessThanOrEqual(1)
        if (outcome.type === 'goods') return
      }
    }),
    { numRuns: 150 },
  )
})

describe('a page of its own', () => {
  it('is loaded with what was signed, twice at most, before anything is signed again under the same number', async () => {
    const { ask } = shop({ paid: asks(entry(price)) })
    const headers: (string | null)[] = []
    for (let press = 0; press < 3; press += 1) {
      const outcome = await tryOnce(ask, { isPage: true })
      headers.push(outcome.type === 'page' ? outcome.payment : null)
    }
    expect(headers[1]).toBe(headers[0])
    expect(wallet.signed).toHaveLength(2)
    expect(new Set(wallet.signed.map(({ message }) => message.nonce)).size).toBe(1)
  })

  it('is put in place where loading it did not help, and the seller knows the payment', async () => {
    const { ask } = shop()
    for (let press = 0; press < 2; press += 1) expect((await tryOnce(ask, { isPage: true })).type).toBe('page')
    expect(await tryOnce(ask, { isPage: true })).toEqual(goods)
    expect(wallet.signed).toHaveLength(1)
  })

  it('is only loaded once more where the seller knows who has paid', async () => {
    expect(await tryOnce(shop({ price: goods }).ask, { isPage: true })).toEqual({ type: 'page', payment: null })
  })
})

describe('a tip', () => {
  const list = asks(entry(500_000n), entry(100_000n), entry(500_000n))
  it('is one of the prices, exactly', async () => {
    const { ask, payments } = shop({ price: list })
    expect(await tryOnce(ask, { isTip: true, agreed: null })).toEqual({ type: 'prices', amounts: [100_000n, 500_000n] })
    expect(await tryOnce(ask, { isTip: true, agreed: 200_000n })).toEqual({ type: 'prices', amounts: [100_000n, 500_000n] })
    await tryOnce(ask, { isTip: true, agreed: 500_000n })
    expect(payments.map(({ value }) => value)).toEqual(['500000'])
  })

  it('can be given again, each time under a number of its own', async () => {
    const { ask, payments } = shop({ price: list })
    await tryOnce(ask, { isTip: true, agreed: 100_000n })
    await tryOnce(ask, { isTip: true, agreed: 100_000n })
    expect(noncesOf(payments)).toBe(2)
  })
})
