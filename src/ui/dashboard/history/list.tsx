import { locale } from '../../../platform/locale'
import { useEffect, useRef } from 'preact/hooks'
import { writeCount, writeMoment, writeMonth } from '../../shared/dates'
import { Estimate } from '../../shared/estimate'
import { usePrice, type Prices } from '../../shared/prices'
import { Failed, Fault, Waiting } from '../../shared/status'
import { words as exporting } from '../privacy/export/words'
import { hrefOf, replaceHash } from '../route'
import { words as dashboard } from '../words'
import { Chips, isAsking } from './chips'
import type { Found } from './finder'
import { FoundList } from './found-list'
import { questionOf, readLook, writeLook } from './look'
import { keptPlace, type Place } from './place'
import { readPlace } from './read-place'
import { statementDetail } from './statement-year'
import { Toolbar, type Change } from './toolbar'
import { useFinding } from './use-finding'
import { words } from './words'

/** Every payment, to be looked through as one types. Reads only what is on this device. @param query what is asked for, as it stands in the address */
export function PaymentList({ query }: { readonly query: string }) {
  const look = readLook(query)
  const place = useRef<Place | null>(keptPlace() ?? namedPlace(query))
  const enter = useRef<(() => void) | null>(null)
  const shown = useRef('')
  const { found, isCurrent, failure, see, retry } = useFinding(questionOf(look, Date.now()), place.current?.at ?? 0)
  useReadyToWrite()
  if (found === null) return failure === null ? <Waiting /> : <Failed sentence={failure} onRetry={retry} />
  const asking = isAsking(look)
  if (!asking && isCurrent && found.count === 0 && found.reading === null) return <NeverBought />
  const change: Change = (next, how) => {
    const hash = hrefOf('history', null, writeLook(next))
    if (how === 'typed') replaceHash(hash)
    else location.hash = hash
  }
  // Where the reader was is found once, and then it is theirs to move.
  const begins = place.current
  if (isCurrent && found.reading === null) place.current = null
  const question = JSON.stringify(found.question)
  // Another list comes in the place of one that the reader has just gone into: they go on in it.
  const goesOn = shown.current !== question && (document.activeElement?.closest('.found') ?? null) !== null
  shown.current = question
  return (
    <>
      <Toolbar look={look} found={found} onChange={change} onEnter={() => enter.current?.()} />
      <Chips look={look} onChange={change} />
      <Summary found={found} />
      <Fault sentence={failure} />
      {found.count === 0 ? (
        isCurrent && <Nothing />
      ) : (
        <FoundList
          key={question}
          found={found}
          query={writeLook(look)}
          inTime={found.question.sort === 'newest' || found.question.sort === 'oldest'}
          onSee={see}
          place={goesOn ? { top: scrollY, at: 0 } : begins}
          enter={enter}
        />
      )}
    </>
  )
}

/** What writes dates and prices takes its time to be made: that passes while the worker still reads. */
function useReadyToWrite(): void {
  const prices = usePrice()
  useEffect(() => {
    for (const write of [writeMoment, writeMonth, writeCount]) write(0)
    prices?.price({ atomic: '5', decimals: 2, symbol: '' })
  }, [prices])
}

/** A row named in the address, as the way back from a payment's page does. */
function namedPlace(query: string): Place | null {
  const at = readPlace(query)
  return at === null ? null : { top: null, at }
}

/** How many were found and what was paid for them, seen and heard; and the way to a year's statement. */
function Summary({ found: { count, sums, reading } }: { readonly found: Found }) {
  const prices = usePrice()
  const text = words.found
  const year = new Date().getFullYear()
  const counted = text.count(count, writeCount(count))
  return (
    <div class="found-summary">
      <p role="status">
        {prices === null || sums.length === 0 ? counted : `${counted} · ${text.sum(writeSums(sums, prices))}`}
        {reading !== null && ` · ${text.reading(writeCount(reading.done), writeCount(reading.total))}`}
      </p>
      <p class="row">
        <a href={hrefOf('history', statementDetail(year))}>{text.statement(year)}</a>
        <a href={hrefOf('privacy', 'export')}>{exporting.link}</a>
      </p>
      <Estimate />
    </div>
  )
}

/** Money of one network alone needs no name. */
function writeSums(sums: Found['sums'], prices: Prices): string {
  const [only] = sums
  if (sums.length === 1 && only !== undefined) return prices.price(only)
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(sums.map((sum) => words.found.on(prices.price(sum), sum.networkLabel)))
}

function NeverBought() {
  return (
    <>
      <p class="card quiet">{dashboard.history.empty}</p>
      <p>
        <a href={hrefOf('privacy', 'export')}>{exporting.link}</a>
      </p>
    </>
  )
}

function Nothing() {
  return (
    <div class="card">
      <p>{words.found.nothing}</p>
      <p class="small quiet">{words.found.change}</p>
    </div>
  )
}
