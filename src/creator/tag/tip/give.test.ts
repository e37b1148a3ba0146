import fc from 'fast-check'
import { encodeFunctionData, erc20Abi } from 'viem'
import { beforeEach, describe, expect, it } from 'vitest'
import { readPayee, type Payee } from '../../../core/tips/payee'
import { bound } from '../account'
import { FakeStorage, local, receiptOf, walletOn, type TestWallet } from '../tag.fixtures'
import { checksumSpelling } from './checksum'
import { give, lookAgain, type World } from './give'
import { openMemory, type BegunTip } from './memory'
import { transferCall } from './transfer'

const poet = '0x14dc79964da2c08b23698b3d3cc7ca32193d9955'
const found = readPayee(`ethereum:${local.token.address}@31337/transfer?address=${poet}`, checksumSpelling)
if (typeof found === 'string') throw new Error(found)
const payee: Payee = found
const amount = 3_000_000n

let storage: FakeStorage
let now: number
let wallet: TestWallet
let waits: number[]
let stages: string[]
beforeEach(() => {
  storage = new FakeStorage()
  now = Date.UTC(2027, 4, 1)
  wallet = walletOn({ now: () => now })
  waits = []
  stages = []
})
const memory = (whom: Payee = payee) => openMemory(whom, () => storage, () => now)
const world = (): World => ({
  memory: memory(),
  now: () => now,
  // What is waited for longest comes last: time passes as it is told.
  wait: async (milliseconds) => {
    waits.push(milliseconds)
    for (let turn = 0; turn < milliseconds / 100; turn += 1) await Promise.resolve()
  },
  report: (stage) => stages.push(stage),
})
const tryOnce = () => give(payee, amount, bound(wallet.provider), world())

describe('the call', () => {
  it('is what another implementation encodes', () => {
    const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes): `0x${string}` => `0x${Buffer.from(bytes).toString('hex')}`)
    fc.assert(
      fc.property(address, fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (to, value) => transferCall(to, value) === encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [to, value] })),
    )
  })
})

describe('giving', () => {
  it('is one transfer of the token on its network, and over when the chain shows it', async () => {
    expect(await tryOnce()).toEqual({ type: 'arrived' })
    expect(wallet.calls).toEqual([{ from: wallet.account.address.toLowerCase(), to: local.token.address, value: '0x0', data: transferCall(poet, amount), chainId: '0x7a69' }])
    expect(stages).toEqual(['wallet', 'network'])
    expect(memory().read()).toBeNull()
  })

  it('brings the wallet to the right network first, and gives nothing where that is not reached', async () => {
    wallet.chainId = 1
    expect(await tryOnce()).toEqual({ type: 'arrived' })
    expect(wallet.asked.indexOf('wallet_switchEthereumChain')).toBeLessThan(wallet.asked.indexOf('eth_sendTransaction'))
    wallet.chainId = 1
    wallet.staysPut = true
    expect(await tryOnce()).toEqual({ type: 'nothing', why: 'wrong-network' })
    expect(wallet.calls).toHaveLength(1)
  })

  it.each([
    ['eth_requestAccounts', 4001, 'declined'],
    ['eth_requestAccounts', -32002, 'busy'],
    ['eth_sendTransaction', 4001, 'declined'],
    ['eth_sendTransaction', -32002, 'busy'],
  ])('gives nothing where the answer to %s is %i, and remembers nothing', async (method, code, why) => {
    wallet.fails[method] = code
    expect(await tryOnce()).toEqual({ type: 'nothing', why })
    expect(memory().read()).toBeNull()
    expect(wallet.calls).toEqual([])
  })

  it('does not ask a wallet for what the account does not have', async () => {
    wallet.balance = amount - 1n
    expect(await tryOnce()).toEqual({ type: 'nothing', why: 'too-little', balance: amount - 1n })
    wallet.balance = amount
    expect(await tryOnce()).toEqual({ type: 'arrived' })
    wallet.fails['eth_call'] = 1
    expect(await tryOnce()).toEqual({ type: 'arrived' })
  })

  it('says why where the network’s own fee cannot be paid', async () => {
    wallet.fails['eth_sendTransaction'] = -32000
    wallet.coins = 0n
    expect(await tryOnce()).toEqual({ type: 'nothing', why: 'no-fee' })
  })

  it('never says that nothing left where a wallet does not say so', async () => {
    wallet.fails['eth_sendTransaction'] = -32603
    expect(await tryOnce()).toEqual({ type: 'unsaid' })
    expect(memory().read()).toMatchObject({ amount, hash: null })
    wallet.fails = {}
    for (const hash of [null, '', '0x', 'done', `0x${'a'.repeat(63)}`, { hash: '0x' }]) {
      wallet.hash = hash
      expect(await tryOnce()).toEqual({ type: 'unsaid' })
    }
  })

  it('remembers that it asks before it asks', async () => {
    const { request } = bound(wallet.provider)
    const looking = async (method: string, ...params: readonly unknown[]) => {
      if (method === 'eth_sendTransaction') expect(memory().read()).toEqual({ amount, from: wallet.account.address.toLowerCase(), at: now, hash: null })
      return request(method, ...params)
    }
    expect(await give(payee, amount, { request: looking }, world())).toEqual({ type: 'arrived' })
  })

  it('needs no storage', async () => {
    storage.isFull = true
    expect(await tryOnce()).toEqual({ type: 'arrived' })
  })
})

describe('what became of it', () => {
  const spoilt = (change: (log: ReturnType<typeof receiptOf>['logs'][number]) => object) => {
    wallet.receipt = (call) => ({ status: '0x1', logs: receiptOf(call).logs.map((log) => ({ ...log, ...change(log) })) })
  }
  const another = `0x${'12'.repeat(32)}`

  it.each([
    ['of another token', () => spoilt(() => ({ address: poet }))],
    ['of another amount', () => spoilt(() => ({ data: another }))],
    ['to somebody else', () => spoilt(({ topics }) => ({ topics: [...topics.slice(0, 2), another] }))],
    ['from somebody else', () => spoilt(({ topics }) => ({ topics: [topics[0], another, topics[2]] }))],
    ['that is none', () => spoilt(({ topics }) => ({ topics: [another, ...topics.slice(1)] }))],
    ['that left no trace', () => (wallet.receipt = () => ({ status: '0x1', logs: [] }))],
    ['that is no log at all', () => (wallet.receipt = () => ({ status: '0x1', logs: [null, 7, { topics: 'x' }] }))],
  ])('is never thanked for a transfer %s', async (_, spoil) => {
    spoil()
    expect(await tryOnce()).toEqual({ type: 'other' })
  })

  it('is read among other logs, in whatever case a wallet spells them', async () => {
    wallet.receipt = (call) => ({ status: '0x1', logs: [{}, ...receiptOf(call).logs.map(({ address, ...log }) => ({ ...log, address: `0x${address.slice(2).toUpperCase()}` }))] })
    expect(await tryOnce()).toEqual({ type: 'arrived' })
  })

  it('is nothing where the network refused it', async () => {
    wallet.receipt = () => ({ status: '0x0', logs: [] })
    expect(await tryOnce()).toEqual({ type: 'reverted' })
    expect(memory().read()).toBeNull()
  })

  it('is waited for, and no longer than is bearable; then it is looked for again, and not sent again', async () => {
    let looks = 0
    wallet.receipt = (call) => ((looks += 1) < 3 ? null : receiptOf(call))
    expect(await tryOnce()).toEqual({ type: 'arrived' })
    wallet.receipt = () => null
    expect(await tryOnce()).toEqual({ type: 'unseen' })
    expect(waits.filter((one) => one > 10_000)).toEqual([120_000, 120_000])
    const kept = memory().read() ?? expect.fail('it is forgotten')
    expect(kept.hash).toBe(`0x${'a1'.repeat(32)}`)
    wallet.receipt = receiptOf
    expect(await lookAgain(kept, payee, bound(wallet.provider), world())).toEqual({ type: 'arrived' })
    expect(wallet.calls).toHaveLength(2)
    expect(memory().read()).toBeNull()
  })

  it('does not depend on a wallet that answers', async () => {
    const { request } = bound(wallet.provider)
    const mute = async (method: string, ...params: readonly unknown[]) => (method === 'eth_getTransactionReceipt' ? new Promise<never>(() => undefined) : request(method, ...params))
    expect(await give(payee, amount, { request: mute }, world())).toEqual({ type: 'unseen' })
  })
})

describe('the memory of a tip', () => {
  const tip: BegunTip = { amount, from: poet, at: 0, hash: null }
  const minutes = 60_000
  it('lasts as long as a wallet may ask, and as long as what it sent may take', () => {
    memory().write({ ...tip, at: now - 14 * minutes })
    expect(memory().read()).not.toBeNull()
    memory().write({ ...tip, at: now - 16 * minutes })
    expect(memory().read()).toBeNull()
    memory().write({ ...tip, at: now - 16 * minutes, hash: `0x${'1'.repeat(64)}` })
    expect(memory().read()).not.toBeNull()
    memory().write({ ...tip, at: now - 24 * 60 * minutes, hash: `0x${'1'.repeat(64)}` })
    expect(memory().read()).toBeNull()
  })

  it('is of one account on one network', () => {
    memory().write({ ...tip, at: now })
    expect(memory({ ...payee, to: local.token.address }).read()).toBeNull()
  })

  it('believes nothing that it has not written', () => {
    const good = { v: 1, amount: '3000000', from: poet, at: now, hash: null }
    const read = (value: unknown) => {
      storage.setItem(`farthing-tip:31337:${poet}`, typeof value === 'string' ? value : JSON.stringify(value))
      return memory().read()
    }
    expect(read(good)).toEqual({ ...tip, at: now })
    for (const bad of [{ ...good, v: 2 }, { ...good, amount: '1.5' }, { ...good, amount: 3 }, { ...good, from: 'x' }, { ...good, at: 'now' }, { ...good, at: now + 5 }, { ...good, hash: '0x1' }, '', '[]', `"${'x'.repeat(2000)}"`]) {
      expect(read(bad)).toBeNull()
    }
    fc.assert(fc.property(fc.json(), (text) => read(text) === null))
  })
})
