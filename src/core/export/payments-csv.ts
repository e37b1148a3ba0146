import { checksumWriter } from '../authorization/checksums'
import { traced } from '../fees/traced'
import type { Address } from '../hex'
import { convertedAt, rateInDecimals, toDecimal } from '../money'
import { findNetwork } from '../networks/networks'
import type { FeeLineRecord, Purchase } from '../purchase/purchase'
import { feeKinds } from '../purchase/purchase'
import { books as words } from '../words/books'
import { byteOrderMark, csvLine } from './csv'
import { momentWriter, type Moment } from './moments'

/** What a reader has written about a payment for themselves. */
export interface OwnWords {
  readonly note: string
  readonly tags: readonly string[]
}

/** A table of payments for spreadsheets and accounts: RFC 4180, UTF-8, one payment a record. */
export interface PaymentsCsv {
  /** What the file begins with: its mark and the names of the columns. */
  readonly head: string
  readonly line: (purchase: Purchase, own: OwnWords) => string
}

interface Column {
  readonly name: string
  readonly cell: (purchase: Purchase, own: OwnWords, moment: Moment) => string
}

const decimalsOf = ({ terms }: Purchase): number => findNetwork(terms.network)?.token.decimals ?? 6

const columnsWith = (checksummed: (address: Address) => string): readonly Column[] => [
  { name: words.columns.date, cell: (_purchase, _own, { date }) => date },
  { name: words.columns.time, cell: (_purchase, _own, { time }) => time },
  { name: words.columns.zone, cell: (_purchase, _own, { zone }) => zone },
  { name: words.columns.title, cell: ({ terms }) => terms.title },
  { name: words.columns.site, cell: ({ terms }) => hostOf(terms.page) },
  { name: words.columns.page, cell: ({ terms }) => terms.page },
  { name: words.columns.kind, cell: ({ terms }) => words.kinds[terms.kind] },
  { name: words.columns.state, cell: ({ state }) => words.states[state] },
  { name: words.columns.amount, cell: (purchase) => toDecimal(purchase.terms.amount, decimalsOf(purchase)) },
  { name: words.columns.currency, cell: ({ terms }) => findNetwork(terms.network)?.token.symbol ?? terms.asset },
  { name: words.columns.network, cell: ({ terms }) => findNetwork(terms.network)?.label ?? terms.network },
  { name: words.columns.converted, cell: (purchase) => converted(purchase) },
  { name: words.columns.convertedCurrency, cell: ({ terms }) => terms.rate?.currency ?? '' },
  { name: words.columns.rate, cell: ({ terms }) => (terms.rate === null ? '' : rateInDecimals(terms.rate)) },
  { name: words.columns.rateSource, cell: ({ terms }) => (terms.rate === null ? '' : words.rateSources[terms.rate.source]) },
  { name: words.columns.rateDate, cell: ({ terms }) => (terms.rate === null ? '' : new Date(terms.rate.at).toISOString().slice(0, 16).replace('T', ' ')) },
  ...feeKinds.map((kind): Column => ({ name: words.columns.fees[kind], cell: (purchase) => fee(purchase, kind) })),
  { name: words.columns.payee, cell: ({ terms }) => checksummed(terms.payTo) },
  { name: words.columns.reference, cell: ({ settlement }) => settlement?.transaction ?? '' },
  { name: words.columns.noteSent, cell: ({ signed }) => signed?.note ?? '' },
  { name: words.columns.note, cell: (_purchase, { note }) => note },
  { name: words.columns.tags, cell: (_purchase, { tags }) => tags.join(', ') },
]

/** @param timeZone the reader's, by its IANA name */
export function paymentsCsv(timeZone: string): PaymentsCsv {
  const momentOf = momentWriter(timeZone)
  const columns = columnsWith(checksumWriter())
  return {
    head: byteOrderMark + csvLine(columns.map(({ name }) => name)),
    line: (purchase, own) => {
      const moment = momentOf(purchase.createdAt)
      return csvLine(columns.map(({ cell }) => cell(purchase, own, moment)))
    },
  }
}

/** What was not paid was worth nothing. */
function converted({ terms, state, ...purchase }: Purchase): string {
  if (terms.rate === null || state === 'void') return ''
  return convertedAt(terms.rate, terms.amount, decimalsOf({ terms, state, ...purchase }))
}

/** All of a kind together. What nobody declared is said to be that, and is not added up with what somebody did. */
function fee(purchase: Purchase, kind: FeeLineRecord['kind']): string {
  const { terms, trace } = purchase
  const lines = traced(terms.feeLines, trace, terms.payTo).filter((line) => line.kind === kind)
  if (lines.length === 0) return ''
  let sum = 0n
  for (const { amount } of lines) {
    if (amount === null) return words.notDeclared
    sum += amount
  }
  return toDecimal(sum, decimalsOf(purchase))
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')
