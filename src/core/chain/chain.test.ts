import { keccak_256 } from '@noble/hashes/sha3.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex, type Bytes32, type Hex } from '../hex'
import { networks } from '../networks/networks'
import type { ChainFault } from './faults'
import {
  authorizationCanceledTopic, authorizationState, authorizationStateSelector, authorizationUsedTopic, authorizationUses, balanceOf, balanceOfSelector, blockAt, blockNumber,
  chainId, hasCode, isCanceled, latestBlock, mostOnward, paidIn, traceOf, transferTopic, usedIn, usesBy,
} from './queries'
import { encodeBatch, readBatch, readOne, type Query } from './rpc'
import { readSnapshot, snapshotQueries } from './snapshot'

const keccak = (text: string): Hex => toHex(keccak_256(utf8ToBytes(text)))
const token: Hex = `0x${'11'.repeat(20)}`
const authorizer: Hex = '0x70997970c51812dc3a010c7d01b50e0d17dc79c8'
const nonce: Bytes32 = `0x${'ab'.repeat(32)}`
const transaction: Bytes32 = `0x${'ef'.repeat(32)}`
const use = { token, authorizer, nonce }
const word = (value: bigint): Hex => `0x${value.toString(16).padStart(64, '0')}`
const answering = <T>(asked: Query<T>, result: unknown) => readOne([{ jsonrpc: '2.0', id: 1, result }], asked)
const value = <T>(asked: Query<T>, result: unknown): T | ChainFault => {
  const answer = answering(asked, result)
  return answer.ok ? answer.value : answer.error
}

it('selectors and topics are those of their signatures', () => {
  expect(balanceOfSelector).toBe(keccak('balanceOf(address)').slice(0, 10))
  expect(authorizationStateSelector).toBe(keccak('authorizationState(address,bytes32)').slice(0, 10))
  expect(authorizationUsedTopic).toBe(keccak('AuthorizationUsed(address,bytes32)'))
  expect(authorizationCanceledTopic).toBe(keccak('AuthorizationCanceled(address,bytes32)'))
  expect(transferTopic).toBe(keccak('Transfer(address,address,uint256)'))
})

describe('whether an authorization was withdrawn', () => {
  const entry = { address: token, topics: [authorizationCanceledTopic, `0x${'0'.repeat(24)}${authorizer.slice(2)}`, nonce], transactionHash: transaction }
  const asked = isCanceled(use, 16n, 32n)

  it('is said by an entry of its own, and by nothing else that an endpoint gives', () => {
    expect(asked.params).toEqual([{ address: token, topics: entry.topics, fromBlock: '0x10', toBlock: '0x20' }])
    expect(value(asked, [entry])).toBe(true)
    expect(value(asked, [])).toBe(false)
    for (const change of [{ topics: [authorizationUsedTopic, ...entry.topics.slice(1)] }, { topics: entry.topics.slice(0, 2) }, { address: `0x${'22'.repeat(20)}` }, { removed: true }]) {
      expect(value(asked, [{ ...entry, ...change }])).toBe(false)
    }
  })
})

it('asks what the execution API understands', () => {
  expect(encodeBatch([balanceOf(token, authorizer), authorizationState(token, authorizer, nonce)])).toEqual([
    {
      jsonrpc: '2.0',
      id: 1,
      method: 'eth_call',
      params: [{ to: token, data: '0x70a0823100000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8' }, 'latest'],
    },
    {
      jsonrpc: '2.0',
      id: 2,
      method: 'eth_call',
      params: [{ to: token, data: `0xe94a010200000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8${'ab'.repeat(32)}` }, 'latest'],
    },
  ])
  expect(authorizationUses(use, 16n, 0n).params).toEqual([
    { address: token, topics: [authorizationUsedTopic, `0x${'0'.repeat(24)}${authorizer.slice(2)}`, nonce], fromBlock: '0x10', toBlock: '0x0' },
  ])
})

describe('whether an account has ever paid', () => {
  const entry = { address: token, topics: [authorizationUsedTopic, `0x${'0'.repeat(24)}${authorizer.slice(2)}`, nonce], transactionHash: transaction }
  const asked = usesBy(token, authorizer, 16n, 32n)

  it('is asked of the token’s own log, by the account and no number', () => {
    expect(asked.params).toEqual([{ address: token, topics: entry.topics.slice(0, 2), fromBlock: '0x10', toBlock: '0x20' }])
  })

  it('is true for one entry that is its own', () => {
    expect(value(asked, [])).toBe(false)
    expect(value(asked, [entry])).toBe(true)
    expect(value(asked, [{ ...entry, removed: true }, entry])).toBe(true)
  })

  it.each([
    ['of another token', { address: `0x${'22'.repeat(20)}` }],
    ['of another account', { topics: [authorizationUsedTopic, `0x${'0'.repeat(24)}${'33'.repeat(20)}`, nonce] }],
    ['of something else', { topics: [transferTopic, entry.topics[1], nonce] }],
    ['that was taken back', { removed: true }],
  ])('is not for an entry %s, whatever an endpoint was asked', (_why, change) => {
    expect(value(asked, [{ ...entry, ...change }])).toBe(false)
  })
})

describe('answers', () => {
  it.each(['0x', '0x00', '0x01', '0xA', '0XA', 'a', '10', '', '-0x1', '0x1 ', `0x1${'0'.repeat(64)}`, 10, null, {}])('quantity %j is refused', (result) =>
    expect(value(chainId(), result)).toBe('malformed'),
  )
  it('quantities', () => {
    expect(value(chainId(), '0x7a69')).toBe(31337n)
    expect(value(blockNumber(), '0x0')).toBe(0n)
    expect(value(blockNumber(), `0x${'f'.repeat(64)}`)).toBe((1n << 256n) - 1n)
  })
  it('blocks', () => {
    expect(value(latestBlock(), { number: '0x10', timestamp: '0x65', hash: 'x' })).toEqual({ number: 16n, timeMs: 101_000 })
    expect(value(latestBlock(), { number: '0x10', timestamp: `0x${'f'.repeat(20)}` })).toBe('malformed')
    expect(value(latestBlock(), null)).toBe('malformed')
  })
  it('code', () => {
    expect(value(hasCode(token), '0x')).toBe(false)
    expect(value(hasCode(token), '0x60Fe')).toBe(true)
    for (const odd of ['', '0x6', '60', null, '0xzz']) expect(value(hasCode(token), odd)).toBe('malformed')
  })
  it('balances', () => {
    expect(value(balanceOf(token, authorizer), word(50_000n))).toBe(50_000n)
    for (const odd of ['0x', '0xc350', `${word(1n)}00`, null, 5]) expect(value(balanceOf(token, authorizer), odd)).toBe('malformed')
  })
  it('authorization state', () => {
    const asked = authorizationState(token, authorizer, nonce)
    expect([value(asked, word(0n)), value(asked, word(1n)), value(asked, word(2n)), value(asked, '0x1')]).toEqual([false, true, 'malformed', 'malformed'])
  })
})

describe('the settlement', () => {
  const log = (change: Record<string, unknown> = {}) => ({
    address: token.toUpperCase().replace('0X', '0x'),
    topics: [authorizationUsedTopic, `0x${'0'.repeat(24)}${authorizer.slice(2)}`, nonce],
    transactionHash: transaction,
    blockNumber: '0x1',
    ...change,
  })
  const others = [
    log({ address: authorizer }),
    log({ removed: true }),
    log({ topics: [authorizationUsedTopic, log().topics[1], transaction] }),
    log({ topics: [transaction, log().topics[1], nonce] }),
    log({ topics: [authorizationUsedTopic] }),
  ]
  it('is found among logs, and nobody else’s is taken for it', () => {
    expect(value(authorizationUses(use, 0n, 9n), [...others, log()])).toEqual([transaction])
    expect(value(authorizationUses(use, 0n, 9n), others)).toEqual([])
    for (const odd of [null, {}, [null], [log({ transactionHash: '0x12' })], Array.from({ length: 101 }, () => log())]) {
      expect(value(authorizationUses(use, 0n, 9n), odd)).toBe('malformed')
    }
  })
  it('is believed of a claimed transaction only when it succeeded and used this authorization', () => {
    const receipt = (change: Record<string, unknown> = {}) => ({ transactionHash: transaction, status: '0x1', logs: [...others, log()], ...change })
    expect(value(usedIn(transaction, use), receipt())).toBe(true)
    expect(value(usedIn(transaction, use), null)).toBe(false)
    expect(value(usedIn(transaction, use), receipt({ status: '0x0' }))).toBe(false)
    expect(value(usedIn(transaction, use), receipt({ logs: others }))).toBe(false)
    expect(value(usedIn(transaction, use), receipt({ transactionHash: nonce }))).toBe(false)
    expect(value(usedIn(transaction, use), receipt({ logs: null }))).toBe('malformed')
  })
})

describe('a batch', () => {
  const queries = [chainId(), blockNumber()] as const
  const a = { jsonrpc: '2.0', id: 1, result: '0x1' }
  const b = { jsonrpc: '2.0', id: 2, result: '0x2' }
  const read = (json: unknown) => {
    const answers = readBatch(json, queries)
    return answers.ok ? answers.value.map((one) => (one.ok ? one.value : one.error)) : answers.error
  }
  it('may come in any order', () => {
    expect(read([a, b])).toEqual([1n, 2n])
    expect(read([b, a])).toEqual([1n, 2n])
  })
  it('may be declined in part or whole', () => {
    expect(read([a, { jsonrpc: '2.0', id: 2, error: { code: -32005, message: 'busy' } }])).toEqual([1n, 'unreachable'])
    expect(read({ jsonrpc: '2.0', id: null, error: { code: -32600, message: 'no batches' } })).toBe('unreachable')
  })
  it('with anything missing, doubled or foreign is malformed', () => {
    for (const json of [[a], [a, b, b], [], null, 'x', a, {}, [a, null], [{ ...a, jsonrpc: '1.0' }, b], [{ ...a, id: '1' }, b]]) expect(read(json)).toBe('malformed')
    expect(read([a, a])).toEqual([1n, 'malformed'])
    expect(read([a, { ...b, id: 3 }])).toEqual([1n, 'malformed'])
    expect(read([a, { jsonrpc: '2.0', id: 2 }])).toEqual([1n, 'malformed'])
  })
  it('of anything at all never throws', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.array(fc.record({ jsonrpc: fc.constant('2.0'), id: fc.nat(3), result: fc.jsonValue() }), { maxLength: 3 }))
    fc.assert(
      fc.property(anything, (json) => {
        read(json)
      }),
    )
  })
})

describe('a snapshot', () => {
  const network = networks.find((known) => known.id === 'eip155:8453')
  if (network === undefined) throw new Error('no such network')
  const queries = snapshotQueries(network, authorizer, nonce)
  const good = ['0x2105', '0x60', { number: '0x64', timestamp: '0x65' }, word(70_000n), word(1n)]
  const read = (change: Record<number, unknown>, highest = 0n) => {
    const json = good.map((result, at) => ({ jsonrpc: '2.0', id: at + 1, result: at in change ? change[at] : result }))
    const snapshot = readSnapshot(json, network, queries, highest)
    return snapshot.ok ? snapshot.value : snapshot.error
  }
  it('says what the chain says', () => {
    expect(read({})).toEqual({ block: { number: 100n, timeMs: 101_000 }, balance: 70_000n, used: true })
  })
  it('says who it is that does not make sense, before what does not', () => {
    expect(read({ 0: '0x1', 1: '0x', 3: '0x', 4: '0x' })).toBe('wrong-chain')
    expect(read({ 1: '0x', 3: '0x', 4: '0x' })).toBe('no-token')
    expect(read({ 3: '0x' })).toBe('malformed')
    expect(read({ 4: word(7n) })).toBe('malformed')
    expect(readSnapshot([], network, queries, 0n)).toMatchObject({ error: 'malformed' })
  })
  it('tolerates a machine a few blocks behind, not a chain that has forgotten', () => {
    expect(read({}, 116n)).toMatchObject({ used: true })
    expect(read({}, 117n)).toBe('went-back')
  })
})

describe('what a transaction paid', () => {
  const payee: Hex = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc'
  const topicOf = (address: Hex): Hex => `0x${address.slice(2).padStart(64, '0')}`
  const entry = (topics: readonly Hex[], data: Hex = '0x', address: Hex = token) => ({ address, topics, data, transactionHash: transaction })
  const used = entry([authorizationUsedTopic, topicOf(authorizer), nonce])
  const moved = entry([transferTopic, topicOf(authorizer), topicOf(payee)], word(50_000n))
  const read = (logs: readonly unknown[], more: object = {}) =>
    value(paidIn(transaction, use), { transactionHash: transaction, status: '0x1', from: payee, blockNumber: '0x10', logs, ...more })

  it('is the transfer right after the use', () => {
    const paid = { to: payee, value: 50_000n, block: 16n }
    expect(read([used, moved])).toEqual({ paid })
    const another = entry([transferTopic, topicOf(payee), topicOf(authorizer)], word(7n))
    expect(read([another, used, moved, another])).toEqual({ paid })
  })

  it.each([
    ['no logs', []],
    ['a use and nothing after it', [used]],
    ['a transfer before the use', [moved, used]],
    ['a transfer of somebody else', [used, { ...moved, topics: [transferTopic, topicOf(payee), topicOf(payee)] }]],
    ['a transfer of another token', [used, { ...moved, address: payee }]],
    ['an amount that is none', [used, { ...moved, data: '0x01' }]],
    ['the use of another nonce', [{ ...used, topics: [authorizationUsedTopic, topicOf(authorizer), transaction] }, moved]],
  ])('is nothing with %s', (_, logs) => expect(read(logs)).toEqual({ paid: null }))

  it('is nothing in a transaction that failed, is unknown, or is another', () => {
    expect(read([used, moved], { status: '0x0' })).toEqual({ paid: null })
    expect(read([used, moved], { transactionHash: nonce })).toEqual({ paid: null })
    expect(value(paidIn(transaction, use), null)).toEqual({ paid: null })
    expect(read([used, moved], { blockNumber: 16 })).toBe('malformed')
  })

  it('names the block whose time it is', () => expect(encodeBatch([blockAt(16n)])).toMatchObject([{ method: 'eth_getBlockByNumber', params: ['0x10', false] }]))
})

describe('what else a transaction shows', () => {
  const account = (digit: string): Hex => `0x${digit.repeat(40)}`
  const [payee, sender, platform] = [account('a'), account('b'), account('c')] as const
  const topicOf = (address: Hex): Hex => `0x${address.slice(2).padStart(64, '0')}`
  const entry = (topics: readonly Hex[], data: Hex = '0x', address: Hex = token) => ({ address, topics, data, transactionHash: transaction })
  const used = entry([authorizationUsedTopic, topicOf(authorizer), nonce])
  const moves = (from: Hex, to: Hex, amount: bigint) => entry([transferTopic, topicOf(from), topicOf(to)], word(amount))
  const paid = moves(authorizer, payee, 50_000n)
  const read = (logs: readonly unknown[], more: object = {}) =>
    value(traceOf(transaction, use), { transactionHash: transaction, status: '0x1', from: sender, blockNumber: '0x10', logs, ...more })

  it('is who sent it, and what went on from the payee after it came', () => {
    expect(read([used, paid])).toEqual({ trace: { sender, onward: [] } })
    expect(read([moves(payee, platform, 9n), used, paid, moves(platform, payee, 3n), moves(payee, platform, 5_000n)])).toEqual({ trace: { sender, onward: [{ to: platform, amount: 5_000n }] } })
  })

  it.each([
    ['no logs', []],
    ['no transfer after the use', [used]],
    ['a transfer of somebody else', [used, moves(platform, payee, 50_000n)]],
    ['more going on than came', [used, paid, moves(payee, platform, 50_001n)]],
    ['more transfers than anybody needs', [used, paid, ...Array.from({ length: mostOnward + 1 }, () => moves(payee, platform, 1n))]],
  ])('is nothing with %s', (_, logs) => expect(read(logs)).toEqual({ trace: null }))

  it('leaves out transfers of other tokens, and those that do not stand', () => {
    const onward = [{ ...moves(payee, platform, 1n), address: platform }, { ...moves(payee, platform, 2n), removed: true }, { ...moves(payee, platform, 3n), data: '0x' as const }]
    expect(read([used, paid, ...onward])).toEqual({ trace: { sender, onward: [] } })
  })

  it('is nothing in a transaction that failed, is unknown, or is another', () => {
    expect(read([used, paid], { status: '0x0' })).toEqual({ trace: null })
    expect(read([used, paid], { transactionHash: nonce })).toEqual({ trace: null })
    expect(value(traceOf(transaction, use), null)).toEqual({ trace: null })
    expect(read([used, paid], { from: 'me' })).toBe('malformed')
  })
})
