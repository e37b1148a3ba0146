import { randomUUID } from 'node:crypto'
import { HTTPFacilitatorClient, type RouteConfig, type SettleResultContext } from '@x402/core/server'
import { encodePaymentResponseHeader } from '@x402/core/http'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { paymentMiddlewareFromHTTPServer, x402HTTPResourceServer, x402ResourceServer } from '@x402/express'
import type { ResourceServerExtension } from '@x402/core/types'
import type { Request, RequestHandler, Response } from 'express'
import * as v from 'valibot'
import { splitterAddress } from '../world/splitter'
import type { Article, Shares } from './article'
import { readCookie } from './cookies'
import { Entitlements, type Credentials } from './entitlements'
import { declaresFees, feesExtension } from './fees'
import { missingPage, teaserPage } from './page'
import type { Paper } from './paper'
import { coversDay, dayMs, isForPass } from './passes'
import { Prices } from './prices'
import type { Sales } from './refunds/sales'
import { declaresRefunds } from './refunds/terms'
import { refuseInWords, unconfirmed } from './refusal'
import { withoutTraps } from './traps'

/** Seconds a payment may take to settle. */
export const maxTimeoutSeconds = 60
/** Milliseconds the facilitator has for one answer. */
export const facilitatorPatience = 15_000

export interface TillOptions {
  readonly paper: Paper
  /** Path on the site to the piece sold there. */
  readonly sales: ReadonlyMap<string, Article>
  readonly facilitatorUrl: string
  readonly token: { readonly address: string; readonly name: string; readonly version: string }
  readonly network: `eip155:${number}`
  readonly seller: `0x${string}`
  /** Where it is written down what was paid, for those who ask for it back. */
  readonly book: Sales
  /** What its challenges say of refunds. Absent: nothing. */
  readonly refunds?: ResourceServerExtension
}

/** Takes the money for one paper (x402 v2, scheme exact) and remembers who has paid. */
export class Till {
  readonly prices = new Prices()
  readonly entitlements = new Entitlements()
  /** How often each piece was sold, by slug. */
  readonly sold = new Map<string, number>()
  readonly #options: TillOptions
  readonly #charge: RequestHandler

  constructor(options: TillOptions) {
    this.#options = options
    this.#charge = this.#chargeWith(new HTTPFacilitatorClient({ url: options.facilitatorUrl, timeoutMs: facilitatorPatience }))
  }

  /** What stands before a handler that delivers a paid piece. To be mounted on a path of `sales`, for GET (and so HEAD). */
  readonly gate: RequestHandler[] = [
    withoutTraps,
    (req, res, next) => this.#tellPrice(req, res, next),
    refuseInWords((req) => this.#refusal(req)),
    (req, res, next) => this.#charge(req, res, next),
  ]

  /** Sets what a paid answer carries: never cached, a cookie for the next visit, and the settlement again if it is a repetition. */
  dress(req: Request, res: Response): void {
    res.set('Cache-Control', 'private, no-store')
    const payment = paymentOf(req)
    if (payment === null) return
    // Who comes with a cookie that is good keeps it, whatever else the request carries.
    const isKnown = this.entitlements.allows(req.path, { ...credentialsOf(req), payment: null })
    if (!isKnown) res.cookie('read', this.entitlements.cookie(req.path, payment), { path: req.path, httpOnly: true, sameSite: 'lax' })
    if (!isKnown && isForPass(payment)) res.cookie('pass', this.entitlements.pass(req.path, payment), { path: '/', maxAge: dayMs, httpOnly: true, sameSite: 'lax' })
    const answered = this.entitlements.answered(req.path, payment)
    if (answered !== null) res.set('PAYMENT-RESPONSE', answered)
  }

  /** Whether this request is from somebody who has paid before. */
  isPaid(req: Request): boolean {
    return this.entitlements.allows(req.path, credentialsOf(req))
  }

  #chargeWith(facilitator: HTTPFacilitatorClient): RequestHandler {
    const { network, sales, paper, refunds } = this.#options
    const resources = new x402ResourceServer(facilitator).register(network, new ExactEvmScheme()).registerExtension(feesExtension((url) => passedOnBy(sales.get(new URL(url).pathname)), null))
    if (refunds !== undefined) resources.registerExtension(refunds)
    resources.onAfterSettle(async (context) => this.#remember(context))
    const routes = Object.fromEntries([...sales].map(([path, article]) => [path, this.#route(article)]))
    const server = new x402HTTPResourceServer(resources, routes)
    server.onProtectedRequest(async ({ path, adapter, paymentHeader }) => {
      return this.entitlements.allows(path, credentials(adapter.getHeader('cookie'), paymentHeader)) ? { grantAccess: true } : undefined
    })
    const charge = paymentMiddlewareFromHTTPServer(server, undefined, {
      generateHtml: ({ resource, accepts }) => {
        const article = sales.get(new URL(resource.url).pathname)
        return article === undefined ? '' : teaserPage(paper, article, BigInt(accepts[0]?.amount ?? 0))
      },
    })
    return (req, res, next) => charge(req, res, next)
  }

  #route(article: Article): RouteConfig {
    const { network, seller, token, paper, refunds } = this.#options
    const dayPass = article.price?.dayPass
    const offer = { scheme: 'exact', network, payTo: article.price?.split === true ? splitterAddress : seller, maxTimeoutSeconds } as const
    const inToken = (amount: bigint, more: object = {}) => ({ amount: amount.toString(), asset: token.address, extra: { name: token.name, version: token.version, ...more } })
    return {
      accepts: [
        { ...offer, price: ({ adapter }) => inToken(this.prices.for(article, readCookie(adapter.getHeader('cookie'), 'visitor'))) },
        ...(dayPass === undefined ? [] : [{ ...offer, price: inToken(dayPass, coversDay) }]),
      ],
      description: article.title,
      mimeType: 'text/html',
      serviceName: paper.name,
      extensions: { ...(article.price?.passedOn !== undefined && declaresFees), ...(refunds !== undefined && declaresRefunds) },
    }
  }

  #remember(context: SettleResultContext): void {
    const { result, transportContext } = context
    const { path, paymentHeader } = v.parse(settledRequest, transportContext).request
    if (!result.success) return
    this.entitlements.settle(path, paymentHeader, encodePaymentResponseHeader({ ...result }))
    if (isForPass(paymentHeader)) this.entitlements.settlePass(path, paymentHeader, Date.now() + dayMs)
    const { sales, book } = this.#options
    book.add(context, sales.get(path)?.title ?? path)
    const slug = sales.get(path)?.slug ?? path
    this.sold.set(slug, (this.sold.get(slug) ?? 0) + 1)
  }

  /** Keeps count of unpaid asks where a piece grows dearer with them. */
  #tellPrice: RequestHandler = (req, res, next) => {
    const article = this.#options.sales.get(req.path)
    if (article?.price?.later !== undefined && req.method === 'GET' && paymentOf(req) === null) {
      const known = readCookie(req.get('cookie'), 'visitor')
      const visitor = known ?? randomUUID()
      if (known === null) res.cookie('visitor', visitor, { path: '/', httpOnly: true, sameSite: 'lax' })
      this.prices.tell(article, visitor)
    }
    next()
  }

  /** The page of a piece that stays closed to this request. */
  #refusal(req: Request): string {
    const { sales, paper } = this.#options
    const article = sales.get(req.path)
    if (article === undefined) return missingPage(paper)
    const price = this.prices.for(article, readCookie(req.get('cookie'), 'visitor'))
    return teaserPage(paper, article, price, paymentOf(req) === null ? undefined : unconfirmed)
  }
}

const passedOnBy = (article: Article | undefined): Shares => article?.price?.passedOn ?? { platformBps: 0n, facilitator: 0n }

const settledRequest = v.object({ request: v.object({ path: v.string(), paymentHeader: v.string() }) })

const paymentOf = (req: Request): string | null => req.get('payment-signature') ?? null

const credentials = (cookies: string | undefined, payment: string | null | undefined): Credentials => ({ cookie: readCookie(cookies, 'read'), pass: readCookie(cookies, 'pass'), payment: payment ?? null })

const credentialsOf = (req: Request): Credentials => credentials(req.get('cookie'), req.get('payment-signature'))
