import type { Answer, SettlementClaim } from '../dialect'
import { readSettlementHeader } from '../settlement'
import { settlementHeader } from './detect'

/** Reads X-PAYMENT-RESPONSE (x402 v1, HTTP transport). Null when there is none or it cannot be read. */
export function readSettlement(answer: Answer): SettlementClaim | null {
  return readSettlementHeader(answer, settlementHeader)
}
