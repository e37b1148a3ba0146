import * as v from 'valibot'
import { isBytes32, type Bytes32 } from '../../hex'
import { maxHeaderLength, readJson } from '../base64-json'
import { decodeBase64UrlText } from '../base64'
import type { Answer, SettlementClaim } from '../dialect'
import { displayText } from '../text'
import { settlementHeader } from './detect'
import { readRefusal } from './problem'
import { receipt } from './wire'

/**
 * Reads Payment-Receipt (draft-httpauth-payment-00, section 5.3), which says that money moved, whatever became of the page;
 * without one, the error in the body of an answer that refuses. Null when there is neither or it cannot be read. Only a claim:
 * unsigned, and to be checked on chain.
 */
export function readSettlement(answer: Answer): SettlementClaim | null {
  const header = answer.headers.get(settlementHeader)
  const settled = header === undefined ? null : readReceipt(header)
  if (settled !== null) return { success: true, transaction: settled.transaction, reason: null }
  const reason = answer.status >= 400 ? readRefusal(answer.body) : null
  return reason === null ? null : { success: false, transaction: null, reason: displayText(reason, 200) }
}

/** A receipt's reference is a transaction only where the method pays on an EVM network. */
function readReceipt(header: string): { readonly transaction: Bytes32 | null } | null {
  if (header.length > maxHeaderLength) return null
  const text = decodeBase64UrlText(header)
  const json = text === null ? null : readJson(text)
  const parsed = json?.ok === true ? v.safeParse(receipt, json.value) : null
  if (parsed?.success !== true) return null
  const { method, reference } = parsed.output
  const named = reference.toLowerCase()
  return { transaction: (method === 'evm' || method === 'usdc') && isBytes32(named) ? named : null }
}
