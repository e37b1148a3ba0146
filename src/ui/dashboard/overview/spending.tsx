import { useMemo, useState } from 'preact/hooks'
import { periods, type Period } from '../../../core/history/calendar'
import type { TotalsView } from '../../../messaging/views'
import { usePrice, type Prices } from '../../shared/prices'
import { Select } from '../../shared/select'
import { barsOf } from './bars'
import { writePart } from './calendar-words'
import { historyHref } from './links'
import { difference, isNothing, largest, ofPayments, ofRefunds, spentIn } from './money'
import { SpendingTable } from './spending-table'
import { useDrawing } from './use-drawing'
import { words } from './words'

interface SpendingProps {
  readonly totals: TotalsView
  /** What the reader has chosen: while that is added up, the figures are of another. */
  readonly period: Period
  readonly onPeriod: (period: Period) => void
}

/** What was spent over time: the finding in a sentence, a picture of it, and the same as a table. */
export function Spending({ totals, period, onPeriod }: SpendingProps) {
  const text = words.spending
  const prices = usePrice()
  return (
    <section class="card stack spending">
      <div class="spending-head">
        <h2>{text.title}</h2>
        <Select label={text.show} value={period} options={periods.map((value) => ({ value, label: text.periods[value] }))} onChoose={onPeriod} />
      </div>
      <p aria-live="polite">{prices === null ? '\u00a0' : [finding(totals, prices), ...cameBack(totals, prices)].join(' ')}</p>
      <Picture totals={totals} />
      <SpendingTable totals={totals} />
    </section>
  )
}

/** For the eye and the pointer. Everything it shows and leads to is in the table as well. */
function Picture({ totals }: { readonly totals: TotalsView }) {
  const prices = usePrice()
  const [pointed, setPointed] = useState<number | null>(null)
  const bars = useMemo(() => (prices === null ? null : barsOf(totals, prices)), [totals, prices])
  const root = useDrawing(bars, {
    point: setPointed,
    press: (at) => {
      const bucket = totals.buckets[at]
      if (bucket !== undefined && bucket.payments > 0) location.hash = historyHref({ from: bucket.from, to: bucket.to })
    },
  })
  const bucket = pointed === null ? undefined : totals.buckets[pointed]
  return (
    <div class="chart-frame">
      <div class={bucket === undefined || bucket.payments === 0 ? 'chart' : 'chart chart-leads'} ref={root} role="img" aria-label={words.spending.picture} />
      <div class="chart-legend small quiet" aria-hidden="true">
        <span class="chart-key chart-key-unlock">{words.spending.columns.unlock}</span>
        <span class="chart-key chart-key-tip">{words.spending.columns.tip}</span>
        <span class="chart-pointed">{bucket === undefined || prices === null ? words.spending.point : pointedAt(bucket, totals.period, prices)}</span>
      </div>
    </div>
  )
}

function pointedAt(bucket: TotalsView['buckets'][number], period: Period, { price }: Prices): string {
  const when = writePart(period, bucket.from)
  return bucket.payments === 0 ? words.spending.pointedNothing(when) : words.spending.pointed(when, price(spentIn(bucket)), ofPayments(bucket))
}

function cameBack({ cameBack: back }: TotalsView, { price }: Prices): readonly string[] {
  return back.payments === 0 ? [] : [words.spending.cameBack(price(back.money), ofRefunds(back))]
}

function finding({ spent, buckets, period }: TotalsView, { price }: Prices): string {
  const text = words.spending
  const most = largest(buckets, spentIn)
  if (most === null || isNothing(spent.money)) return text.none
  const where = text.on[period](writePart(period, most.from))
  if (difference(spentIn(most), spent.money) === 0n) return text.one(price(spent.money), ofPayments(spent), where)
  return text.most(price(spent.money), ofPayments(spent), where, price(spentIn(most)))
}
