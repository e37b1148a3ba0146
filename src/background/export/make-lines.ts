import { betweenPayments } from '../../core/export/document'
import type { Purchase } from '../../core/purchase/purchase'
import { placesIn } from '../../store/history/parts'
import type { Books } from '../books'
import { deflated } from './deflate'
import type { PaymentWriter } from './payment-record'
import { everyRecord } from './records'

/** Characters of a part that are kept ready and handed on at once. Of a part with more, a piece of that size is written at a time, and nothing is kept. */
const mostAtOnce = 4 * 1024 * 1024

/** Lines of a part as they were made: as a text, or, where they are the whole part and are kept, deflated. */
export interface MadeLines {
  readonly text: string
  readonly deflated: Uint8Array | null
  readonly payments: number
}

/** How lines are made without being in anybody's way. */
export interface Pace {
  /** Payments that are opened before others get their turn. */
  readonly atOnce: number
  /** Is over when the next ones may be opened. */
  readonly rest: () => Promise<void>
}

/** Makes the lines of a part, and keeps them for the next time. */
export async function* makeLines(books: Pick<Books, 'purchases' | 'labels' | 'disputes' | 'exportLines'>, part: number, write: PaymentWriter, pace: Pace | null = null): AsyncGenerator<MadeLines, undefined> {
  const maker = crypto.randomUUID()
  await books.exportLines.begin(part, maker)
  const [first, last] = placesIn(part)
  let text = ''
  let payments = 0
  let isWhole = true
  for await (const record of everyRecord(books, { first, last, ...(pace !== null && { atOnce: pace.atOnce }) })) {
    const line = isKept(record.purchase) ? write(record) : ''
    if (text !== '' && text.length + line.length > mostAtOnce) {
      yield { text, deflated: null, payments }
      ;[text, payments, isWhole] = ['', 0, false]
    }
    if (line !== '') text += text === '' ? line : `${betweenPayments}${line}`
    payments += 1
    if (pace !== null && payments % pace.atOnce === 0) await pace.rest()
  }
  if (!isWhole || text === '') {
    yield { text, deflated: null, payments }
    return
  }
  const made = { payments, deflated: await deflated(text) }
  await books.exportLines.keep(part, maker, made)
  yield { text: '', ...made }
}

/** What is only being prepared at this moment is no payment yet: nothing has left the purse, and nothing may be made of it elsewhere. */
const isKept = ({ state }: Purchase): boolean => state !== 'quoted' && state !== 'reserved'
