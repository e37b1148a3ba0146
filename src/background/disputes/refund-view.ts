import { findNetwork } from '../../core/networks/networks'
import type { Purchase } from '../../core/purchase/purchase'
import { refundedAmount, type TransferPlace } from '../../core/purchase/refunds'
import { en as words } from '../../core/words/en'
import type { RefundCandidateView, RefundLookView } from '../../messaging/dispute-views'
import { inWords, type PricedSettings } from '../display'
import { moneyOn } from '../payment/payment-view'
import type { RefundCandidate, RefundCheck } from './refunds-desk'

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
  const pending = numbers.some(({ state }) => state === 'pending') ? [words.refunds.pending] : []
  if (candidates.length === 0) return pending
  return [...pending, candidates.length === 1 ? words.refunds.ask : words.refunds.askMany(String(candidates.length))]
}

export function candidateView(candidate: RefundCandidate, { terms: { network } }: Purchase): RefundCandidateView {
  const { transaction, amount, at } = candidate
  const explorer = findNetwork(network)?.explorer ?? null
  return { key: candidateKey(candidate), amount: moneyOn(network, amount), at, explorer: explorer === null ? null : explorer.replace('{tx}', transaction) }
}
