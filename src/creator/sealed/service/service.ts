import { randomUUID } from 'node:crypto'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64urlnopad } from '@scure/base'
import type { Network, NetworkId } from '../../../core/networks/networks'
import { keyAnswerType, writeKeyAnswer } from '../../../core/sealed/key-answer'
import { knownNetwork } from '../../network'
import { comeAgain, commonHeaders, isPassing, preflight, problemOf } from '../../till/answers'
import { Chain } from '../../till/chain'
import { Facilitator } from '../../till/facilitator'
import type { Item } from '../../till/item'
import { readPayment } from '../../till/payment'
import { Register, usualPatience, type Claims, type Outcome, type Patience } from '../../till/register'
import type { Seller } from '../../till/seller'
import { refusals, type Refusal } from '../../till/words'
import { X402Desk } from '../../till/x402'
import { longestSealAddress, openSeal, sealPath, type SealFault, type Terms } from '../seal'
import { wellKnown, writeKeysFile, type ServiceKey } from '../service-key'
import { page, pageHeaders, salePage, sentencePage } from './pages'
import { Rate } from './rate'
import { faults, words } from './words'

export interface KeyServiceOptions {
  readonly key: ServiceKey
  /** As readers see it: "https://keys.example". Where none is named, the address that a request came to. */
  readonly address?: string
  readonly network: NetworkId
  /** Base address of a payment service (an x402 facilitator). */
  readonly facilitator: string
  /** JSON-RPC of the chain; the network's own public one where none is named. */
  readonly endpoint?: string
  readonly memory: Claims
  readonly patience?: Partial<Patience>
}

/** Sells keys. It has no books and no accounts: what is sold, for how much and to whose account stands in what the author has sealed. */
export interface KeyService {
  /** @param from who asks, as far as that is known: requests are counted by it */
  handle(request: Request, from?: string): Promise<Response>
}

/** Characters of the header with a payment. */
const longestPayment = 16 * 1024

/** @throws where the options cannot be meant */
export function openKeyService(options: KeyServiceOptions): KeyService {
  return new SealedKeys(options, knownNetwork(options.network))
}

class SealedKeys implements KeyService {
  readonly #options: KeyServiceOptions
  readonly #network: Network
  readonly #rate = new Rate()
  readonly #name = randomUUID()

  constructor(options: KeyServiceOptions, network: Network) {
    this.#options = options
    this.#network = network
  }

  async handle(request: Request, from?: string): Promise<Response> {
    const url = new URL(request.url)
    if (request.method === 'OPTIONS') return preflight()
    if (from !== undefined && !this.#rate.allows(from, Date.now())) return said(request, 429, words.tooMany, { [comeAgain.name]: '60' })
    if (url.href.length > longestSealAddress + 100) return said(request, 414, words.tooLong)
    if (request.method !== 'GET' && request.method !== 'HEAD') return said(request, 405, words.method, { Allow: 'GET, HEAD, OPTIONS' })
    if (url.pathname === wellKnown) return answer(request, 200, writeKeysFile(this.#options.key), { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' })
    if (url.pathname === '/') return said(request, 200, words.about)
    return url.pathname.startsWith(sealPath) ? this.#sell(request, url) : said(request, 404, words.nothing)
  }

  async #sell(request: Request, { pathname, origin }: URL): Promise<Response> {
    if ((request.headers.get('payment-signature') ?? request.headers.get('authorization') ?? '').length > longestPayment) return said(request, 431, words.tooLarge)
    const seal = pathname.slice(sealPath.length)
    const opened = await openSeal(this.#options.key, seal, Math.floor(Date.now() / 1000))
    const fault: SealFault | 'network' | null = !opened.ok ? opened.error : opened.value.network === this.#network.id ? null : 'network'
    if (!opened.ok || fault !== null) return said(request, 400, faults[fault ?? 'broken'])
    // Who has come here themselves would pay for a key that no page is there to use.
    if (isVisit(request)) return answer(request, 200, salePage(opened.value, hasPayment(request) ? words.elsewhere : null), { 'Cache-Control': 'private, no-store', ...pageHeaders })
    return this.#charge(request, opened.value, this.#itemOf(opened.value, seal, this.#options.address ?? origin), this.#options.address ?? origin)
  }

  /** A payment is for one seal: its hash is what the memory keeps. */
  #itemOf({ title, price, payTo }: Terms, seal: string, origin: string): Item {
    const id = base64urlnopad.encode(sha256(utf8ToBytes(seal)))
    return { id, kind: 'article', title, prices: [price], url: `${origin}${sealPath}${seal}`, payTo, shares: [] }
  }

  async #charge(request: Request, terms: Terms, item: Item, origin: string): Promise<Response> {
    const seller: Seller = { name: new URL(origin).hostname, origin, network: this.#network, payTo: terms.payTo, signer: null }
    const desk = new X402Desk(seller, undefined, { signIn: false, mimeType: keyAnswerType })
    // Whoever asks with HEAD wants to know the price: nothing could be handed to them.
    const payment = request.method === 'HEAD' ? null : readPayment(request.headers)
    if (payment === null) return this.#unpaid(request, terms, item, { desk, origin, refusal: null, reason: null })
    if (!payment.ok) return this.#unpaid(request, terms, item, { desk, origin, refusal: 'malformed', reason: null })
    const register = new Register({ ...this.#tools(), seller, match: async (shown, wanted) => (shown.shown.dialect === 'x402' ? desk.match(shown, wanted) : null), answerTo: async (entry, transaction) => ({ 'PAYMENT-RESPONSE': await desk.receipt(entry, transaction) }) })
    const outcome = await register.take(payment.value, item).catch((): Outcome => ({ type: 'not-sold', refusal: 'books', reason: null }))
    if (outcome.type === 'not-sold') return this.#unpaid(request, terms, item, { desk, origin, refusal: outcome.refusal, reason: outcome.reason })
    const headers = commonHeaders(origin, undefined)
    for (const [name, value] of Object.entries(outcome.answer)) headers.set(name, value)
    headers.set('Content-Type', keyAnswerType)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(writeKeyAnswer(terms), { headers })
  }

  #tools() {
    const { memory, facilitator, endpoint, patience } = this.#options
    const waiting: Patience = { ...usualPatience, ...patience }
    return {
      sales: memory,
      chain: new Chain(this.#network, endpoint ?? this.#network.defaultEndpoint),
      facilitator: new Facilitator(facilitator, this.#network, waiting.facilitator),
      patience: waiting,
      name: this.#name,
    }
  }

  async #unpaid(request: Request, terms: Terms, item: Item, { desk, origin, refusal, reason }: Unpaid): Promise<Response> {
    const headers = commonHeaders(origin, undefined)
    headers.set('PAYMENT-REQUIRED', await desk.challenge(item, reason ?? (refusal === null ? null : refusals[refusal].code)))
    if (refusal !== null && isPassing(refusal)) headers.set(comeAgain.name, comeAgain.value)
    const sentence = refusal === null ? null : refusal === 'used' ? words.used : refusals[refusal].sentence
    const status = refusal === null ? 402 : refusals[refusal].status
    if (wantsPage(request)) return answer(request, status, salePage(terms, sentence), { ...Object.fromEntries(headers), ...pageHeaders })
    return answer(request, status, problemOf(refusal, reason), { ...Object.fromEntries(headers), 'Content-Type': 'application/problem+json' })
  }
}

interface Unpaid {
  readonly desk: X402Desk
  readonly origin: string
  readonly refusal: Refusal | null
  readonly reason: string | null
}

/** Whether a browser says that it goes there. */
const isVisit = ({ headers }: Request): boolean => headers.get('sec-fetch-dest') === 'document'
const hasPayment = ({ headers }: Request): boolean => headers.has('payment-signature') || headers.has('authorization')

/** Whether it is a person who looks at the answer. */
const wantsPage = (request: Request): boolean => isVisit(request) || (!request.headers.has('sec-fetch-dest') && (request.headers.get('accept') ?? '').includes('text/html'))

function said(request: Request, status: number, sentence: string, more: Readonly<Record<string, string>> = {}): Response {
  const headers = { ...Object.fromEntries(commonHeaders('', undefined)), ...more }
  if (wantsPage(request)) return answer(request, status, status === 200 ? page('Key service', `<h1>Key service</h1><p>${sentence}</p>`) : sentencePage(sentence), { ...headers, ...pageHeaders })
  return answer(request, status, JSON.stringify({ title: sentence, status }), { ...headers, 'Content-Type': 'application/problem+json' })
}

const answer = ({ method }: Request, status: number, body: string, headers: Readonly<Record<string, string>>): Response => new Response(method === 'HEAD' ? null : body, { status, headers })
