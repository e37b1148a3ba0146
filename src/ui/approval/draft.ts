import { toChecksumAddress } from '../../core/authorization/address'
import { decodeTransfer, type DecodedTransfer } from '../../core/authorization/transfer'
import { readerTotal } from '../../core/fees/breakdown'
import { fromHex, type Hex } from '../../core/hex'
import { parseAtomic } from '../../core/money'
import { findNetwork, type Network } from '../../core/networks/networks'
import { err, ok, type Result } from '../../core/result'
import type { ApprovalQuote, FeeLineView, MoneyView } from '../../messaging/views'

/** What the bytes to be signed say, ready to be shown. Nothing here was taken from anywhere else. */
export interface Draft {
  readonly message: Hex
  readonly decoded: DecodedTransfer
  /** The pinned network the bytes are for. */
  readonly network: Network
  readonly amount: MoneyView
  /** EIP-55. */
  readonly payee: string
  readonly payer: string
}

/**
 * Why nothing may be agreed to:
 * - unreadable: the bytes are not a transfer of a pinned token
 * - lines: the fee lines the reader pays do not add up to the amount in the bytes
 */
export type DraftFault = 'unreadable' | 'lines'

/** Reads the bytes of a quote and holds its fee lines against them. */
export function readDraft(quote: Pick<ApprovalQuote, 'message' | 'feeLines'>): Result<Draft, DraftFault> {
  const bytes = fromHex(quote.message)
  const decoded = bytes === null ? null : decodeTransfer(bytes)
  if (decoded?.ok !== true) return err('unreadable')
  const { network: id, value, to, from } = decoded.value.authorization
  const network = findNetwork(id)
  if (network === undefined) return err('unreadable')
  const { decimals, symbol } = network.token
  const amount = { atomic: value.toString(), decimals, symbol }
  if (sumOf(quote.feeLines, amount) !== value) return err('lines')
  return ok({ message: quote.message, decoded: decoded.value, network, amount, payee: toChecksumAddress(to), payer: toChecksumAddress(from) })
}

/** Atomic units of the lines the reader pays; null if one of them is not an amount of this token. */
function sumOf(lines: readonly FeeLineView[], token: Pick<MoneyView, 'decimals' | 'symbol'>): bigint | null {
  const paid = lines.filter((line) => line.paidBy === 'reader').map((line) => ({ ...line, amount: atomicOf(line.amount, token) }))
  return paid.some((line) => line.amount === null) ? null : readerTotal(paid)
}

function atomicOf(money: MoneyView | null, token: Pick<MoneyView, 'decimals' | 'symbol'>): bigint | null {
  if (money === null || money.decimals !== token.decimals || money.symbol !== token.symbol) return null
  return parseAtomic(money.atomic)
}
