import * as v from 'valibot'
import { DocumentReader, type DocumentFault, type DocumentPart } from '../../core/export/document'
import { canonicalResource } from '../../core/purchase/identity'
import type { Address } from '../../core/hex'
import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Input, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import { isSamePayment, numberOf, PaymentImporter, type ImportedPayment } from '../../store/payment-importer'
import type { FarthingDatabase } from '../../store/schema'
import { settingsRepository, type SettingsRepository } from '../../store/settings'
import type { Books, OpenBooks } from '../books'
import type { Authority } from '../../vault/authority'
import { locked } from '../locked'
import type { WalletSession } from '../wallet/wallet-session'
import { Hands, ownDisputes, ownPayment, type PaymentFault } from './own-payment'
import { paymentRecordSchema } from './payment-record'
import { otherAccounts, writePurses, type OtherAccounts } from './purses-section'
import { checkSections, hasOtherRules, readSections, writeSections } from './sections'

/** Characters of a whole file that are taken: what a worker can hold in memory at once. */
const largestFile = 512 * 1024 * 1024

type Fault = DocumentFault | Exclude<PaymentFault, 'stranger'> | 'tooLarge'

/** A file that is being given, line by line. */
interface Run {
  readonly id: string
  readonly books: Books
  readonly rules: boolean
  readonly reader: DocumentReader
  readonly hands: Hands
  readonly sections: Record<string, unknown>
  /** By name; and where they are found by their number. */
  readonly payments: Map<string, ImportedPayment>
  readonly byNonce: Map<string, string>
  /** Accounts of the same words, and those of them that have paid. */
  readonly others: OtherAccounts
  readonly paid: Set<Address>
  size: number
  skipped: number
  /** Payments of another wallet. */
  foreign: number
}

const refused = (sentence: string): Result<never, Refusal> => err({ code: 'refused', sentence })

/**
 * Takes export documents in. Whoever wrote the file is not believed: a payment is taken by what only this wallet could have made
 * (own-payment.ts), and nothing is written before the last line has been found whole.
 */
export class ImportDesk {
  readonly #wallet: WalletSession
  readonly #open: OpenBooks
  readonly #db: FarthingDatabase
  readonly #settings: SettingsRepository
  #run: Run | null = null

  constructor(wallet: WalletSession, open: OpenBooks, db: FarthingDatabase) {
    this.#wallet = wallet
    this.#open = open
    this.#db = db
    this.#settings = settingsRepository(db)
  }

  /** A file that was begun before is given up. */
  async begin({ rules }: Pick<Input<'import.begin'>, 'rules'>, authority: Authority): Promise<Result<Output<'import.begin'>, Refusal>> {
    const books = await this.#open()
    if (books === null) return locked()
    await books.security.add([{ at: Date.now(), kind: 'books-given', way: null }])
    const others = await otherAccounts(books, await this.#wallet.record(), authority)
    const id = crypto.randomUUID()
    this.#run = { id, books, rules, reader: new DocumentReader(), hands: new Hands(), sections: {}, payments: new Map(), byNonce: new Map(), others, paid: new Set(), size: 0, skipped: 0, foreign: 0 }
    return ok({ run: id })
  }

  async add({ run, lines }: Input<'import.add'>): Promise<Result<Output<'import.add'>, Refusal>> {
    const current = this.#run
    if (current?.id !== run) return refused(words.books.gone)
    if ((await this.#open()) !== current.books) {
      this.#run = null
      return locked()
    }
    let isWhole = false
    for (const line of lines) {
      const part = take(current, line)
      if (!part.ok) {
        this.#run = null
        return refused(words.books.fromFile[part.error])
      }
      isWhole = part.value.type === 'end'
    }
    const payments = current.payments.size
    if (!isWhole) return ok({ payments, done: null })
    this.#run = null
    return this.#finish(current)
  }

  async #finish({ books, rules, sections, payments, others, paid, skipped, foreign }: Run): Promise<Result<Output<'import.add'>, Refusal>> {
    const known = checkSections(sections)
    if (known === null) return refused(words.books.fromFile.broken)
    if (foreign > 0 && payments.size === 0) return refused(words.books.fromFile.stranger)
    const withheld = !rules && hasOtherRules(sections, await readSections(books, this.#settings))
    const importer = new PaymentImporter(this.#db, books.keyring.sealer)
    const before = (await books.purses.all()).length
    const counts = await importer.write([...payments.values()], async () => {
      await writePurses(books, others, paid, rules ? known.purses : null)
      await writeSections(known, rules, books, this.#settings)
    })
    return ok({ payments: payments.size, done: { ...counts, skipped, foreign, purses: (await books.purses.all()).length - before, withheld } })
  }
}

function take(run: Run, line: string): Result<DocumentPart, Fault> {
  run.size += line.length
  if (run.size > largestFile) return err('tooLarge')
  const part = run.reader.read(line)
  if (!part.ok) return part
  if (part.value.type === 'section') run.sections[part.value.name] = part.value.value
  if (part.value.type !== 'payment') return part
  const fault = takePayment(run, part.value.value)
  return fault === null ? part : err(fault)
}

function takePayment(run: Run, value: unknown): Fault | null {
  const read = v.safeParse(paymentRecordSchema, value)
  if (!read.success) return 'broken'
  const { id, note, tags, events, disputes } = read.output
  if (events === null) {
    run.skipped += 1
    return null
  }
  const own = ownPayment(id, events, run.books.keyring, run.hands)
  if (!own.ok) {
    if (own.error !== 'stranger') return own.error
    run.foreign += 1
    return null
  }
  const { terms } = own.value
  if (run.others.has(terms.payer)) run.paid.add(terms.payer)
  const given = ownDisputes(disputes, own.value, run.hands)
  if (given === null) return 'untrue'
  const resourceTag = run.books.tag(terms, canonicalResource(terms.resource))
  keepLonger(run, { purchase: own.value, events, label: { note, tags }, disputes: given, resourceTag })
  return null
}

/** One payment is kept once, with the longer of its stories; in its place in the file. */
function keepLonger({ payments, byNonce }: Run, payment: ImportedPayment): void {
  const { id, state, version } = payment.purchase
  const number = numberOf(payment.purchase)
  const twin = payments.get(id) ?? payments.get(byNonce.get(number) ?? '')
  if (twin !== undefined && isSamePayment(twin.purchase, payment.purchase)) {
    if (twin.purchase.version >= version) return
    payments.delete(twin.purchase.id)
  }
  payments.set(id, payment)
  if (state !== 'void') byNonce.set(number, id)
}
