import * as v from 'valibot'
import { isBytes32 } from '../hex'
import { readHeader } from './base64-json'
import type { Answer, SettlementClaim } from './dialect'
import { displayText } from './text'

/** What x402 says of a settlement, in both versions. `transaction` is empty when there is none. */
const settlementResponse = v.looseObject({
  success: v.boolean(),
  errorReason: v.nullish(v.string()),
  errorMessage: v.nullish(v.string()),
  transaction: v.nullish(v.string()),
})

/**
 * Reads the header in which an x402 server says how a payment was settled, which may come with any status. Null when there
 * is none or it cannot be read. Only a claim: unsigned, and to be checked on chain.
 * @param name the header's name, in lower case
 */
export function readSettlementHeader(answer: Answer, name: string): SettlementClaim | null {
  const header = answer.headers.get(name)
  const json = header === undefined ? null : readHeader(header)
  if (json === null || !json.ok) return null
  const parsed = v.safeParse(settlementResponse, json.value)
  if (!parsed.success) return null
  const { success, transaction, errorReason, errorMessage } = parsed.output
  const named = transaction?.toLowerCase() ?? ''
  const reason = errorReason || errorMessage
  return { success, transaction: isBytes32(named) ? named : null, reason: reason ? displayText(reason, 200) : null }
}
