import { toChecksumAddress } from '../../core/authorization/address'
import { traced } from '../../core/fees/traced'
import { backOf, entryOf, type HistoryEntry } from '../../core/history/entry'
import { unlabelled, type PaymentLabel } from '../../core/history/label'
import { formatAt, formatToken } from '../../core/money'
import { findNetwork, type NetworkId } from '../../core/networks/networks'
import { passOf } from '../../core/protocols/covers'
import type { Purchase, PurchaseEvent } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import type { HistoryRow, LabelView, MoneyView, PaymentDetail, PaymentRow } from '../../messaging/views'
import { locale } from '../../platform/locale'
import type { KeptDispute } from '../../store/disputes'
import { takesNote } from '../challenge/protocols'
import { onDay, standing } from '../display'
import { statusOf } from '../disputes/status'
import { offerEvidence, receiptEvidence } from './evidence'

/** A purchase as a line of the list. */
export const paymentRow = (purchase: Purchase): PaymentRow => rowOf(entryOf(purchase, 0, unlabelled))

/** A payment as a line of the history. */
export const historyRow = (entry: HistoryEntry): HistoryRow => ({ ...rowOf(entry), ...labelView(entry.label), network: entry.network, refunded: refundedView(entry) })

function refundedView({ network, refunds }: Pick<HistoryEntry, 'network' | 'refunds'>): MoneyView | null {
  return refunds.length === 0 ? null : moneyOn(network, backOf({ refunds }))
}

function rowOf({ id, at, title, host, kind, amount, network, state, unasked, refunds }: HistoryEntry): PaymentRow {
  const isBack = refunds.length > 0 && backOf({ refunds }) >= amount
  return {
    id,
    at,
    title,
    host,
    kind,
    amount: moneyOn(network, amount),
    state,
    status: refunds.length === 0 ? words.status[state] : words.refunds.status[isBack ? 'whole' : 'part'],
    unasked,
    tone: isBack ? 'quiet' : state === 'delivered' ? 'good' : state === 'void' || state === 'refused' ? 'quiet' : 'care',
  }
}

const labelView = ({ note, tags }: PaymentLabel): LabelView => ({ label: note, tags })

/** What is told of a payment beside the purchase itself. */
export interface Beside {
  readonly journal: readonly PurchaseEvent[]
  /** The reader has called it a fraud. */
  readonly reported: boolean
  readonly label: PaymentLabel
  /** The newest about it. */
  readonly dispute: KeptDispute | null
}

/** A purchase with everything the wallet knows of it. */
export function paymentDetail(purchase: Purchase, { journal, reported, label, dispute }: Beside): PaymentDetail {
  const { terms, settlement } = purchase
  const network = findNetwork(terms.network)
  const transaction = settlement?.transaction ?? null
  const explorer = network?.explorer ?? null
  return {
    ...paymentRow(purchase),
    ...labelView(label),
    sentence: standing(purchase),
    page: terms.page,
    networkLabel: network?.label ?? terms.network,
    payee: toChecksumAddress(terms.payTo),
    feeLines: traced(terms.feeLines, purchase.trace, terms.payTo).map(({ amount, ...line }) => ({ ...line, amount: amount === null ? null : money(purchase, amount) })),
    transaction,
    explorer: transaction === null || explorer === null ? null : explorer.replace('{tx}', transaction),
    nonce: terms.nonce,
    offer: offerEvidence(purchase),
    receipt: receiptEvidence(purchase, journal),
    timeline: journal.map((event) => ({ at: event.at, sentence: timelineSentence(event, purchase) })),
    reported,
    note: noteOf(purchase),
    covers: passInWords(terms.offer),
    converted: convertedInWords(purchase),
    canRetry: purchase.state === 'undelivered' && terms.kind !== 'tip',
    refunded: refundedView({ network: terms.network, refunds: purchase.refunds }),
    dispute: dispute === null ? null : { id: dispute.id, status: statusOf(dispute.dispute) },
  }
}

/** Sent along where the place takes notes; kept here either way. */
function noteOf({ terms, signed }: Purchase): PaymentDetail['note'] {
  const text = signed?.note ?? null
  return text === null ? null : { text, sent: takesNote({ dialect: terms.dialect, raw: terms.challenge }) }
}

/** Seen when it was paid, or would have been. */
function convertedInWords({ terms: { rate, amount, network } }: Purchase): string | null {
  if (rate === null) return null
  const { decimals = 6 } = findNetwork(network)?.token ?? {}
  const write = (atomic: bigint): string => formatAt(rate, atomic, decimals, locale())
  const when = rate.source === 'feed' ? onDay(rate.at) : utcDay(rate.at)
  return words.books.thatDay[rate.source](write(amount), write(10n ** BigInt(decimals)), when)
}

const utcDay = (at: number): string => new Date(at).toLocaleDateString(locale(), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A pass is for more than the piece it was bought with, by its seller's word. */
function passInWords(offer: string): string | null {
  const pass = passOf(offer)
  return pass === null ? null : words.covers[pass]
}

function timelineSentence(event: PurchaseEvent, { signed, terms }: Purchase): string {
  if (event.type === 'refunded') return words.timeline.refunded[event.refund.how](formatToken(event.refund.amount, findNetwork(terms.network)?.token ?? usdc, locale()))
  if (event.type === 'quoted' && event.terms.allowance !== null) return words.timeline.unasked
  if (event.type === 'expired' && signed === null) return words.timeline.letGo
  if (event.type === 'answered') return words.timeline.answered(event.answer.status)
  if (event.type === 'interrupted') return words.timeline.interrupted[event.why]
  return words.timeline[event.type]
}

const usdc = { decimals: 6, symbol: 'USDC' }

const money = ({ terms }: Purchase, atomic: bigint): MoneyView => moneyOn(terms.network, atomic)

export function moneyOn(network: NetworkId, atomic: bigint): MoneyView {
  const token = findNetwork(network)?.token
  return { atomic: atomic.toString(), decimals: token?.decimals ?? 6, symbol: token?.symbol ?? 'USDC' }
}
