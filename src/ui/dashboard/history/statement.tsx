import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { HistoryView, MoneyView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeCount, writeDay, writeFullDay, writeMonth } from '../../shared/dates'
import { usePrice } from '../../shared/prices'
import { Select } from '../../shared/select'
import { Failed, Progress } from '../../shared/status'
import { usePrinting } from '../../shared/use-printing'
import { Page } from '../page'
import { hrefOf } from '../route'
import { words as dashboard } from '../words'
import { statementDetail } from './statement-year'
import { sumUp, type Month, type Total } from './statement-sums'
import { useStatement, type Paid } from './use-statement'
import { words } from './words'

/** Payments of a year that are listed without being asked for. */
const listedAtOnce = 500

/** Everything that was paid in a year, added up and listed: on screen, and on paper. */
export function Statement({ year }: { readonly year: number }) {
  const reading = useStatement(year)
  const text = words.statement
  return (
    <Page title={text.title(year)} wide>
      <nav class="neighbours" aria-label={text.years}>
        <a href={hrefOf('history')}>{dashboard.history.back}</a>
        <span class="neighbours-steps">
          <a href={hrefOf('history', statementDetail(year - 1))}>{year - 1}</a>
          {year < new Date().getFullYear() && <a href={hrefOf('history', statementDetail(year + 1))}>{year + 1}</a>}
        </span>
      </nav>
      {reading.state === 'reading' && <Progress soFar={reading.total === null ? null : text.soFar(writeCount(reading.done), writeCount(reading.total))}>{text.reading}</Progress>}
      {reading.state === 'failed' && <Failed sentence={reading.sentence} onRetry={reading.retry} />}
      {reading.state === 'read' && <Read year={year} paid={reading.paid} />}
    </Page>
  )
}

/** Money of different networks is not added up: the reader chooses which. */
function Read({ year, paid }: { readonly year: number; readonly paid: Paid }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const text = words.statement
  const sum = paid.sums.find(({ network }) => network === chosen) ?? paid.sums[0]
  if (sum === undefined) return <p class="card quiet">{text.empty(year)}</p>
  return (
    <>
      <div class="row">
        <Button look="primary" onClick={() => print()}>
          {text.print}
        </Button>
      </div>
      {paid.sums.length > 1 && (
        <Select label={text.network} value={sum.network} options={paid.sums.map(({ network, networkLabel }) => ({ value: network, label: networkLabel }))} onChoose={setChosen} />
      )}
      <Paper year={year} paid={paid} sum={sum} />
    </>
  )
}

interface PaperProps {
  readonly year: number
  readonly paid: Paid
  readonly sum: HistoryView['sums'][number]
}

function Paper({ year, paid, sum }: PaperProps) {
  const text = words.statement
  const prices = usePrice()
  const sums = sumUp(paid.rows.filter(({ network }) => network === sum.network))
  const money = (atomic: bigint): MoneyView => ({ atomic: atomic.toString(), decimals: sum.decimals, symbol: sum.symbol })
  const write = (atomic: bigint): string => prices?.exact(money(atomic)) ?? '\u00a0'
  return (
    <article class="paper statement">
      <header class="paper-head">
        <p class="paper-name">Farthing</p>
        <p class="paper-name">{text.title(year)}</p>
      </header>
      <p>
        <strong class="paper-amount">{write(sums.amount)}</strong> {text.whole(words.found.count(sums.count, writeCount(sums.count)), sum.networkLabel)}
      </p>
      {prices !== null && prices.estimate !== null && (
        <p class="small quiet">{text.today(prices.price(money(sums.amount)), prices.estimate.summary)}</p>
      )}
      {sums.back.count > 0 && <p>{text.cameBack(write(sums.back.amount), words.found.count(sums.back.count, writeCount(sums.back.count)).toLowerCase())}</p>}
      {paid.leftOut > 0 && <p class="small quiet">{text.leftOut(writeCount(paid.leftOut))}</p>}
      <Totals caption={text.byMonth} totals={sums.months} label={(month) => writeMonth(new Date(year, month).getTime())} write={write} whole={sums.amount} />
      <Totals caption={text.bySite} totals={sums.sites} label={(site) => <bdi>{site}</bdi>} write={write} whole={sums.amount} />
      <Totals caption={text.byKind} totals={sums.kinds} label={(kind) => words.filters.kinds[kind]} write={write} whole={sums.amount} />
      {sums.months.map((month) => (
        <Listed key={month.name} month={month} title={writeMonth(new Date(year, month.name).getTime())} isShort={sums.count <= listedAtOnce} write={write} />
      ))}
      <p class="paper-foot">{words.print.made(writeFullDay(Date.now()))}</p>
    </article>
  )
}

interface TotalsProps<Name> {
  readonly caption: string
  readonly totals: readonly Total<Name>[]
  readonly label: (name: Name) => ComponentChildren
  readonly write: (atomic: bigint) => string
  readonly whole: bigint
}

function Totals<Name extends string | number>({ caption, totals, label, write, whole }: TotalsProps<Name>) {
  const text = words.statement
  return (
    <table class="sums">
      <caption>{caption}</caption>
      <thead class="heard">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{text.columns.count}</th>
          <th scope="col">{text.columns.amount}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ name, count, amount }) => (
          <tr key={name}>
            <th scope="row">{label(name)}</th>
            <td class="sums-count">{writeCount(count)}</td>
            <td class="sums-amount">{write(amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.total}</th>
          <td class="sums-count">{writeCount(totals.reduce((sum, { count }) => sum + count, 0))}</td>
          <td class="sums-amount">{write(whole)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Months with more rows than a page can carry are listed when they are opened; on paper all of them are. */
function Listed({ month, title, isShort, write }: { readonly month: Month; readonly title: string; readonly isShort: boolean; readonly write: (atomic: bigint) => string }) {
  const printing = usePrinting()
  const [isOpen, setOpen] = useState(isShort)
  const table = <MonthTable month={month} title={title} write={write} />
  if (printing) return table
  return (
    <details class="listed" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} · {words.found.count(month.count, writeCount(month.count))}
      </summary>
      {isOpen && table}
    </details>
  )
}

function MonthTable({ month, title, write }: { readonly month: Month; readonly title: string; readonly write: (atomic: bigint) => string }) {
  const { columns, total } = words.statement
  return (
    <table class="sums">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" class="sums-date">
            {columns.date}
          </th>
          <th scope="col">{columns.what}</th>
          <th scope="col" class="sums-amount">
            {columns.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {month.rows.map((row) => (
          <tr key={row.id}>
            <td class="sums-date">{writeDay(row.at)}</td>
            <th scope="row">
              <a href={hrefOf('history', row.id)}>
                <bdi>{row.title}</bdi>
              </a>
              <span class="small quiet">
                {row.host} · {words.kind[row.kind]}
                {row.refunded !== null && ` · ${words.statement.back(write(BigInt(row.refunded.atomic)))}`}
                {row.tags.length > 0 && ` · ${row.tags.join(', ')}`}
                {row.label !== null && (
                  <>
                    {' · '}
                    <q>{row.label}</q>
                  </>
                )}
              </span>
            </th>
            <td class="sums-amount">{write(BigInt(row.amount.atomic))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {total}
          </th>
          <td class="sums-amount">{write(month.amount)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
