import type { AnswerFacts } from './purchase'

/**
 * What a server's answer to a payment says about the money, before the chain is asked.
 * 'refused': plainly unpaid as far as the server tells. 'unknown': paid, perhaps paid, or contradictory.
 * Neither is proof: the signature stays spendable until it expires, so both wait for the chain.
 * The rows are those of x402 v2 servers, each in answer.test.ts.
 */
export function judgeAnswer(answer: AnswerFacts): 'refused' | 'unknown' {
  const { status, contentArrived, claim } = answer
  const clientError = status >= 400 && status < 500
  // 2xx, redirects, 304 (an empty answer that can have been charged) and 5xx (the facilitator may have settled) prove nothing.
  if (contentArrived || !clientError || status === 408) return 'unknown'
  if (claim === null) return 'refused'
  // A failed settlement that names a transaction, or one still running, may yet turn out to have moved money.
  if (claim.success || claim.transaction !== null || mayStillSettle(claim.reason)) return 'unknown'
  return 'refused'
}

function mayStillSettle(reason: string | null): boolean {
  return reason !== null && /pending|time.?d?.?out|fetch failed/i.test(reason)
}
