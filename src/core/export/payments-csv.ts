import { checksumWriter } from '../authorization/checksums'
import type { Address } from '../hex'
import { backOf, type HistoryRecord } from '../history/entry'
import { convertedAt, rateInDecimals, toDecimal } from '../money'
import { findNetwork } from '../networks/networks'
import type { FeeLineRecord } from '../purchase/purchase'
import { feeKinds } from '../purchase/purchase'
import { books as words } from '../words/books'
import { byteOrderMark, csvLine } from './csv'
import { momentWriter, type Moment } from './moments'

/** A table of payments for spreadsheets and accounts: RFC 4180, UTF-8, one payment a record. */
export interface PaymentsCsv {
  /** What the file begins with: its mark and the names of the columns. */
  readonly head: string
  readonly line: (payment: HistoryRecord) => string
}

interface Column {
  readonly name: string
  readonly cell: (payment: HistoryRecord, moment: Moment) => string
}

const decimalsOf = ({ network }: HistoryRecord): number => findNetwork(network)?.token.decimals ?? 6

const columnsWith = (checksummed: (address: Address) => string, hostOf: (url: string) => string): readonly Column[] => [
  { name: words.columns.date, cell: (_payment, { date }) => date },
  { name: words.columns.time, cell: (_payment, { time }) => time },
  { name: words.columns.zone, cell: (_payment, { zone }) => zone },
  { name: words.columns.title, cell: ({ title }) => title },
  { name: words.columns.site, cell: ({ page }) => hostOf(page) },
  { name: words.columns.page, cell: ({ page }) => page },
  { name: words.columns.kind, cell: ({ kind }) => words.kinds[kind] },
  { name: words.columns.state, cell: ({ state }) => words.states[state] },
  { name: words.columns.amount, cell: (payment) => toDecimal(payment.amount, decimalsOf(payment)) },
  { name: words.columns.currency, cell: ({ network, asset }) => findNetwork(network)?.token.symbol ?? asset },
  { name: words.columns.refunded, cell: (payment) => (payment.refunds.length === 0 ? '' : toDecimal(backOf(payment), decimalsOf(payment))) },
  { name: words.columns.network, cell: ({ network }) => findNetwork(network)?.label ?? network },
  { name: words.columns.converted, cell: (payment) => converted(payment) },
  { name: words.columns.convertedCurrency, cell: ({ rate }) => rate?.currency ?? '' },
  { name: words.columns.rate, cell: ({ rate }) => (rate === null ? '' : rateInDecimals(rate)) },
  { name: words.columns.rateSource, cell: ({ rate }) => (rate === null ? '' : words.rateSources[rate.source]) },
  { name: words.columns.rateDate, cell: ({ rate }) => (rate === null ? '' : new Date(rate.at).toISOString().slice(0, 16).replace('T', ' ')) },
  ...feeKinds.map((kind): Column => ({ name: words.columns.fees[kind], cell: (payment) => fee(payment, kind) })),
  { name: words.columns.payee, cell: ({ payTo }) => checksummed(payTo) },
  { name: words.columns.reference, cell: ({ transaction }) => transaction ?? '' },
  { name: words.columns.noteSent, cell: ({ note }) => note ?? '' },
  { name: words.columns.note, cell: ({ label }) => label.note ?? '' },
  { name: words.columns.tags, cell: ({ label }) => label.tags.join(', ') },
]

/** @param timeZone the reader's, by its IANA name */
export function paymentsCsv(timeZone: string): PaymentsCsv {
  const momentOf = momentWriter(timeZone)
  const columns = columnsWith(checksumWriter(), hostReader())
  return {
    head: byteOrderMark + csvLine(columns.map(({ name }) => name)),
    line: (payment) => {
      const moment = momentOf(payment.at)
      return csvLine(columns.map(({ cell }) => cell(payment, moment)))
    },
  }
}

/** What was not paid was worth nothing. */
function converted(payment: HistoryRecord): string {
  const { rate, state, amount } = payment
  return rate === null || state === 'void' ? '' : convertedAt(rate, amount, decimalsOf(payment))
}

/** What nobody declared is said to be that. */
function fee(payment: HistoryRecord, kind: FeeLineRecord['kind']): string {
  const known = payment.fees.find(([one]) => one === kind)
  if (known === undefined) return ''
  return known[1] === null ? words.notDeclared : toDecimal(known[1], decimalsOf(payment))
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')

/** Where the host ends plainly, what comes behind it changes nothing of it: each is read once. */
const plainOrigin = /^https?:\/\/[a-z0-9.-]+(?::[0-9]+)?(?=[/?#])/

function hostReader(): (url: string) => string {
  const hosts = new Map<string, string>()
  return (url) => {
    const origin = plainOrigin.exec(url)?.[0]
    if (origin === undefined) return hostOf(url)
    const host = hosts.get(origin) ?? hostOf(origin)
    hosts.set(origin, host)
    return host
  }
}
