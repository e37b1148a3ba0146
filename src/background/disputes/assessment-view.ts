import type { Fact, Help } from '../../core/dispute/assess'
import type { Problem } from '../../core/dispute/problem'
import { refundedAmount } from '../../core/purchase/refunds'
import type { Purchase } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import type { AssessmentView, HelpView, SaleTermsView, SellerRecordView } from '../../messaging/dispute-views'
import { atTime, onDay } from '../display'
import { moneyOn, paymentRow } from '../payment/payment-view'
import type { Assessed } from './circumstances'
import { amountOf } from './dispute-view'
import { hindranceSentence } from './hindrance'

const text = words.dispute

interface Beside {
  readonly terms: SaleTermsView
  readonly way: 'endpoint' | 'letter'
  readonly seller: SellerRecordView
  /** The newest dispute about the payment. */
  readonly dispute: string | null
}

/** What is known of a problem, in words. */
export function assessmentView(found: Assessed, problem: Problem, { terms, way, seller, dispute }: Beside): AssessmentView {
  const { purchase, hindrance, most, proposed, until } = found
  const money = (atomic: bigint) => moneyOn(purchase.terms.network, atomic)
  return {
    payment: paymentRow(purchase),
    problem,
    facts: found.facts.map((fact) => factSentence(fact, purchase)),
    helps: found.helps.map((help) => helpView(help, found, dispute)).filter((help) => help !== null),
    ask:
      hindrance === null && until !== null
        ? { possible: true, most: money(most), proposed: money(proposed), way, until }
        : { possible: false, sentence: hindranceSentence(hindrance ?? 'not-paid', until) },
    terms,
    seller,
  }
}

function factSentence(fact: Fact, purchase: Purchase): string {
  const { terms, settlement, deliveredAt } = purchase
  if (typeof fact !== 'string') return text.facts['signed-less'](amountOf(purchase, fact.signed), amountOf(purchase, terms.amount))
  if (fact === 'paid') return text.facts.paid(amountOf(purchase, terms.amount), onDay(settlement?.at ?? 0))
  return fact === 'arrived' ? text.facts.arrived(onDay(deliveredAt ?? 0)) : text.facts[fact]
}

function helpView(help: Help, { purchase, duplicates }: Assessed, dispute: string | null): HelpView | null {
  switch (help) {
    case 'retry':
    case 'secure':
      return { kind: help, sentence: text.help[help] }
    case 'not-charged':
      return notChargedView(purchase)
    case 'duplicates':
      return { kind: 'duplicates', sentence: text.help.duplicates, payments: duplicates.map(paymentRow) }
    case 'refunded':
      return { kind: 'refunded', sentence: text.help.refunded(amountOf(purchase, refundedAmount(purchase))) }
    case 'dispute':
      return dispute === null ? null : { kind: 'dispute', sentence: text.help.dispute, dispute }
  }
}

/** What was signed and has not been taken may be taken until it has run out; nothing has to be done to let it go. */
function notChargedView({ state, signed }: Purchase): HelpView {
  if (state === 'void' || signed === null) return { kind: 'not-charged', sentence: text.help.notCharged, isCertain: true }
  const at = Number(signed.authorization.validBefore) * 1000
  return { kind: 'not-charged', sentence: at > Date.now() ? text.help.letGo(atTime(at)) : text.help.ranOut, isCertain: false }
}
