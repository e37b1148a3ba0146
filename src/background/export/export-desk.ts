import { paymentsCsv } from '../../core/export/payments-csv'
import { receiptRecord, receiptsEnd, receiptsHead, receiptText } from '../../core/export/receipts'
import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Input, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import type { SettingsRepository } from '../../store/settings'
import type { Books, OpenBooks } from '../books'
import { locked } from '../locked'
import { exportDocument } from './document-pieces'
import type { PaymentRecord } from './payment-record'
import type { Piece } from './piece'
import { everyRecord } from './records'

type Wanted = Input<'export.begin'>['wanted']

/** One file that is being read. The proof that was given is for this one, once through. */
interface Run {
  readonly id: string
  readonly books: Books
  readonly pieces: AsyncGenerator<Piece, undefined>
  /** The next piece, which is made while the page takes the one before it. */
  ahead: Promise<IteratorResult<Piece, undefined>> | null
}

/** Characters that one piece holds at most, unless a single payment is larger. */
const largestPiece = 1024 * 1024

const refused = (sentence: string): Result<never, Refusal> => err({ code: 'refused', sentence })

/**
 * Writes readable files of the books, a piece at a time, so that none of them is in the worker's memory as a whole. A file is
 * begun with a fresh proof; its pieces take none, come in order, and each of them once. Locking ends it, and so does another file.
 */
export class ExportDesk {
  readonly #open: OpenBooks
  readonly #settings: SettingsRepository
  #run: Run | null = null

  constructor(open: OpenBooks, settings: SettingsRepository) {
    this.#open = open
    this.#settings = settings
  }

  /** That a file was made is written down before there is one. */
  async begin({ wanted }: Input<'export.begin'>): Promise<Result<Output<'export.begin'>, Refusal>> {
    const books = await this.#open()
    if (books === null) return locked()
    await books.security.add([{ at: Date.now(), kind: 'books-saved', way: null }])
    this.#run = { id: crypto.randomUUID(), books, pieces: this.#pieces(books, wanted), ahead: null }
    return ok({ run: this.#run.id, payments: await books.purchases.count() })
  }

  /** The next piece of the file; after the last one `more` is false, and the file is over. */
  async read({ run }: Input<'export.read'>): Promise<Result<Output<'export.read'>, Refusal>> {
    const current = this.#run
    if (current?.id !== run) return refused(words.books.gone)
    // Locked meanwhile, or another wallet.
    if ((await this.#open()) !== current.books) {
      this.#run = null
      return locked()
    }
    const next = await (current.ahead ?? current.pieces.next())
    if (next.done === true) {
      if (this.#run === current) this.#run = null
      return ok({ text: '', packed: null, done: null })
    }
    current.ahead = current.pieces.next()
    // Whoever asks for it hears of it.
    current.ahead.catch(() => undefined)
    return ok(next.value)
  }

  async *#pieces(books: Books, wanted: Wanted): AsyncGenerator<Piece, undefined> {
    switch (wanted.kind) {
      case 'table':
        return yield* table(books, wanted)
      case 'document':
        return yield* exportDocument(books, this.#settings)
      case 'receipts':
        return yield* receipts(books, wanted)
    }
  }
}

async function* table(books: Books, { timeZone, from, to }: Extract<Wanted, { kind: 'table' }>): AsyncGenerator<Piece, undefined> {
  const csv = paymentsCsv(timeZone)
  yield { text: csv.head, packed: null, done: 0 }
  yield* inPieces(books.history.records(), (record) => (isWithin(record.at, from, to) ? csv.line(record) : ''))
}

async function* singly<T>(records: AsyncGenerator<T, undefined>): AsyncGenerator<readonly T[], undefined> {
  for await (const record of records) yield [record]
}

/** What can be proved of each payment that left the purse, as the verifier page holds it. @param payment one of them alone, by its id */
async function* receipts(books: Books, { from, to, payment }: Extract<Wanted, { kind: 'receipts' }>): AsyncGenerator<Piece, undefined> {
  yield { text: receiptsHead, packed: null, done: 0 }
  let isFirst = true
  let done = 0
  const pieces = inPieces(singly(payment === null ? everyRecord(books) : visitOne(books, payment)), ({ purchase, events }) => {
    const isWanted = isWithin(purchase.createdAt, from, to)
    if (!isWanted || purchase.settlement === null) return ''
    const text = `${isFirst ? '' : ',\n'}${receiptText(receiptRecord(purchase, events))}`
    isFirst = false
    return text
  })
  for await (const piece of pieces) {
    ;({ done } = piece)
    yield piece
  }
  yield { text: receiptsEnd, packed: null, done }
}

const isWithin = (at: number, from: number | null, to: number | null): boolean => (from === null || at >= from) && (to === null || at < to)

/** Puts lines together to pieces of a size that a message carries easily. */
async function* inPieces<T>(some: AsyncGenerator<readonly T[], undefined>, write: (record: T) => string): AsyncGenerator<Piece, undefined> {
  let text = ''
  let done = 0
  for await (const records of some) {
    for (const record of records) {
      const line = write(record)
      if (text !== '' && text.length + line.length > largestPiece) {
        yield { text, packed: null, done }
        text = ''
      }
      text += line
      done += 1
    }
  }
  if (text !== '') yield { text, packed: null, done }
}

/** One of them; nothing where it is not there. Among years of others it would take as long to be found as all of them to be read. */
async function* visitOne({ purchases, labels, disputes }: Books, id: string): AsyncGenerator<PaymentRecord, undefined> {
  const purchase = await purchases.get(id)
  if (purchase !== null) yield { purchase, events: await purchases.journal(id), label: await labels.read(id), disputes: (await disputes.ofPayment(id)).toReversed() }
}
