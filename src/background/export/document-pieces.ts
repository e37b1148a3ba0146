import { betweenPayments, documentEnd, documentHead } from '../../core/export/document'
import type { Purchase } from '../../core/purchase/purchase'
import { partOf, placesIn } from '../../store/history/parts'
import type { SettingsRepository } from '../../store/settings'
import { toBase64 } from '../../vault/bytes'
import type { Books } from '../books'
import { deflated } from './deflate'
import { paymentWriter, type PaymentWriter } from './payment-record'
import type { Piece } from './piece'
import { everyRecord } from './records'
import { readSections } from './sections'

/** Characters of a part that are kept ready and handed on at once. Of a part with more, a piece of that size is written at a time, and nothing is kept. */
const mostAtOnce = 4 * 1024 * 1024

/** The document of everything. Payments come by the parts of the history: what is kept ready of them is not opened again. */
export async function* exportDocument(books: Books, settings: SettingsRepository): AsyncGenerator<Piece, undefined> {
  yield { text: documentHead(await readSections(books, settings)), packed: null, done: 0 }
  const write = paymentWriter()
  const last = partOf(await books.purchases.newest())
  let hasPayments = false
  let done = 0
  for (let part = 0; part <= last; part += 1) {
    for await (const { text, payments, packed } of linesOf(books, part, write)) {
      const hasLines = text !== '' || packed !== null
      done += payments
      yield { text: `${hasPayments && hasLines ? betweenPayments : ''}${text}`, packed, done }
      hasPayments ||= hasLines
    }
  }
  yield { text: documentEnd(hasPayments), packed: null, done }
}

/** Some lines of a part, as a text or packed, and of how many payments they are. */
interface Lines {
  readonly text: string
  readonly packed: string | null
  readonly payments: number
}

async function* linesOf(books: Books, part: number, write: PaymentWriter): AsyncGenerator<Lines, undefined> {
  const ready = await books.exportLines.read(part)
  if (ready !== null) {
    yield { text: '', packed: toBase64(ready.deflated), payments: ready.payments }
    return
  }
  const maker = crypto.randomUUID()
  await books.exportLines.begin(part, maker)
  let text = ''
  let payments = 0
  let isWhole = true
  for await (const record of everyRecord(books, ...placesIn(part))) {
    const line = isKept(record.purchase) ? write(record) : ''
    if (text !== '' && text.length + line.length > mostAtOnce) {
      yield { text, packed: null, payments }
      ;[text, payments, isWhole] = ['', 0, false]
    }
    if (line !== '') text += text === '' ? line : `${betweenPayments}${line}`
    payments += 1
  }
  if (!isWhole || text === '') {
    yield { text, packed: null, payments }
    return
  }
  const made = { payments, deflated: await deflated(text) }
  await books.exportLines.keep(part, maker, made)
  yield { text: '', packed: toBase64(made.deflated), payments }
}

/** What is only being prepared at this moment is no payment yet: nothing has left the purse, and nothing may be made of it elsewhere. */
export const isKept = ({ state }: Purchase): boolean => state !== 'quoted' && state !== 'reserved'
