import * as v from 'valibot'
import type { Address, Bytes32 } from '../hex'
import type { Trace } from '../purchase/purchase'
import { addressText, addressWord, bool, callData, quantity, quantityText, uint256, word } from './encoding'
import { query, type Query } from './rpc'

/** Selectors and topics of ERC-20 and EIP-3009; chain.test.ts computes them from their signatures. */
export const balanceOfSelector = '0x70a08231'
export const authorizationStateSelector = '0xe94a0102'
export const transferTopic = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'
export const authorizationUsedTopic = '0x98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5'

export const authorizationCanceledTopic = '0x1cdd46ff242716cdaa72d159d339a485b3438398348d68f09d7c8c0a59353d81'

export interface Block {
  readonly number: bigint
  /** Milliseconds since 1970. */
  readonly timeMs: number
}

export const chainId = (): Query<bigint> => query('eth_chainId', [], quantity)

export const blockNumber = (): Query<bigint> => query('eth_blockNumber', [], quantity)

/** The latest block, for its number and its clock: expiry is measured by block time. */
export function latestBlock(): Query<Block> {
  return blockAt('latest')
}

/** A block by its number, or the latest. */
export function blockAt(number: bigint | 'latest'): Query<Block> {
  const seconds = v.pipe(quantity, v.check((value) => value < 2n ** 42n), v.transform(Number))
  const block = v.pipe(
    v.looseObject({ number: quantity, timestamp: seconds }),
    v.transform(({ number, timestamp }) => ({ number, timeMs: timestamp * 1000 })),
  )
  return query('eth_getBlockByNumber', [number === 'latest' ? number : quantityText(number), false], block)
}

/** Whether there is a contract at `address`. */
export function hasCode(address: Address): Query<boolean> {
  const code = v.pipe(v.string(), v.maxLength(512 * 1024), v.regex(/^0x(?:[0-9a-fA-F]{2})*$/), v.transform((text) => text !== '0x'))
  return query('eth_getCode', [address, 'latest'], code)
}

/** ERC-20 `balanceOf`: atomic units. */
export function balanceOf(token: Address, account: Address): Query<bigint> {
  return query('eth_call', [{ to: token, data: callData(balanceOfSelector, addressWord(account)) }, 'latest'], uint256)
}

/** EIP-3009 `authorizationState`: true once the nonce has been used or cancelled. */
export function authorizationState(token: Address, authorizer: Address, nonce: Bytes32): Query<boolean> {
  const data = callData(authorizationStateSelector, addressWord(authorizer), nonce)
  return query('eth_call', [{ to: token, data }, 'latest'], bool)
}

/** One use of one authorization, as the token logs it. */
export interface Use {
  readonly token: Address
  readonly authorizer: Address
  readonly nonce: Bytes32
}

const log = v.looseObject({
  address: addressText,
  topics: v.pipe(v.array(word), v.maxLength(4)),
  transactionHash: word,
  removed: v.optional(v.boolean()),
})

const topicsOf = ({ authorizer, nonce }: Use): readonly Bytes32[] => [authorizationUsedTopic, addressWord(authorizer), nonce]

function isUse(entry: v.InferOutput<typeof log>, use: Use): boolean {
  const topics = topicsOf(use)
  return entry.removed !== true && entry.address === use.token && topics.every((topic, at) => entry.topics[at] === topic)
}

/**
 * The transactions in which the token logged EIP-3009 `AuthorizationUsed(address indexed authorizer, bytes32 indexed nonce)`.
 * At most one on an honest chain. Endpoints limit how many blocks may be asked for at once.
 */
export function authorizationUses(use: Use, fromBlock: bigint, toBlock: bigint): Query<readonly Bytes32[]> {
  const filter = { address: use.token, topics: topicsOf(use), fromBlock: quantityText(fromBlock), toBlock: quantityText(toBlock) }
  const logs = v.pipe(
    v.array(log),
    v.maxLength(100),
    v.transform((entries) => entries.filter((entry) => isUse(entry, use)).map((entry) => entry.transactionHash)),
  )
  return query('eth_getLogs', [filter], logs)
}

/** Whether the token logged that an authorization was withdrawn before anybody used it: EIP-3009 `AuthorizationCanceled`, indexed alike. */
export function isCanceled({ token, authorizer, nonce }: Use, fromBlock: bigint, toBlock: bigint): Query<boolean> {
  const topics = [authorizationCanceledTopic, addressWord(authorizer), nonce]
  const isIts = (entry: v.InferOutput<typeof log>): boolean => entry.removed !== true && entry.address === token && topics.every((topic, at) => entry.topics[at] === topic)
  const any = v.pipe(v.array(log), v.maxLength(100), v.transform((entries) => entries.some(isIts)))
  return query('eth_getLogs', [{ address: token, topics, fromBlock: quantityText(fromBlock), toBlock: quantityText(toBlock) }], any)
}

/** Whether the token logged any use of an authorization of this account. */
export function usesBy(token: Address, authorizer: Address, fromBlock: bigint, toBlock: bigint): Query<boolean> {
  const topics = [authorizationUsedTopic, addressWord(authorizer)]
  const isIts = (entry: v.InferOutput<typeof log>): boolean => entry.removed !== true && entry.address === token && topics.every((topic, at) => entry.topics[at] === topic)
  const any = v.pipe(v.array(log), v.maxLength(10_000), v.transform((entries) => entries.some(isIts)))
  return query('eth_getLogs', [{ address: token, topics, fromBlock: quantityText(fromBlock), toBlock: quantityText(toBlock) }], any)
}

/** Whether a transaction, perhaps one that a seller claims, succeeded and used this authorization. False for one the chain does not know. */
export function usedIn(transaction: Bytes32, use: Use): Query<boolean> {
  const receipt = v.looseObject({ transactionHash: word, status: quantity, logs: v.pipe(v.array(log), v.maxLength(1000)) })
  const used = v.pipe(
    v.nullable(receipt),
    v.transform(
      (found) =>
        found !== null && found.transactionHash === transaction && found.status === 1n && found.logs.some((entry) => isUse(entry, use)),
    ),
  )
  return query('eth_getTransactionReceipt', [transaction], used)
}

/** An ERC-20 `Transfer(address indexed from, address indexed to, uint256 value)` of the token. */
interface Transfer {
  readonly from: Address
  readonly to: Address
  /** Atomic units. */
  readonly value: bigint
  /** The place of its log in the block; null where the endpoint does not say. */
  readonly logIndex: number | null
}

/** A transaction that used an authorization, and what the token logged in it from there on. */
interface Settlement {
  readonly sender: Address
  readonly block: bigint
  /** The transfer right after `AuthorizationUsed` (EIP-3009): the payment itself. */
  readonly payment: Transfer
  readonly later: readonly Transfer[]
}

/** The place of a log in its block. */
export const logPlace = v.pipe(quantity, v.maxValue(2n ** 32n), v.transform(Number))
const transferLog = v.looseObject({ ...log.entries, data: v.pipe(v.string(), v.maxLength(100_000)), logIndex: v.optional(logPlace) })
const settlementReceipt = v.looseObject({
  transactionHash: word,
  status: quantity,
  from: addressText,
  blockNumber: quantity,
  logs: v.pipe(v.array(transferLog), v.maxLength(1000)),
})

/** Asks for the transaction that used an authorization. `read` is given null where it failed, is unknown, or did no such thing. */
function settlementIn<T>(transaction: Bytes32, use: Use, read: (found: Settlement | null) => T): Query<T> {
  const found = v.pipe(v.nullable(settlementReceipt), v.transform((receipt) => read(receipt === null ? null : readSettlement(receipt, transaction, use))))
  return query('eth_getTransactionReceipt', [transaction], found)
}

function readSettlement(receipt: v.InferOutput<typeof settlementReceipt>, transaction: Bytes32, use: Use): Settlement | null {
  if (receipt.transactionHash !== transaction || receipt.status !== 1n) return null
  const at = receipt.logs.findIndex((entry) => isUse(entry, use))
  const [payment = null, ...later] = at === -1 ? [] : receipt.logs.slice(at + 1).map((entry) => readTransfer(entry, use.token))
  if (payment === null || payment.from !== use.authorizer) return null
  return { sender: receipt.from, block: receipt.blockNumber, payment, later: later.filter((transfer) => transfer !== null) }
}

function readTransfer({ address, topics: [topic, ...parties], data, logIndex, removed }: v.InferOutput<typeof transferLog>, token: Address): Transfer | null {
  if (removed === true || address !== token || topic !== transferTopic) return null
  const [from, to] = parties.map((party) => v.safeParse(addressText, `0x${party.slice(26)}`))
  const value = v.safeParse(uint256, data)
  return from?.success === true && to?.success === true && value.success ? { from: from.output, to: to.output, value: value.output, logIndex: logIndex ?? null } : null
}

/** Where a used authorization sent the money. */
export interface Paid {
  readonly to: Address
  /** Atomic units. */
  readonly value: bigint
  readonly block: bigint
}

/** What one authorization paid, and whom. Null where the transaction did no such thing. */
export function paidIn(transaction: Bytes32, use: Use): Query<{ readonly paid: Paid | null }> {
  return settlementIn(transaction, use, (found) => ({ paid: found === null ? null : { to: found.payment.to, value: found.payment.value, block: found.block } }))
}

/** A transfer of the pinned token as it was logged. */
export interface LoggedTransfer {
  readonly from: Address
  readonly to: Address
  /** Atomic units. */
  readonly amount: bigint
  readonly transaction: Bytes32
  /** The place of its log in the block. */
  readonly logIndex: number
  readonly block: bigint
}

/** The same as one transfer among others, with its place on the chain. Null where the transaction did no such thing. */
export function transferIn(transaction: Bytes32, use: Use): Query<{ readonly transfer: LoggedTransfer | null }> {
  return settlementIn(transaction, use, (found) => {
    if (found === null || found.payment.logIndex === null) return { transfer: null }
    const { from, to, value: amount, logIndex } = found.payment
    return { transfer: { from, to, amount, transaction, logIndex, block: found.block } }
  })
}

/** The most further transfers that are read of one settlement. */
export const mostOnward = 16

/**
 * What the transaction that used an authorization shows besides: who sent it, and what of the money went on from the payee in the
 * same transaction, after it came. Null where the transaction did no such thing, or where more went on than came: then that
 * money was not only this payment's.
 */
export function traceOf(transaction: Bytes32, use: Use): Query<{ readonly trace: Trace | null }> {
  return settlementIn(transaction, use, (found) => ({ trace: found === null ? null : readTrace(found) }))
}

function readTrace({ sender, payment, later }: Settlement): Trace | null {
  const onward = later.filter(({ from }) => from === payment.to).map(({ to, value }) => ({ to, amount: value }))
  const total = onward.reduce((sum, { amount }) => sum + amount, 0n)
  return total > payment.value || onward.length > mostOnward ? null : { sender, onward }
}
