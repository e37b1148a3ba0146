import { termsInChallenge, termsInLink, termsInWellKnown, type SaleTerms } from '../../core/dispute/sale-terms'
import { longestTerms, wellKnownPath } from '../../core/dispute/well-known'
import type { Address } from '../../core/hex'
import { isAccountLink } from '../../core/tips/account'
import type { Purchase } from '../../core/purchase/purchase'
import { readBounded } from '../bounded-text'
import type { Books, OpenBooks } from '../books'
import { fetchChallenge } from '../challenge/fetch-challenge'
import { singleFlight } from '../single-flight'

const patienceMs = 15_000
/** How long a seller's public file is taken for the same, in milliseconds. */
const freshMs = 24 * 60 * 60_000
/** The same for what it says in its prices, while a request is being written. */
const momentMs = 10 * 60_000

/**
 * What sellers say about giving money back: kept as it was when a purchase was paid, since it is evidence, and asked again when the
 * reader wants their money. Whoever is asked is the seller that was paid, and is not told who asks.
 */
export class SellerTerms {
  readonly #open: OpenBooks
  readonly #once = singleFlight<null>()
  /** What was said a moment ago, by what was bought: a reader who writes and rewrites a request tells the seller nothing by it. */
  readonly #latest = new Map<string, { readonly at: number; readonly terms: SaleTerms | null }>()
  /** Public files by origin, null for none; until the worker sleeps. */
  readonly #files = new Map<string, { readonly at: number; readonly body: string | null }>()

  constructor(open: OpenBooks) {
    this.#open = open
  }

  /** The wallet was locked: nothing of where was bought stays in memory. */
  shut(): void {
    this.#latest.clear()
    this.#files.clear()
  }

  /** Keeps what the seller says, once it is certain that it was paid. What it said in the challenge needs no request. */
  async purchaseChanged(purchase: Purchase): Promise<void> {
    if (purchase.settlement === null || isAccountLink(purchase.terms.resource)) return
    await this.#once(purchase.id, async () => {
      const books = await this.#open()
      if (books === null || (await books.disputes.terms(purchase.id)) !== null) return null
      const terms = saidAtPayment(purchase) ?? (await this.#publicTerms(purchase.terms.resource))
      await books.disputes.keepTerms(purchase.id, { at: Date.now(), terms })
      return null
    }).catch(() => undefined)
  }

  /** What was said when it was paid, as far as that is known. */
  async atPayment(books: Books, purchase: Purchase): Promise<SaleTerms | null> {
    const kept = await books.disputes.terms(purchase.id)
    return kept === null ? saidAtPayment(purchase) : kept.terms
  }

  /** Accounts that the seller gives money back from, by its public file: whatever of it reaches the purse is the reader's. */
  async signers({ terms: { resource } }: Purchase): Promise<readonly Address[]> {
    return isAccountLink(resource) ? [] : ((await this.#publicTerms(resource))?.signers ?? [])
  }

  /** What the seller says now: where it said it then, else in its public file. Null for nothing, or where it cannot be asked. */
  async now({ terms }: Purchase, then: SaleTerms | null): Promise<SaleTerms | null> {
    const { resource } = terms
    if (isAccountLink(resource)) return null
    if (then === null || then.source === 'well-known') return this.#publicTerms(resource)
    const known = this.#latest.get(resource)
    if (known !== undefined && Date.now() - known.at < momentMs) return known.terms
    const now = await askedAgain(resource, then)
    this.#latest.set(resource, { at: Date.now(), terms: now })
    return now
  }

  async #publicTerms(resource: string): Promise<SaleTerms | null> {
    if (!URL.canParse(resource)) return null
    const { origin } = new URL(resource)
    const known = this.#files.get(origin)
    const isFresh = known !== undefined && Date.now() - known.at < freshMs
    const body = isFresh ? known.body : await fetchFile(`${origin}${wellKnownPath}`)
    if (!isFresh) this.#files.set(origin, { at: Date.now(), body })
    return body === null ? null : termsInWellKnown(body, resource)
  }
}

const saidAtPayment = ({ terms: { challenge, resource, link } }: Purchase): SaleTerms | null =>
  termsInChallenge(challenge, resource) ?? (link === undefined ? null : termsInLink(link, resource))

/** Asked where it said so before, as somebody who has not paid. */
async function askedAgain(resource: string, then: SaleTerms): Promise<SaleTerms | null> {
  const answer = await fetchChallenge(resource, 'page', 'omit')
  if (!answer.ok) return null
  const challenge = answer.value.headers.get('payment-required') ?? answer.value.body ?? ''
  return then.source === 'challenge' ? termsInChallenge(challenge, resource) : termsInLink(answer.value.headers.get('link') ?? '', resource)
}

async function fetchFile(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(patienceMs) })
    return response.ok ? await readBounded(response, longestTerms) : null
  } catch {
    return null
  }
}
