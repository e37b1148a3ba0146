import * as v from 'valibot'
import { settlementHeaders } from '../../core/protocols/registry'
import { clampValidity } from '../../core/authorization/validity'
import { decodeTransfer, encodeTransfer, type TransferAuthorization } from '../../core/authorization/transfer'
import type { Answer, PaymentHeader } from '../../core/protocols/dialect'
import { sameSite } from '../../core/protocols/site'
import { canonicalResource } from '../../core/purchase/identity'
import type { AnswerFacts, Purchase, PurchaseEvent, PurchaseTerms } from '../../core/purchase/purchase'
import { err, ok, type Result } from '../../core/result'
import type { ReserveFault } from '../../store/purchase-shapes'
import type { SpendingFault } from '../../store/spending-book'
import type { Books, OpenBooks } from '../books'
import { paymentHeaderOf, readClaim } from '../challenge/protocols'
import { inTurn } from '../in-turn'
import { sessionValue } from '../session'
import { singleFlight } from '../single-flight'
import { isAccountLink } from '../../core/tips/account'
import { addressIn } from '../page/address'
import { settleTip } from './settle-tip'
import { fetchPaid, wanted, type PaidFetch } from './fetch-paid'
import { fetchPart, opened } from './sealed-part'
import { arrivedWith, Navigations, type Follow, type Navigation, type NavigationEnd } from './navigations'
import type { Settlements } from './settlements'

/** 'stopped': nobody was asked, and the reader or what they did next stopped it before anything was signed. */
export type AgreeFault = 'locked' | 'not-enough' | 'other-purse' | 'unsigned' | 'price-in-flight' | 'withdrawn' | 'stopped' | SpendingFault

/** What the reader agreed to, ready to become a purchase. */
export interface Agreement {
  readonly terms: PurchaseTerms
  /** The message as it was shown; only its expiry is stamped anew. */
  readonly draft: TransferAuthorization
  readonly maxTimeoutSeconds: number
  /** Atomic units the purse holds, reserved ones included. */
  readonly balance: bigint
  readonly tabId: number
  /** What the reader wrote with a tip; null for nothing. */
  readonly note: string | null
}

/** How long what has left has the machine for itself, in milliseconds. */
const leavingMs = 250
/** The same for a page that comes without a question: no window waits for what the chain says of it. */
const showingMs = 300

/** Events that happened while the wallet was locked: plain facts, kept in memory until the books open. */
const parkedEvent = v.object({ purchaseId: v.string(), event: v.custom<PurchaseEvent>((value) => typeof value === 'object') })

/**
 * Carries a purchase from the reader's yes to its end. Invariants:
 * every step is journalled before its effect; a purchase signs one nonce only; whatever is unclear is asked of the chain.
 */
export class Payments {
  readonly navigations: Navigations
  readonly #parked = sessionValue('parked', v.array(parkedEvent), [])
  readonly #once = singleFlight<Result<string, AgreeFault>>()
  /** Purchases this worker is signing, or fetching by itself, right now. */
  readonly #busy = new Set<string>()
  readonly #open: OpenBooks
  readonly #settlements: Settlements
  /** Tells every screen, in order. What is on its way to the seller waits for none of them. */
  readonly #changed: (purchase: Purchase) => Promise<void>
  /** Purchases of which screens hear a little later, by their ids. */
  readonly #heldBack = new Map<string, ReturnType<typeof setTimeout>>()
  /** What the reader has chosen to bring tips for bare accounts to the chain; null where nothing. */
  readonly #tipService: () => Promise<string | null>

  constructor(open: OpenBooks, settlements: Settlements, follow: Follow, changed: (purchase: Purchase) => Promise<void>, tipService: () => Promise<string | null>) {
    this.#tipService = tipService
    this.navigations = new Navigations(follow, (navigation, end) => this.#navigationEnded(navigation, end))
    this.#open = open
    this.#settlements = settlements
    this.#changed = inTurn(changed)
  }

  /** Makes the purchase, signs and sends it. Two yeses for one resource become one purchase. Returns its id. */
  agree(agreement: Agreement): Promise<Result<string, AgreeFault>> {
    return this.#once(agreement.terms.resource, async () => {
      const books = await this.#open()
      if (books === null) return err('locked')
      const id = crypto.randomUUID()
      const address = this.#addressOf(agreement)
      return this.#whileBusy(id, async () => {
        // Held back, signed and on its way are one transaction: it is on the disk before the signature leaves.
        const sent = await this.#begin(books, id, agreement, (begun) => signedAndSent(books, begun, agreement))
        if (sent.ok) {
          await this.#leave(books, sent.value, agreement.tabId, await address)
          return ok(id)
        }
        const earlier = await this.#earlier(books, sent.error, agreement.terms)
        if (!earlier.ok || earlier.value.attached) return earlier.ok ? ok(earlier.value.id) : earlier
        return this.#whileBusy(earlier.value.id, () => this.#signAndSend(books, earlier.value.id, agreement, address))
      })
    })
  }

  /**
   * Makes a purchase under an allowance, without a question. Nothing that was begun before is joined or signed again.
   * @param afresh what the seller and the chain say now; null where that is not to be paid
   * @param letBe called once the price is held back; false where the reader, or what they did meanwhile, stopped it
   */
  payUnasked(id: string, resource: string, afresh: () => Promise<Agreement | null>, letBe: (purchase: Purchase) => Promise<boolean>): Promise<Result<string, AgreeFault>> {
    return this.#once(resource, async () => {
      const books = await this.#open()
      if (books === null) return err('locked')
      return this.#whileBusy(id, async () => {
        const agreement = await afresh()
        if (agreement === null) return err('stopped')
        const reserved = await this.#begin(books, id, agreement)
        if (!reserved.ok) return err(unaskedFault(reserved.error))
        void this.#tell(reserved.value)
        const sent = (await letBe(reserved.value)) ? await this.#signAndSend(books, id, agreement, this.#addressOf(agreement)) : err('stopped' as const)
        if (!sent.ok) await this.#note(books, id, { type: 'expired', at: Date.now() })
        return sent
      })
    })
  }

  /**
   * Asks again for something paid: with a sign-in, which cannot charge, or with the authorization there already is, which
   * before settlement cannot charge twice and after it cannot charge at all.
   */
  async retry(id: string, tabId: number, signIn: PaymentHeader | null): Promise<void> {
    const books = await this.#open()
    const purchase = await books?.purchases.get(id)
    if (books === null || purchase === undefined || purchase === null) return
    if (!mayAskAgain(purchase) || (await this.navigations.isUnderWay(id))) return
    await this.#sendAgain(books, purchase, tabId, signIn)
  }

  /** Writes what happened to a purchase, or keeps it in memory while the books are shut. */
  async record(purchaseId: string, event: PurchaseEvent): Promise<void> {
    const books = await this.#open()
    if (books === null) {
      await this.#parked.change((parked) => [...parked, { purchaseId, event }])
      return
    }
    const purchase = await this.#note(books, purchaseId, event)
    const isAwaited = purchase === null || purchase.terms.allowance === null
    this.#settlements.soon(purchaseId, isAwaited ? 0 : showingMs)
  }

  /** Runs when the books open: what was parked is written, what is unresolved is asked of the chain. */
  async resume(): Promise<void> {
    const books = await this.#open()
    if (books === null) return
    for (const { purchaseId, event } of await this.#parked.read()) {
      await this.#note(books, purchaseId, event)
      // Taken out only once it is written: a worker that dies in between writes it again, which changes nothing.
      await this.#parked.change(([, ...later]) => later)
    }
    for (const purchase of await books.purchases.live()) await this.#resumeOne(books, purchase)
  }

  async #resumeOne(books: Books, purchase: Purchase): Promise<void> {
    if (this.#busy.has(purchase.id) || (await this.navigations.isUnderWay(purchase.id))) return
    if (purchase.state === 'quoted' || purchase.state === 'reserved') {
      // Stopped before anything was signed: let the reservation go.
      await this.#append(books, purchase.id, { type: 'expired', at: Date.now() })
      return
    }
    // Paid or not: whatever was on its way when the worker died is not on its way any more.
    const waiting = purchase.state === 'sent' || purchase.state === 'settled'
    if (waiting) await this.#append(books, purchase.id, { type: 'interrupted', at: Date.now(), why: 'restarted' })
    this.#settlements.soon(purchase.id)
  }

  #begin(books: Books, id: string, { terms, balance }: Agreement, next?: (begun: Purchase) => readonly PurchaseEvent[] | null): ReturnType<Books['purchases']['reserve']> {
    const tag = books.tag(terms, canonicalResource(terms.resource))
    return books.purchases.reserve({ id, terms, resourceTag: tag, balance, at: Date.now() }, next)
  }

  /** What there is already, where nothing was begun because of it. */
  async #earlier(books: Books, fault: ReserveFault, terms: PurchaseTerms): Promise<Result<{ id: string; attached: boolean }, AgreeFault>> {
    switch (fault.code) {
      case 'not-enough':
      case 'other-purse':
      case 'withdrawn':
      case 'unsigned':
        return err(fault.code)
      case 'already-paid':
        return ok({ id: fault.id, attached: true })
      case 'forgotten':
        return err('unsigned')
      case 'over-limit':
      case 'allowance':
        return err(fault)
      case 'already-live':
        return this.#attach(books, fault.id, terms)
    }
  }

  /** A live purchase of the same resource: one that was refused or never sent is signed again, any other is joined. */
  async #attach(books: Books, id: string, terms: PurchaseTerms): Promise<Result<{ id: string; attached: boolean }, AgreeFault>> {
    const existing = await books.purchases.get(id)
    if (existing === null) return err('unsigned')
    const renewable = existing.state === 'refused' || existing.state === 'signed' || existing.state === 'unknown'
    if (!renewable) return ok({ id, attached: true })
    // Another price, or a number of its own, while the first signature is still spendable: wait until it has expired.
    const fields = ['amount', 'payTo', 'nonce', 'payer'] as const
    const same = fields.every((field) => existing.terms[field] === terms[field])
    return same ? ok({ id, attached: false }) : err('price-in-flight')
  }

  /** Signs a purchase that was begun before, and sends it. */
  async #signAndSend(books: Books, id: string, agreement: Agreement, address: Promise<string>): Promise<Result<string, AgreeFault>> {
    const sent = await books.purchases.appendTo(id, (before) => signedAndSent(books, before, agreement))
    if (!sent.ok) return err(sent.error === 'allowance' ? { code: 'allowance', why: 'ended' } : sent.error === 'withdrawn' ? 'withdrawn' : 'unsigned')
    await this.#leave(books, sent.value, agreement.tabId, await address)
    return ok(id)
  }

  /** Sends once more what was signed before, or a sign-in in its place. */
  async #sendAgain(books: Books, purchase: Purchase, tabId: number, signIn: PaymentHeader | null): Promise<void> {
    const header = signIn ?? headerOf(purchase)
    if (header === null) return
    const address = this.#addressOf({ terms: purchase.terms, tabId })
    const sent = await books.purchases.append(purchase.id, { type: 'sent', at: Date.now() })
    if (!sent.ok) throw new Error('journal refused sent')
    await this.#leave(books, sent.value, tabId, await address, header)
  }

  /** What is bought, as the tab asks for it. Looked up while the disk is waited for. */
  #addressOf({ terms: { kind, resource }, tabId }: Pick<Agreement, 'terms' | 'tabId'>): Promise<string> {
    return kind === 'document' ? addressIn(tabId, resource) : Promise.resolve(resource)
  }

  /** Only what is journalled as sent gets here. */
  async #leave(books: Books, sent: Purchase, tabId: number, address: string, header = headerOf(sent)): Promise<void> {
    this.#tellSoon(sent)
    if (header === null) return
    if (sent.terms.kind === 'fragment' || sent.terms.kind === 'tip') void this.#whileBusy(sent.id, () => this.#fetchByItself(books, sent, header))
    else await this.navigations.start(sent, tabId, header, address)
  }

  #tell(purchase: Purchase): Promise<void> {
    clearTimeout(this.#heldBack.get(purchase.id))
    this.#heldBack.delete(purchase.id)
    return this.#changed(purchase)
  }

  /** What screens look up would be in the way of the request that leaves, and of the page that it brings. What is told of it meanwhile is newer. */
  #tellSoon(sent: Purchase): void {
    clearTimeout(this.#heldBack.get(sent.id))
    this.#heldBack.set(sent.id, setTimeout(() => void this.#tell(sent), leavingMs))
  }

  /** A purchase that is in hand here is not taken for one that a dead worker has left behind. */
  async #whileBusy<T>(id: string, work: () => Promise<T>): Promise<T> {
    this.#busy.add(id)
    try {
      return await work()
    } finally {
      this.#busy.delete(id)
    }
  }

  async #fetchByItself(books: Books, purchase: Purchase, header: PaymentHeader): Promise<void> {
    // What the payment opens comes first: without it there is nothing to pay for.
    const part = purchase.terms.sealed === undefined ? null : await fetchPart(purchase.terms.sealed, 'force-cache')
    const result: PaidFetch = part?.ok === false ? { type: 'interrupted', why: 'network' } : await this.#fetchPaid(purchase, header)
    if (result.type === 'interrupted') {
      await this.record(purchase.id, { type: 'interrupted', at: Date.now(), why: result.why })
      return
    }
    // Thanks are not kept: that the tip was taken well is all there is to arrive.
    const html = part?.ok === true ? await opened(part.value, result.content) : result.content
    const kept = purchase.terms.kind === 'tip' ? true : html !== null && (await this.#keep(books, purchase, html))
    const { status, headers, body } = result
    const said = { url: purchase.terms.resource, status, headers, ...(body !== null && { body }) }
    const answer = answerFacts(purchase, said, kept)
    await this.record(purchase.id, { type: 'answered', at: Date.now(), answer })
  }

  /** A site learns who pays only where the reader is: a place for tips, or who sells keys, on another site is asked as a stranger. */
  async #fetchPaid({ terms }: Purchase, header: PaymentHeader): Promise<PaidFetch> {
    const { kind, resource, page, offer, sealed } = terms
    if (isAccountLink(resource)) return settleTip(await this.#tipService(), header, offer)
    const isForeign = (kind === 'tip' || sealed !== undefined) && !sameSite(new URL(page), new URL(resource))
    return fetchPaid(resource, header, isForeign ? 'omit' : 'include', sealed === undefined ? wanted.html : wanted.key)
  }

  /** False when the wallet was locked meanwhile: what cannot be kept has not arrived, and is fetched again, free. */
  async #keep(books: Books, { terms }: Purchase, html: string): Promise<boolean> {
    try {
      await books.contents.save(books.tag(terms, canonicalResource(terms.resource)), { html, savedAt: Date.now() })
      return true
    } catch {
      return false
    }
  }

  async #navigationEnded(navigation: Navigation, end: NavigationEnd): Promise<void> {
    const at = Date.now()
    if (end.type === 'interrupted') {
      await this.record(navigation.purchaseId, { type: 'interrupted', at, why: end.why })
      return
    }
    const headers = new Map(end.settlement === null ? [] : [[settlementHeaders[navigation.dialect], end.settlement]])
    const terms = { dialect: navigation.dialect, network: navigation.network }
    const answer = answerFacts({ terms }, { url: navigation.url, status: end.status, headers }, end.arrived)
    await this.record(navigation.purchaseId, { type: 'answered', at, answer })
  }

  /** A fact from outside may come too late to matter (the tab closes after the answer): then it changes nothing, and this is null. */
  async #note(books: Books, id: string, event: PurchaseEvent): Promise<Purchase | null> {
    const appended = await books.purchases.append(id, event)
    if (!appended.ok) return null
    await this.#tell(appended.value)
    return appended.value
  }

  async #append(books: Books, id: string, event: PurchaseEvent): Promise<Purchase> {
    const appended = await books.purchases.append(id, event)
    if (!appended.ok) throw new Error(`journal refused ${event.type}`)
    void this.#tell(appended.value)
    return appended.value
  }
}

function answerFacts(purchase: { readonly terms: Parameters<typeof readClaim>[0] }, answer: Answer, arrived: boolean): AnswerFacts {
  const { claim, raw } = readClaim(purchase.terms, answer)
  return { status: answer.status, contentArrived: arrived && arrivedWith(answer.status), claim, rawClaim: raw }
}

const headerOf = ({ terms, signed }: Purchase): PaymentHeader | null => (signed === null ? null : paymentHeaderOf(terms, signed))

/** What is written when a purchase is signed and sent, both before the signature leaves; null where it cannot be signed as it was shown. */
function signedAndSent({ keyring }: Books, before: Purchase, { draft, maxTimeoutSeconds, note }: Agreement): readonly PurchaseEvent[] | null {
  const at = Date.now()
  const asked = BigInt(Math.floor(at / 1000) + clampValidity(maxTimeoutSeconds))
  const earlier = before.signed?.authorization.validBefore ?? 0n
  const stamped: TransferAuthorization = { ...draft, validBefore: asked > earlier ? asked : earlier }
  const bytes = encodeTransfer(stamped)
  if (!bytes.ok || !differsOnlyInExpiry(bytes.value, draft)) return null
  const signature = keyring.signTransfer(bytes.value)
  if (!signature.ok) return null
  return [
    { type: 'signed', at, authorization: stamped, signature: signature.value, note },
    { type: 'sent', at },
  ]
}

/** Whatever is there already is left to the reader. */
function unaskedFault(fault: ReserveFault): AgreeFault {
  switch (fault.code) {
    case 'over-limit':
    case 'allowance':
      return fault
    case 'not-enough':
    case 'other-purse':
    case 'withdrawn':
    case 'unsigned':
      return fault.code
    case 'already-live':
    case 'already-paid':
    case 'forgotten':
      return 'stopped'
  }
}

/** Paid, or refused with an authorization that is still good; not while an attempt is under way. */
function mayAskAgain({ state }: Purchase): boolean {
  return state === 'undelivered' || state === 'delivered' || state === 'settled' || state === 'refused' || state === 'unknown'
}

/** Promise 1: what is signed is what was shown, but for the moment it ends, which is stamped after the yes. */
function differsOnlyInExpiry(bytes: Uint8Array, shown: TransferAuthorization): boolean {
  const decoded = decodeTransfer(bytes)
  if (!decoded.ok) return false
  const { authorization } = decoded.value
  const fields = ['network', 'asset', 'from', 'to', 'value', 'validAfter', 'nonce'] as const
  return fields.every((field) => authorization[field] === shown[field])
}
