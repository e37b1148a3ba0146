import * as v from 'valibot'
import type { Address, Bytes32 } from '../hex'
import { addressText, addressWord, quantity, quantityText, uint256, word } from './encoding'
import { authorizationUsedTopic, logPlace, transferTopic, type LoggedTransfer } from './queries'
import { query, type Query } from './rpc'

/** The same of one transaction that somebody names. Null where it failed, is not known, or cannot be read. */
export function transfersIn(transaction: Bytes32, token: Address, from: readonly Address[], to: Address): Query<{ readonly transfers: readonly LoggedTransfer[] }> {
  const entry = v.looseObject({ address: addressText, topics: v.pipe(v.array(word), v.maxLength(4)), data: v.string(), logIndex: logPlace })
  const receipt = v.looseObject({ transactionHash: word, status: quantity, blockNumber: quantity, logs: v.pipe(v.array(entry), v.maxLength(1000)) })
  const read = v.pipe(
    v.nullable(receipt),
    v.transform((found) => {
      if (found === null || found.transactionHash !== transaction || found.status !== 1n) return { transfers: [] }
      const transfers = found.logs.flatMap(({ address, topics: [topic, sender, receiver], data, logIndex }) => {
        const account = from.find((one) => addressWord(one) === sender)
        const amount = v.safeParse(uint256, data)
        const isIts = address === token && topic === transferTopic && receiver === addressWord(to)
        return account !== undefined && isIts && amount.success ? [{ from: account, to, amount: amount.output, transaction, logIndex, block: found.blockNumber }] : []
      })
      return { transfers }
    }),
  )
  return query('eth_getTransactionReceipt', [transaction], read)
}

/**
 * The number of the authorization that a transfer was made by; null where it was made without one. The transfer itself has to be
 * found in its transaction.
 */
export function numberBehind(token: Address, { transaction, logIndex, from }: LoggedTransfer): Query<{ readonly nonce: Bytes32 | null }> {
  const entry = v.looseObject({ address: addressText, topics: v.pipe(v.array(word), v.maxLength(4)), logIndex: logPlace })
  const receipt = v.pipe(
    v.looseObject({ transactionHash: word, status: quantity, logs: v.pipe(v.array(entry), v.maxLength(1000)) }),
    v.check(({ transactionHash, status, logs }) => transactionHash === transaction && status === 1n && logs.some((one) => one.logIndex === logIndex)),
    v.transform(({ logs }) => {
      const before = logs[logs.findIndex((one) => one.logIndex === logIndex) - 1]
      const [topic, authorizer, nonce = null] = before?.address === token ? before.topics : []
      return { nonce: topic === authorizationUsedTopic && authorizer === addressWord(from) ? nonce : null }
    }),
  )
  return query('eth_getTransactionReceipt', [transaction], receipt)
}

/** The most that are read at once: nobody pays one purse this often from one account, but whoever wants to be in the way. */
export const mostTransfers = 500

const log = v.looseObject({
  address: addressText,
  topics: v.pipe(v.array(word), v.maxLength(4)),
  data: uint256,
  transactionHash: word,
  blockNumber: quantity,
  logIndex: logPlace,
  removed: v.optional(v.boolean()),
})

/**
 * What the token moved from any of these accounts to that one, oldest first; only what is within the blocks that were asked about,
 * and stands. Endpoints limit how many blocks may be asked for at once.
 */
export function transfersTo(token: Address, from: readonly Address[], to: Address, fromBlock: bigint, toBlock: bigint): Query<readonly LoggedTransfer[]> {
  const topics = [transferTopic, from.map(addressWord), addressWord(to)]
  const read = ({ address, topics: [topic, sender, receiver], data: amount, transactionHash: transaction, logIndex, blockNumber: block, removed }: v.InferOutput<typeof log>): LoggedTransfer | null => {
    const account = from.find((one) => addressWord(one) === sender)
    const isIts = removed !== true && address === token && topic === transferTopic && receiver === addressWord(to) && block >= fromBlock && block <= toBlock
    return account !== undefined && isIts ? { from: account, to, amount, transaction, logIndex, block } : null
  }
  const logs = v.pipe(
    v.array(log),
    v.maxLength(mostTransfers),
    v.transform((entries) => entries.map(read).filter((transfer) => transfer !== null).sort((a, b) => (a.block === b.block ? a.logIndex - b.logIndex : a.block < b.block ? -1 : 1))),
  )
  return query('eth_getLogs', [{ address: token, topics, fromBlock: quantityText(fromBlock), toBlock: quantityText(toBlock) }], logs)
}
