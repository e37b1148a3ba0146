import * as v from 'valibot'
import { isBytes32 } from '../../hex'
import type { Answer, SettlementClaim } from '../dialect'
import { displayText } from '../text'
import { settlementHeader } from './detect'
import { readHeader } from '../base64-json'
import { settlementResponse } from './wire'

/**
 * Reads PAYMENT-RESPONSE (x402 v2, HTTP transport), which may come with any status. Null when there is none or it
 * cannot be read. Only a claim: unsigned, and to be checked on chain.
 */
export function readSettlement(answer: Answer): SettlementClaim | null {
  const header = answer.headers.get(settlementHeader)
  const json = header === undefined ? null : readHeader(header)
  if (json === null || !json.ok) return null
  const parsed = v.safeParse(settlementResponse, json.value)
  if (!parsed.success) return null
  const { success, transaction, errorReason, errorMessage } = parsed.output
  const named = transaction?.toLowerCase() ?? ''
  const reason = errorReason || errorMessage
  return { success, transaction: isBytes32(named) ? named : null, reason: reason ? displayText(reason, 200) : null }
}
