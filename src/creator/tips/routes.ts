import { html, type Html } from '../html'
import { dollars, plainDollars, readDollars } from '../frame/money'
import { page } from '../frame/page'
import { findNetwork } from '../../core/networks/networks'
import { toChecksumAddress } from '../../core/authorization/address'
import { paths, type Routes, type ShopOptions } from '../options'
import { preflight } from '../till/answers'
import type { Item } from '../till/item'
import type { Charged, Till } from '../till/till'

/** The least and the most that is taken at once, in atomic units: a cent, a hundred dollars. */
const least = 10_000n
const most = 100_000_000n

type Tips = NonNullable<ShopOptions['tips']>
type TipShop = Pick<ShopOptions, 'name' | 'origin' | 'network' | 'payTo'>

/** Takes tips: a list of prices, and one price of the reader's own by `?amount=1.50` (docs/PROTOCOLS.md, "Tips"). */
export function tipRoutes(shop: TipShop, tips: Tips, till: Till): Routes {
  const jar = new Jar(shop, tips, till)
  return async (request) => (new URL(request.url).pathname === paths.tip ? jar.answer(request) : null)
}

class Jar {
  constructor(
    readonly shop: TipShop,
    readonly tips: Tips,
    readonly till: Till,
  ) {}

  async answer(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') return preflight()
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('Only GET and HEAD.', { status: 405, headers: { Allow: 'GET, HEAD, OPTIONS' } })
    const asked = new URL(request.url).searchParams.get('amount')
    const amount = asked === null ? null : readTip(asked)
    if (asked !== null && amount === null) return this.#wrong(request)
    const item = this.#item(amount, asked)
    if (request.method === 'HEAD') {
      const { status, headers } = await this.till.quote(request, item)
      return new Response(null, { status, headers })
    }
    // Whoever has tipped before can tip again: nobody is recognised here.
    const charged = await this.till.charge(request, item)
    return charged.type === 'paid' ? this.#thank(request, charged) : this.#ask(request, charged, amount)
  }

  #item(amount: bigint | null, asked: string | null): Item {
    const { origin } = new URL(this.shop.origin)
    const url = `${origin}${paths.tip}${asked === null ? '' : `?amount=${encodeURIComponent(asked)}`}`
    return { id: paths.tip, kind: 'tip', title: this.tips.title, prices: amount === null ? this.tips.prices : [amount], url }
  }

  #ask(request: Request, { status, headers, problem, sentence }: Extract<Charged, { type: 'unpaid' }>, amount: bigint | null): Response {
    if (!isForPeople(request)) return answer(status, headers, problem, 'application/problem+json')
    return page(`${this.tips.title} · ${this.shop.name}`, this.#priceList(amount, sentence), { status, headers: without(headers, 'content-type'), script: paths.script })
  }

  #priceList(amount: bigint | null, sentence: string | null): Html {
    const src = amount === null ? paths.tip : addressOf(amount)
    const choice =
      amount === null
        ? html`<ul class="amounts">${this.tips.prices.map((price) => html`<li><a class="amount" href="${addressOf(price)}">${dollars(price)}</a></li>`)}</ul>`
        : html`<p class="figure">${dollars(amount)}</p>`
    return html`<main class="sheet">
<p class="kicker">${this.shop.name}</p>
<h1>${this.tips.title}</h1>
${sentence === null ? null : html`<p class="notice care" role="status">${sentence}</p>`}
<div class="card">
${choice}
<p class="quiet">A gift: it goes straight to ${this.shop.name}, nothing is delivered for it, and it is not given back.</p>
<pay-wall tip src="${src}" title="${this.tips.title}"></pay-wall>
</div>
<form class="line" method="get" action="${paths.tip}">
<label>Another amount, in dollars <input name="amount" inputmode="decimal" required pattern="[0-9]{1,3}([.][0-9]{1,2})?" placeholder="1.50" autocomplete="off"></label>
<button>${amount === null ? 'Use it' : 'Change it'}</button>
${amount === null ? null : html`<a href="${paths.tip}">Other suggestions</a>`}
</form>
<section>
<h2>How to give</h2>
<ul>
<li>With <strong>Farthing</strong> in your browser: open it and press <a rel="payment" href="${paths.tip}" title="${this.tips.title}">${this.tips.title}</a>.</li>
<li>With any other wallet in your browser that holds USDC: its button appears above. That needs JavaScript.</li>
<li>With a wallet on your phone or elsewhere: <a href="${this.#accountLink(amount)}">open it here</a>, or send USDC on ${findNetwork(this.shop.network)?.label ?? this.shop.network} to <code>${toChecksumAddress(this.shop.payTo)}</code>.</li>
</ul>
</section>
</main>`
  }

  /** The same for wallets that know nothing of this page (EIP-681). */
  #accountLink(amount: bigint | null): string {
    const network = findNetwork(this.shop.network)
    if (network === undefined) return paths.tip
    return `ethereum:${network.token.address}@${network.chainId}/transfer?address=${this.shop.payTo}${amount === null ? '' : `&uint256=${amount}`}`
  }

  #thank(request: Request, { sale, headers: said }: Extract<Charged, { type: 'paid' }>): Response {
    // A tip opens nothing, so that nobody has to be known again.
    const headers = without(said, 'set-cookie')
    if (!isForPeople(request)) return answer(200, headers, JSON.stringify({ thanks: this.shop.name, amount: sale.amount.toString() }), 'application/json')
    const body = html`<main class="sheet">
<p class="kicker">${this.shop.name}</p>
<h1>Thank you</h1>
<div class="card">
<p class="figure">${dollars(sale.amount)}</p>
<p>has arrived. It goes straight to ${this.shop.name}.</p>
${sale.note === null ? null : html`<p class="quiet">You wrote:</p><p class="note">${sale.note}</p>`}
</div>
<p><a href="/">Go on reading</a></p>
</main>`
    return page(`Thank you · ${this.shop.name}`, body, { headers })
  }

  #wrong(request: Request): Response {
    const sentence = `You were not charged. A tip is between ${dollars(least)} and ${dollars(most)}, with at most two decimals.`
    const headers = new Headers({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' })
    if (request.method === 'HEAD') return new Response(null, { status: 400, headers })
    if (!isForPeople(request)) return answer(400, headers, JSON.stringify({ type: 'about:blank', title: 'No such amount', status: 400, detail: sentence }), 'application/problem+json')
    return page(`${this.tips.title} · ${this.shop.name}`, this.#priceList(null, sentence), { status: 400, headers })
  }
}

const addressOf = (amount: bigint): string => `${paths.tip}?amount=${plainDollars(amount)}`

/** The bounds in words. */
export const tipBounds = `${dollars(least)} to ${dollars(most)}`

/** Dollars with a point and at most two decimals. Null for anything else, and beyond the bounds. */
export function readTip(asked: string): bigint | null {
  const amount = /^\d{1,3}(?:\.\d{1,2})?$/.test(asked) ? readDollars(asked) : null
  return amount === null || amount < least || amount > most ? null : amount
}

/** A page is for somebody whose browser opens the address itself. */
function isForPeople({ headers }: Request): boolean {
  const purpose = headers.get('sec-fetch-dest')
  return purpose === null ? /\btext\/html\b/.test(headers.get('accept') ?? '') : purpose === 'document'
}

function answer(status: number, said: Headers, body: string, type: string): Response {
  const headers = new Headers(said)
  headers.set('content-type', type)
  return new Response(body, { status, headers })
}

function without(said: Headers, name: string): Headers {
  const headers = new Headers(said)
  headers.delete(name)
  return headers
}
