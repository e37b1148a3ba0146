import type { Way } from '../../core/dispute/dispute'
import { refundNonceOf } from '../../core/dispute/identity'
import { evidenceItems } from '../../core/dispute/problem'
import { sameTerms, type SaleTerms } from '../../core/dispute/sale-terms'
import type { Address, Bytes32 } from '../../core/hex'
import type { Purchase } from '../../core/purchase/purchase'
import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Input, OwnMessageType, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import type { KeptDispute } from '../../store/disputes'
import type { Books, OpenBooks } from '../books'
import { locked } from '../locked'
import { assessmentView } from './assessment-view'
import type { DisputeChores } from './chores'
import { assessed, type Assessed } from './circumstances'
import { disputeBundle } from './bundle'
import { amountOf, disputeDetail, disputeRow, saleTermsView } from './dispute-view'
import { forgetDrafts } from './drafts-desk'
import { bodyOf, draftOf, filingOf, type Draft } from './filing'
import { hindranceSentence } from './hindrance'
import { letterOf } from './letter'
import { unseenSentence } from './refund-view'
import { recordAt } from './seller-record'
import type { SellerTerms } from './seller-terms'

type Answer<K extends OwnMessageType> = Promise<Result<Output<K>, Refusal>>

const text = words.dispute
const refused = (sentence: string): Result<never, Refusal> => err({ code: 'refused', sentence })

/** A place for a signature in what is shown before there is one. */
const noSignature = '0x'

interface Means {
  readonly open: OpenBooks
  readonly terms: SellerTerms
  readonly chores: DisputeChores
  readonly changed: () => void
}

/** A payment with what is known of it, and where its seller can be asked. */
interface Sale {
  readonly books: Books
  readonly assessed: Assessed
  readonly then: SaleTerms | null
  readonly now: SaleTerms | null
  readonly way: Way
}

/** What is asked of sellers when a sale went wrong, and what becomes of it. Nothing here moves money. */
export class DisputesDesk {
  readonly #means: Means

  constructor(means: Means) {
    this.#means = means
  }

  assess(input: Input<'disputes.assess'>): Answer<'disputes.assess'> {
    return this.#withSale(input, async (sale) => {
      const { books, then, now, way } = sale
      const { purchase } = sale.assessed
      const earlier = await books.disputes.ofPayment(purchase.id)
      const beside = { terms: saleTermsView(then, now, false), way: way.kind, seller: await recordAt(books, purchase.terms.resource), dispute: earlier[0]?.id ?? null }
      return ok(assessmentView(sale.assessed, input.problem, beside))
    })
  }

  preview(input: Input<'disputes.preview'>): Answer<'disputes.preview'> {
    return this.#withDraft(input, async ({ assessed: { purchase } }, draft) => {
      const { items, statement } = draft.evidence
      const { words: own, share } = draft.wanted
      const body = bodyOf({ request: draft.request, signature: noSignature, evidence: statement, items, shared: share, words: own })
      return ok({
        items: evidenceItems.flatMap((item) => (items[item] === undefined ? [] : [{ item, text: items[item] }])),
        request: JSON.stringify(JSON.parse(body), null, 2),
        letter: letterOf(purchase, draft),
        respondBy: draft.request.respondBy * 1000,
      })
    })
  }

  file(input: Input<'disputes.file'>): Answer<'disputes.file'> {
    return this.#withDraft(input, async ({ books, assessed: { purchase }, then }, draft) => {
      const signature = books.keyring.signRefundRequest(draft.request)
      if (!signature.ok) return signature.error === 'locked' ? locked() : refused(text.notSigned)
      const filed = await books.disputes.file(crypto.randomUUID(), purchase.id, { type: 'filed', filing: filingOf(draft, signature.value) }, Date.now())
      if (!filed.ok) return refused(filed.error === 'under-way' ? text.hindrance['under-way'] : text.noPayment)
      const { id } = filed.value
      await forgetDrafts(books, purchase.id)
      this.#means.changed()
      void this.#noteChangedTerms(books, id, purchase, then)
      void this.#means.chores.attendAll()
      return ok({ dispute: id })
    })
  }

  async list(): Answer<'disputes.list'> {
    const books = await this.#means.open()
    if (books === null) return locked()
    const rows = await Promise.all(
      (await books.disputes.all()).map(async (kept) => {
        const purchase = await books.purchases.get(kept.payment)
        return purchase === null ? null : disputeRow(kept, purchase, this.#means.chores.lastLook(kept.payment)?.candidates ?? null)
      }),
    )
    const known = rows.filter((row) => row !== null)
    return ok([...known.filter((row) => row.waitsForReader), ...known.filter((row) => !row.waitsForReader)])
  }

  async read({ dispute: id, country }: Input<'disputes.read'>): Answer<'disputes.read'> {
    const books = await this.#means.open()
    if (books === null) return locked()
    const kept = await books.disputes.get(id)
    const purchase = kept === null ? null : await books.purchases.get(kept.payment)
    if (kept === null || purchase === null) return ok(null)
    const look = this.#means.chores.lastLook(kept.payment)
    if (look === null) void this.#means.chores.firstLook(id).then(this.#means.changed)
    const { terms, termsChanged } = kept.dispute
    return ok(disputeDetail(kept, purchase, { candidates: look?.candidates ?? [], unseen: unseenSentence(kept.dispute, look), terms: saleTermsView(terms, null, termsChanged), country }))
  }

  async refresh(id: string): Answer<'disputes.refresh'> {
    if ((await this.#means.open()) === null) return locked()
    await this.#means.chores.refresh(id)
    this.#means.changed()
    return ok(null)
  }

  async note({ dispute, what }: Input<'disputes.note'>): Answer<'disputes.note'> {
    if (what !== 'sent') return this.#happened(dispute, { type: 'told', said: what })
    const unsent = (await (await this.#means.open())?.disputes.get(dispute))?.dispute.unsent
    return this.#happened(dispute, { type: 'sent', what: unsent ?? 'request' })
  }

  counter({ dispute, words: own }: Input<'disputes.counter'>): Answer<'disputes.counter'> {
    return this.#happened(dispute, { type: 'countered', words: own })
  }

  escalate({ dispute, to }: Input<'disputes.escalate'>): Answer<'disputes.escalate'> {
    return this.#happened(dispute, { type: 'escalated', to })
  }

  close({ dispute, outcome }: Input<'disputes.close'>): Answer<'disputes.close'> {
    return this.#happened(dispute, { type: 'closed', outcome })
  }

  async save(id: string): Answer<'disputes.save'> {
    const books = await this.#means.open()
    if (books === null) return locked()
    const kept = await books.disputes.get(id)
    const purchase = kept === null ? null : await books.purchases.get(kept.payment)
    return kept === null || purchase === null ? refused(text.gone) : ok(disputeBundle(kept, purchase))
  }

  /** The numbers that refunds were asked to carry, by whom they may be moved, and where sellers say that they were. */
  async numbers(): Promise<readonly { readonly payment: string; readonly authorizer: Address; readonly nonce: Bytes32; readonly hint: Bytes32 | null }[]> {
    const books = await this.#means.open()
    const all = books === null ? [] : await books.disputes.all()
    return all.flatMap(({ payment, dispute: { request, terms, answer } }) => {
      const nonce = refundNonceOf(request.disputeId)
      return [...new Set([request.payTo, ...(terms?.signers ?? [])])].map((authorizer) => ({ payment, authorizer, nonce, hint: answer?.transaction ?? null }))
    })
  }

  /** The newest dispute about a payment, for its own page. */
  async newest(books: Books, payment: string): Promise<KeptDispute | null> {
    return (await books.disputes.ofPayment(payment))[0] ?? null
  }

  async #happened(id: string, event: Parameters<Books['disputes']['append']>[2]): Promise<Result<null, Refusal>> {
    const books = await this.#means.open()
    if (books === null) return locked()
    if ((await books.disputes.append(id, 'reader', event, Date.now())) === null) return refused(text.gone)
    this.#means.changed()
    void this.#means.chores.attendAll()
    return ok(null)
  }

  async #withSale<T>({ payment, problem }: Pick<Input<'disputes.assess'>, 'payment' | 'problem'>, then: (sale: Sale) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
    const books = await this.#means.open()
    if (books === null) return locked()
    const purchase = await books.purchases.get(payment)
    if (purchase === null) return refused(text.noPayment)
    const said = await this.#means.terms.atPayment(books, purchase)
    const promised = said?.endpoint ?? null
    const now = promised === null ? await this.#means.terms.now(purchase, said) : null
    const endpoint = promised ?? now?.endpoint ?? null
    const way: Way = endpoint === null ? { kind: 'letter' } : { kind: 'endpoint', url: endpoint }
    return then({ books, assessed: await assessed(books, purchase, problem, said), then: said, now, way })
  }

  #withDraft<T>(input: Input<'disputes.preview'>, then: (sale: Sale, draft: Draft) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
    return this.#withSale(input, async (sale) => {
      const { books, assessed: found, way } = sale
      const { purchase, journal } = found
      if (found.hindrance !== null) return refused(hindranceSentence(found.hindrance, found.until))
      const amount = BigInt(input.amount)
      if (amount > found.most) return refused(text.tooMuch(amountOf(purchase, found.most)))
      const round = (await books.disputes.rounds(purchase.id)) + 1
      const wanted = { problem: input.problem, amount, words: input.words.trim(), share: input.share }
      return then(sale, draftOf({ purchase, journal, then: sale.then, way, round }, wanted, Date.now()))
    })
  }

  /** What a seller says now may differ from what it said when it was paid: the latter counts, and that it differs is told. */
  async #noteChangedTerms(books: Books, id: string, purchase: Purchase, then: SaleTerms | null): Promise<void> {
    const now = then === null ? null : await this.#means.terms.now(purchase, then)
    if (then === null || now === null || sameTerms(then, now)) return
    await books.disputes.append(id, 'seller', { type: 'terms-changed' }, Date.now()).catch(() => undefined)
    this.#means.changed()
  }
}
