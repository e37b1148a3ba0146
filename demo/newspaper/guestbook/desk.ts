import { HTTPFacilitatorClient, type RouteConfig, type SettleResultContext, type VerifyContext } from '@x402/core/server'
import type { PaymentPayload } from '@x402/core/types'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { paymentMiddlewareFromHTTPServer, x402HTTPResourceServer, x402ResourceServer } from '@x402/express'
import { declareOfferReceiptExtension } from '@x402/extensions/offer-receipt'
import {
  declarePaymentIdentifierExtension,
  extractPaymentIdentifier,
  PAYMENT_IDENTIFIER,
  paymentIdentifierResourceServerExtension,
} from '@x402/extensions/payment-identifier'
import { createSIWxResourceServerExtension, declareSIWxExtension, type SIWxHookEvent } from '@x402/extensions/sign-in-with-x'
import type { Request, RequestHandler, Response } from 'express'
import * as v from 'valibot'
import type { Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Article, Shares } from '../article'
import { declaresFees, feesExtension } from '../fees'
import { missingPage, teaserPage } from '../page'
import type { Paper } from '../paper'
import { refuseInWords, unconfirmed } from '../refusal'
import { facilitatorPatience, maxTimeoutSeconds, type TillOptions } from '../till'
import { withoutTraps } from '../traps'
import { Register } from './register'
import { Statements } from './statements'
import { honest, type GuestBookChange, type GuestBookState } from './switches'

/** Seconds a sign-in that the paper asks for can be used, and an offer holds. */
const validity = 300
/** What The Guest Book passes on, and signs for. */
const shares: Shares = { platformBps: 1_000n, facilitator: 1_000n }
/** On whose behalf the paper asks when it is told to be a thief. */
const victim = 'https://bank.example'

export interface DeskOptions extends Pick<TillOptions, 'facilitatorUrl' | 'token' | 'network' | 'sales'> {
  readonly paper: Paper
  /** Of the account that is paid: it signs offers and receipts, too. */
  readonly payeeKey: Hex
}

/**
 * Takes the money for one paper (x402 v2, scheme exact) with the official extensions, and knows who has paid by their
 * signing in and by nothing else: no cookie, and no payment shown twice. What is sold is sold at a fixed price.
 */
export class Desk {
  readonly register = new Register()
  readonly #options: DeskOptions
  readonly #statements: Statements
  readonly #facilitator: HTTPFacilitatorClient
  readonly #counts = { asked: new Map<string, number>(), sold: new Map<string, number>(), signedIn: new Map<string, number>() }
  readonly #paymentIdentifiers: string[] = []
  #signInsSeen = 0
  #switches: Required<GuestBookChange> = honest
  #origin: string | null = null
  #charge: RequestHandler = (_req, res) => void res.status(503).type('text').send('The paper is not open yet. You were not charged.')

  constructor(options: DeskOptions) {
    this.#options = options
    this.#statements = new Statements(options.payeeKey)
    this.#facilitator = new HTTPFacilitatorClient({ url: options.facilitatorUrl, timeoutMs: facilitatorPatience })
  }

  /** What stands before a handler that delivers a paid piece. To be mounted on a path of `sales`, for GET (and so HEAD). */
  readonly gate: RequestHandler[] = [
    withoutTraps,
    (req, res, next) => this.#watch(req, res, next),
    refuseInWords((req) => this.#refusal(req)),
    (req, res, next) => this.#charge(req, res, next),
  ]

  /** Begins to sell. @param origin what readers see: sign-ins are bound to it, and it is not taken from what a request says */
  open(origin: string): void {
    this.#origin = origin
    this.#charge = this.#chargeAt(origin)
  }

  /** Requests that are under way end as they began. */
  change(change: GuestBookChange): void {
    this.#switches = { ...this.#switches, ...change }
    if (this.#origin !== null) this.open(this.#origin)
  }

  get state(): GuestBookState {
    const { asked, sold, signedIn } = this.#counts
    return {
      ...this.#switches,
      asked: Object.fromEntries(asked),
      sold: Object.fromEntries(sold),
      signedIn: Object.fromEntries(signedIn),
      signInsSeen: this.#signInsSeen,
      paymentIdentifiers: [...this.#paymentIdentifiers],
    }
  }

  #chargeAt(origin: string): RequestHandler {
    const { network, sales, paper } = this.#options
    const { offers, receipts, signIn } = this.#switches
    const resources = new x402ResourceServer(this.#facilitator)
      .register(network, new ExactEvmScheme())
      .registerExtension(this.#statements.extension(offers, receipts))
      .registerExtension(feesExtension(() => shares, this.#options.payeeKey))
      .registerExtension(paymentIdentifierResourceServerExtension)
      .registerExtension(
        createSIWxResourceServerExtension({
          storage: this.register,
          origin: signIn === 'other-domain' ? victim : origin,
          onEvent: (event) => this.#hear(event),
        }),
      )
    resources.onBeforeVerify(async (context) => this.#noteIdentifier(context))
    resources.onAfterSettle(async (context) => this.#admit(context))
    const routes = Object.fromEntries([...sales].map(([path, article]) => [path, this.#route(article)]))
    return paymentMiddlewareFromHTTPServer(new x402HTTPResourceServer(resources, routes), undefined, {
      generateHtml: ({ resource }) => {
        const article = sales.get(new URL(resource.url).pathname)
        return article === undefined ? '' : teaserPage(paper, article, priceOf(article))
      },
    })
  }

  #route(article: Article): RouteConfig {
    const { network, token, paper, payeeKey } = this.#options
    return {
      accepts: {
        scheme: 'exact',
        network,
        payTo: privateKeyToAccount(payeeKey).address,
        maxTimeoutSeconds,
        price: { amount: priceOf(article).toString(), asset: token.address, extra: { name: token.name, version: token.version } },
      },
      description: article.title,
      mimeType: 'text/html',
      serviceName: paper.name,
      extensions: this.#declarations(),
    }
  }

  #declarations(): Record<string, unknown> {
    const { offers, receipts, signIn } = this.#switches
    const signs = offers !== 'none' || receipts !== 'none'
    return {
      ...(signIn !== 'off' && declareSIWxExtension({ statement: 'Sign in to read what you bought', expirationSeconds: validity })),
      // The transaction is named only where no offers are signed: signed offers take this declaration's place in 2.27.
      ...(signs && declareOfferReceiptExtension({ offerValiditySeconds: validity, includeTxHash: true })),
      ...declaresFees,
      [PAYMENT_IDENTIFIER]: declarePaymentIdentifierExtension(),
    }
  }

  #watch: RequestHandler = (req, res, next) => {
    if (req.get('sign-in-with-x') !== undefined) this.#signInsSeen += 1
    const unpaid = req.method === 'GET' && req.get('payment-signature') === undefined
    if (unpaid) res.once('finish', () => res.statusCode === 402 && this.#count('asked', req.path))
    next()
  }

  #hear(event: SIWxHookEvent): void {
    if (event.type === 'access_granted') this.#count('signedIn', event.resource)
  }

  #noteIdentifier({ paymentPayload }: VerifyContext): void {
    const id = extractPaymentIdentifier(paymentPayload as PaymentPayload)
    if (id !== null) this.#paymentIdentifiers.push(id)
  }

  #admit({ result, transportContext }: SettleResultContext): void {
    const { path } = v.parse(settledRequest, transportContext).request
    if (!result.success || result.payer === undefined) return
    this.register.admit(path, result.payer)
    this.#count('sold', path)
  }

  #count(what: 'asked' | 'sold' | 'signedIn', path: string): void {
    const slug = this.#options.sales.get(path)?.slug ?? path
    this.#counts[what].set(slug, (this.#counts[what].get(slug) ?? 0) + 1)
  }

  /** The page of a piece that stays closed to this request. */
  #refusal(req: Request): string {
    const { sales, paper } = this.#options
    const article = sales.get(req.path)
    if (article === undefined) return missingPage(paper)
    return teaserPage(paper, article, priceOf(article), req.get('payment-signature') === undefined ? undefined : unconfirmed)
  }
}

/** What an answer to somebody who has paid carries: it is for nobody else. */
export function dress(res: Response): void {
  res.set('Cache-Control', 'private, no-store')
}

/** Atomic units; 0 for a free piece. */
const priceOf = (article: Article): bigint => article.price?.first ?? 0n

const settledRequest = v.object({ request: v.object({ path: v.string() }) })
