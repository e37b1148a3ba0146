import { describe, expect, it } from 'vitest'
import type { Address, Bytes32, Hex } from '../hex'
import { authorizationUsedTopic, transferIn, transferTopic } from './queries'
import { readOne, type Query } from './rpc'
import { mostTransfers, numberBehind, transfersIn, transfersTo } from './transfers'

const account = (digit: string): Address => `0x${digit.repeat(40)}`
const [token, seller, signer, payer, stranger] = [account('1'), account('2'), account('3'), account('4'), account('5')] as const
const transaction: Bytes32 = `0x${'ef'.repeat(32)}`
const nonce: Bytes32 = `0x${'ab'.repeat(32)}`
const word = (value: bigint): Hex => `0x${value.toString(16).padStart(64, '0')}`
const topicOf = (address: Address): Hex => `0x${address.slice(2).padStart(64, '0')}`
const value = <T>(asked: Query<T>, result: unknown): T | string => {
  const answer = readOne([{ jsonrpc: '2.0', id: 1, result }], asked)
  return answer.ok ? answer.value : answer.error
}

const moved = { address: token, topics: [transferTopic, topicOf(seller), topicOf(payer)], data: word(50_000n), transactionHash: transaction, blockNumber: '0x14', logIndex: '0x3' }

describe('what was moved to a purse', () => {
  const asked = transfersTo(token, [seller, signer], payer, 10n, 20n)

  it('is asked for by token, senders and purse, and nothing else', () => {
    expect(asked).toMatchObject({
      method: 'eth_getLogs',
      params: [{ address: token, topics: [transferTopic, [topicOf(seller), topicOf(signer)], topicOf(payer)], fromBlock: '0xa', toBlock: '0x14' }],
    })
  })

  it('comes with its place, oldest first', () => {
    const earlier = { ...moved, topics: [transferTopic, topicOf(signer), topicOf(payer)], blockNumber: '0xb', logIndex: '0x9' }
    const before = { ...moved, logIndex: '0x0' }
    expect(value(asked, [moved, earlier, before])).toEqual([
      { from: signer, to: payer, amount: 50_000n, transaction, logIndex: 9, block: 11n },
      { from: seller, to: payer, amount: 50_000n, transaction, logIndex: 0, block: 20n },
      { from: seller, to: payer, amount: 50_000n, transaction, logIndex: 3, block: 20n },
    ])
  })

  it.each([
    ['another token', { address: stranger }],
    ['another sender', { topics: [transferTopic, topicOf(stranger), topicOf(payer)] }],
    ['another receiver', { topics: [transferTopic, topicOf(seller), topicOf(stranger)] }],
    ['another event', { topics: [authorizationUsedTopic, topicOf(seller), topicOf(payer)] }],
    ['too few topics', { topics: [transferTopic, topicOf(seller)] }],
    ['a block before', { blockNumber: '0x9' }],
    ['a block after', { blockNumber: '0x15' }],
    ['a log that was taken back', { removed: true }],
  ])('leaves out %s, whatever the endpoint says', (_, change) => expect(value(asked, [{ ...moved, ...change }])).toEqual([]))

  it.each([
    ['no place', { logIndex: undefined }],
    ['a place beyond any block', { logIndex: '0xffffffffff' }],
    ['an amount that is none', { data: '0x01' }],
    ['no block', { blockNumber: null }],
    ['a transaction that is none', { transactionHash: '0x12' }],
  ])('makes no sense with %s', (_, change) => expect(value(asked, [{ ...moved, ...change }])).toBe('malformed'))

  it('makes no sense in masses', () => {
    expect(value(asked, Array.from({ length: mostTransfers + 1 }, () => moved))).toBe('malformed')
    expect(value(asked, {})).toBe('malformed')
  })
})

describe('what one transaction moved to a purse', () => {
  const read = (logs: readonly unknown[], more: object = {}) => value(transfersIn(transaction, token, [seller], payer), { transactionHash: transaction, status: '0x1', blockNumber: '0x14', logs, ...more })

  it('is told of the token, the sender and the purse alone', () => {
    const strange = { ...moved, address: stranger, data: '0x', topics: [] }
    const toOthers = { ...moved, topics: [transferTopic, topicOf(seller), topicOf(stranger)], logIndex: '0x4' }
    const ofOthers = { ...moved, topics: [transferTopic, topicOf(stranger), topicOf(payer)], logIndex: '0x5' }
    expect(read([strange, moved, toOthers, ofOthers])).toEqual({ transfers: [{ from: seller, to: payer, amount: 50_000n, transaction, logIndex: 3, block: 20n }] })
  })

  it('is nothing where it failed, is not known, or is another', () => {
    for (const found of [read([moved], { status: '0x0' }), read([moved], { transactionHash: nonce }), value(transfersIn(transaction, token, [seller], payer), null), read([{ ...moved, data: '0x01' }])]) expect(found).toEqual({ transfers: [] })
  })
})

describe('the number behind a transfer', () => {
  const used = { address: token, topics: [authorizationUsedTopic, topicOf(seller), nonce], logIndex: '0x2' }
  const came = { from: seller, to: payer, amount: 50_000n, transaction, logIndex: 3, block: 20n }
  const read = (logs: readonly unknown[], more: object = {}) => value(numberBehind(token, came), { transactionHash: transaction, status: '0x1', logs, ...more })

  it('is the one that was used right before it, by who sent it', () => {
    expect(read([used, moved])).toEqual({ nonce })
    for (const before of [[], [{ ...used, address: stranger }], [{ ...used, topics: [authorizationUsedTopic, topicOf(stranger), nonce] }], [used, { ...moved, logIndex: '0x1' }]]) {
      expect(read([...before, moved])).toEqual({ nonce: null })
    }
  })

  it('is not known where the transfer is not there', () => {
    for (const found of [read([used]), read([used, moved], { status: '0x0' }), read([used, moved], { transactionHash: nonce }), value(numberBehind(token, came), null)]) expect(found).toBe('malformed')
  })
})

describe('what a number moved', () => {
  const use = { token, authorizer: seller, nonce }
  const used = { address: token, topics: [authorizationUsedTopic, topicOf(seller), nonce], data: '0x', transactionHash: transaction, logIndex: '0x2' }
  const read = (logs: readonly unknown[], more: object = {}) => value(transferIn(transaction, use), { transactionHash: transaction, status: '0x1', from: stranger, blockNumber: '0x14', logs, ...more })

  it('is the transfer after its use, to whomever', () => {
    expect(read([used, moved])).toEqual({ transfer: { from: seller, to: payer, amount: 50_000n, transaction, logIndex: 3, block: 20n } })
    expect(read([used, { ...moved, topics: [transferTopic, topicOf(seller), topicOf(stranger)] }])).toMatchObject({ transfer: { to: stranger } })
  })

  it('is nothing where it was not used, the transaction failed, or its place is not told', () => {
    for (const found of [read([moved]), read([used, moved], { status: '0x0' }), read([used, { ...moved, logIndex: undefined }]), value(transferIn(transaction, use), null)]) expect(found).toEqual({ transfer: null })
  })
})
