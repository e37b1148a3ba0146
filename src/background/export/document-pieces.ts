import { betweenPayments, documentEnd, documentHead } from '../../core/export/document'
import { partOf } from '../../store/history/parts'
import type { SettingsRepository } from '../../store/settings'
import { toBase64 } from '../../vault/bytes'
import type { Books } from '../books'
import { makeLines } from './make-lines'
import { paymentWriter, type PaymentWriter } from './payment-record'
import type { Piece } from './piece'
import { readSections } from './sections'

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
  if (ready !== null) yield { text: '', packed: toBase64(ready.deflated), payments: ready.payments }
  else for await (const { text, payments, deflated } of makeLines(books, part, write)) yield { text, packed: deflated === null ? null : toBase64(deflated), payments }
}
