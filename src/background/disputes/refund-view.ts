import type { ChainFault } from '../../core/chain/faults'
import type { Dispute } from '../../core/dispute/dispute'
import { refundNonceOf } from '../../core/dispute/identity'
import { findNetwork } from '../../core/networks/networks'
import type { Purchase } from '../../core/purchase/purchase'
import type { Result } from '../../core/result'
import { refundedAmount, type TransferPlace } from '../../core/purchase/refunds'
import { en as words } from '../../core/words/en'
import type { RefundCandidateView, RefundLookView } from '../../messaging/dispute-views'
import { inWords, type PricedSettings } from '../display'
import type { NumberUse } from '../chain/refund-reader'
import { moneyOn } from '../payment/payment-view'
import type { RefundCandidate, RefundCheck, RefundFault } from './refunds-desk'

/** What came of the last look for refunds of a payment, as far as pages tell of it. */
export interface LastLook {
  readonly candidates: readonly RefundCandidateView[]
  readonly numbers: readonly NumberUse[]
  /** False where the endpoint looks back less far than would be needed. */
  readonly isWhole: boolean
  /** Why nothing could be seen; null where it could. */
  readonly fault: ChainFault | null
}

export function lastLook(checked: Result<RefundCheck, RefundFault>): LastLook {
  if (checked.ok) {
    const { candidates, purchase, numbers, isWhole } = checked.value
    return { candidates: candidates.map((candidate) => candidateView(candidate, purchase)), numbers, isWhole, fault: null }
  }
  const { error } = checked
  const isOfChain = error !== 'locked' && error !== 'unknown' && error !== 'not-paid'
  return { candidates: [], numbers: [], isWhole: true, fault: isOfChain ? error : null }
}

/** What stands in the way of seeing whether the money that was asked for came; null where nothing does. */
export function unseenSentence({ request, refunded, state }: Dispute, look: LastLook | null): string | null {
  if (look === null || refunded >= request.amount) return null
  if (look.fault !== null) return words.refunds.notSeen[look.fault]
  const number = refundNonceOf(request.disputeId)
  const uses = look.numbers.flatMap(({ nonce, state: use }) => (nonce === number ? [use] : []))
  if (uses.includes('pending')) return words.refunds.pending
  if (uses.includes('unseen')) return words.refunds.unseen
  return !look.isWhole && state === 'accepted' ? words.refunds.short : null
}

/** What a candidate is called when the reader answers. */
export const candidateKey = ({ transaction, logIndex }: TransferPlace): string => `${transaction}:${String(logIndex)}`

export function refundLookView(check: RefundCheck, settings: PricedSettings): RefundLookView {
  const { purchase, candidates, isWhole } = check
  const back = refundedAmount(purchase)
  const sentences = [backInWords(purchase, settings), ...nextInWords(check), ...(isWhole ? [] : [words.refunds.short])]
  return { sentence: sentences.join(' '), found: back === 0n ? null : moneyOn(purchase.terms.network, back), candidates: candidates.map((candidate) => candidateView(candidate, purchase)) }
}

/** How much of a purchase has come back, in a sentence. */
export function backInWords(purchase: Purchase, settings: PricedSettings): string {
  const { amount, network } = purchase.terms
  const back = refundedAmount(purchase)
  if (back === 0n) return words.refunds.none
  const decimals = findNetwork(network)?.token.decimals ?? 6
  const [all, paid] = [inWords(back, decimals, settings), inWords(amount, decimals, settings)]
  return back === amount ? words.refunds.whole(paid) : back < amount ? words.refunds.part(all, paid) : words.refunds.more(all, paid)
}

function nextInWords({ candidates, numbers }: RefundCheck): readonly string[] {
  const isAny = (use: NumberUse['state']): boolean => numbers.some(({ state }) => state === use)
  const pending = isAny('pending') ? [words.refunds.pending] : isAny('unseen') ? [words.refunds.unseen] : []
  if (candidates.length === 0) return pending
  return [...pending, candidates.length === 1 ? words.refunds.ask : words.refunds.askMany(String(candidates.length))]
}

export function candidateView(candidate: RefundCandidate, { terms: { network } }: Purchase): RefundCandidateView {
  const { transaction, amount, at } = candidate
  const explorer = findNetwork(network)?.explorer ?? null
  return { key: candidateKey(candidate), amount: moneyOn(network, amount), at, explorer: explorer === null ? null : explorer.replace('{tx}', transaction) }
}
