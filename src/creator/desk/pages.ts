import { toChecksumAddress } from '../../core/authorization/address'
import { findNetwork } from '../../core/networks/networks'
import { dollars } from '../frame/money'
import { html, link, type Html } from '../html'
import { paths } from '../options'
import { denials, type Denial } from '../refunds/refunds'
import type { RefundCase } from '../state/refunds'
import type { Sale, Total } from '../state/sales'

export type Place = 'overview' | 'sales' | 'tips' | 'requests' | 'payouts'

const places: readonly (readonly [Place, string, string])[] = [
  ['overview', '', 'Overview'],
  ['sales', '/sales', 'Sales'],
  ['tips', '/tips', 'Tips'],
  ['requests', '/requests', 'Requests'],
  ['payouts', '/payouts', 'Money'],
]

export const reasonWords: Readonly<Record<RefundCase['reason'], string>> = {
  service_not_delivered: 'It did not open',
  service_defective: 'It is not what was described',
  duplicate_payment: 'It was paid for twice',
  overcharge: 'More was charged than was offered',
  customer_request: 'The reader has changed their mind',
  other: 'Something else',
}

export const denialWords: Readonly<Record<Denial, string>> = {
  policy_denied: 'Our terms do not provide for it',
  outside_window: 'It is too late',
  already_refunded: 'It was paid back before',
  amount_exceeds_settled: 'It is more than was paid',
  not_payer: 'Somebody else has paid',
  unknown_payment: 'We do not know this payment',
}

/** What the desk says after something was done. */
export const notices = {
  paid: ['good', 'Paid back. The reader’s wallet sees it on the chain.'],
  'under-way': ['care', 'On its way, and not on the chain yet. Look again in a minute; until then nothing else can be answered.'],
  lapsed: ['care', 'Nothing was paid back: it did not arrive, and no longer can. You can try it again.'],
  poor: ['stop', 'Nothing was paid back: the account holds less than this.'],
  spent: ['stop', 'Nothing was paid back now: this refund has already gone out past these books. Look it up on the chain.'],
  wrong: ['stop', 'Nothing was changed: that amount cannot be paid back, or this was answered before.'],
  unreachable: ['stop', 'Nothing was paid back: the chain does not answer. Try it again later.'],
  'no-key': ['stop', 'Nothing was paid back: this shop has no key to pay with.'],
  declined: ['good', 'Declined. The reader’s wallet will show your words, and can answer once.'],
} as const
export type Notice = keyof typeof notices
export const isNotice = (text: string | null): text is Notice => text !== null && Object.hasOwn(notices, text)

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const when = (at: number): Html => html`<time datetime="${new Date(at).toISOString()}">${moment.format(at)}</time>`

/** The frame of a page inside. @param token of the session's forms @param waiting how many requests wait */
export function inside(shop: string, here: Place, token: string, waiting: number, notice: Notice | null, body: Html): Html {
  const at = (place: Place) => (place === here ? html` aria-current="page"` : null)
  const count = html`<span class="count">${waiting}<span class="skip"> waiting</span></span>`
  const said = notice === null ? null : html`<p class="notice ${notices[notice][0]}" role="status">${notices[notice][1]}</p>`
  return html`<a class="skip" href="#main">To the content</a>
<header class="top"><strong>${shop}</strong>
<nav aria-label="Desk">${places.map(([place, path, name]) => html`<a href="${paths.desk}${path}"${at(place)}>${name}${place === 'requests' && waiting > 0 ? count : null}</a>`)}</nav>
<form method="post" action="${paths.desk}/out"><input type="hidden" name="token" value="${token}"><button class="plain">Leave</button></form>
</header>
<main class="desk" id="main">${said}${body}</main>`
}

/** For somebody with a link. */
export const doorPage = (shop: string, secret: string): Html => html`<main class="sheet"><p class="kicker">${shop}</p><h1>The desk</h1>
<p>This link opens the desk once, in this browser, for twelve hours.</p>
<form method="post" action="${paths.desk}/in"><input type="hidden" name="link" value="${secret}"><button class="primary">Open the desk</button></form></main>`

/** For everybody else. */
export const closedPage = (shop: string, sentence: string | null): Html => html`<main class="sheet"><p class="kicker">${shop}</p><h1>The desk is closed</h1>
${sentence === null ? null : html`<p class="notice stop" role="alert">${sentence}</p>`}
<p>It opens with a link that works once. The shop’s program prints one when it starts with --desk; start it again for another.</p>
<p><a href="/">To the site</a></p></main>`

export interface Overview {
  readonly month: bigint
  readonly tips: bigint
  readonly back: bigint
  readonly waiting: number
  readonly latest: readonly Sale[]
  /** What of the latest was paid back, by sale. */
  readonly returned: ReadonlyMap<bigint, bigint>
}

export const overviewPage = ({ month, tips, back, waiting, latest, returned }: Overview): Html => html`<h1>This month</h1>
<div class="tiles">
<section class="card tile"><h2 class="quiet">Sold</h2><p class="figure">${dollars(month)}</p></section>
<section class="card tile"><h2 class="quiet">Tips</h2><p class="figure">${dollars(tips)}</p></section>
<section class="card tile"><h2 class="quiet">Paid back</h2><p class="figure">${dollars(back)}</p></section>
<section class="card tile"><h2 class="quiet">Requests that wait</h2><p class="figure">${waiting}</p><p><a href="${paths.desk}/requests">Answer them</a></p></section>
</div>
<section><h2>Latest sales</h2>${salesTable(latest, returned, 'Nothing has been sold yet. Open one of your pages in a private window, and buy it.')}</section>`

export interface Search {
  readonly q: string
  readonly from: string
  readonly to: string
}

export const salesPage = (sales: readonly Sale[], back: ReadonlyMap<bigint, bigint>, { q, from, to }: Search, older: string | null, isFirst: boolean): Html => html`<h1>Sales</h1>
<form class="line" method="get" action="${paths.desk}/sales" role="search">
<label>Title <input type="search" name="q" value="${q}" maxlength="100"></label>
<label>From <input type="date" name="from" value="${from}"></label>
<label>To <input type="date" name="to" value="${to}"></label>
<button>Search</button></form>
${salesTable(sales, back, 'Nothing was sold that fits.')}
${pager(`${paths.desk}/sales`, older, isFirst)}
<p>Everything as a file: <a href="${paths.desk}/export.csv">spreadsheet (CSV)</a>, <a href="${paths.desk}/export.json">JSON</a>.</p>`

export const tipsPage = (tips: readonly Sale[], older: string | null, isFirst: boolean): Html => html`<h1>Tips</h1>
${tips.length === 0 ? html`<p class="empty">No tips yet.</p>` : html`<div class="stack">${tips.map((tip) => html`<article class="card case"><p class="figure">${dollars(tip.amount)}</p>
${tip.note === null ? null : html`<p class="note">${tip.note}</p>`}<p class="quiet">${when(tip.settledAt)} · from ${toChecksumAddress(tip.payer)}</p></article>`)}</div>`}
${pager(`${paths.desk}/tips`, older, isFirst)}`

function salesTable(sales: readonly Sale[], back: ReadonlyMap<bigint, bigint>, none: string): Html {
  if (sales.length === 0) return html`<p class="empty">${none}</p>`
  const rows = sales.map((sale) => {
    const returned = back.get(sale.id) ?? 0n
    return html`<tr><td>${when(sale.settledAt)}</td><td><a href="${link(sale.url)}">${sale.title}</a> ${returned === 0n ? null : html`<span class="pill">${dollars(returned)} paid back</span>`}</td>
<td>${explorer(sale.network, sale.transaction)}</td><td class="money">${dollars(sale.amount)}</td></tr>`
  })
  return html`<table><thead><tr><th scope="col">When (UTC)</th><th scope="col">What</th><th scope="col">Payment</th><th scope="col" class="money">Amount</th></tr></thead><tbody>${rows}</tbody></table>`
}

const short = (text: string): string => `${text.slice(0, 10)}…`

function explorer(network: string, transaction: string): Html {
  const url = findNetwork(network)?.explorer?.replace('{tx}', transaction)
  return url === undefined ? html`<code title="${transaction}">${short(transaction)}</code>` : html`<a href="${link(url)}" rel="noreferrer">${short(transaction)}</a>`
}

const pager = (path: string, older: string | null, isFirst: boolean): Html | null =>
  older === null && isFirst ? null : html`<nav class="pager" aria-label="Pages">${isFirst ? null : html`<a href="${path}">Newest</a>`}${older === null ? null : html`<a href="${path}?${older}" rel="next">Older</a>`}</nav>`

export interface Listed {
  readonly one: RefundCase
  /** The most that can be paid back, atomic units. */
  readonly most: bigint
}

export const requestsPage = (cases: readonly Listed[], isDone: boolean, canPay: boolean, token: string, next: number | null): Html => html`<h1>${isDone ? 'Answered' : 'Requests that wait'}</h1>
<p>${isDone ? html`<a href="${paths.desk}/requests">Those that wait</a>` : html`<a href="${paths.desk}/requests/done">Those that were answered</a>`}</p>
${canPay ? null : html`<p class="notice care">This shop has no key, so it cannot pay back itself. Pay from your own wallet to the account that is named, and tell the reader.</p>`}
${cases.length === 0 ? html`<p class="empty">${isDone ? 'Nothing was answered yet.' : 'Nobody waits for an answer.'}</p>` : html`<div class="stack">${cases.map((listed) => requestCard(listed, canPay, token))}</div>`}
${next === null ? null : html`<nav class="pager" aria-label="Pages"><a href="${paths.desk}/requests${isDone ? '/done' : ''}?${`page=${next}`}" rel="next">More</a></nav>`}`

function requestCard({ one, most }: Listed, canPay: boolean, token: string): Html {
  const { sale, counter, words, reminders } = one
  return html`<article class="card case" id="r-${one.key}">
<header><p class="quiet">${reasonWords[one.reason]}</p><h2>${sale.title}</h2></header>
<p>Paid ${dollars(sale.amount)} on ${when(sale.settledAt)}. Asks for ${dollars(one.asked)}, and for an answer by ${when(one.respondBy)}.${reminders > 0 ? ' Has reminded you.' : ''}</p>
${words === '' ? null : html`<p class="note">${words}</p>`}
${counter === null ? null : html`<p class="quiet">To your no${one.note === '' ? '' : ` (“${one.note}”)`}, the reader says:</p><p class="note">${counter}</p>`}
${shown(one)}
${one.state === 'open' ? openForms(one, most, canPay, token) : standing(one, token)}
</article>`
}

const shown = (one: RefundCase): Html => html`<details><summary>What the reader shows</summary><dl class="facts">
<dt>Payment</dt><dd>${explorer(one.sale.network, one.sale.transaction)}</dd><dt>Paid from</dt><dd>${toChecksumAddress(one.sale.payer)}</dd>
<dt>To be paid back to</dt><dd>${toChecksumAddress(one.refundTo)}</dd><dt>Dispute</dt><dd>${one.dispute}</dd></dl>
${Object.entries(one.evidence).map(([name, text]) => html`<h3>${name}</h3><pre>${text}</pre>`)}</details>`

function standing(one: RefundCase, token: string): Html {
  if (one.state === 'paid') return html`<p><span class="pill good">Paid back</span> ${dollars(one.paid ?? 0n)} ${one.transaction === null ? null : explorer(one.sale.network, one.transaction)}</p>`
  if (one.state === 'denied') {
    const why = denials.find((known) => known === one.denial)
    return html`<p><span class="pill stop">Declined</span> ${why === undefined ? '' : `${denialWords[why]}.`}${one.note === '' || one.counter !== null ? null : html` You wrote: “${one.note}”`}</p>`
  }
  const amount = one.sending?.amount ?? 0n
  return html`<p><span class="pill care">On its way</span> ${dollars(amount)}. It is not on the chain yet. It can be sent again without being paid twice.</p>
${form(one, token, html`<button name="do" value="again">Send it again</button>`)}`
}

const form = (one: RefundCase, token: string, inner: Html): Html => html`<form method="post" action="${paths.desk}/requests/${one.key}"><input type="hidden" name="token" value="${token}">${inner}</form>`

function openForms(one: RefundCase, most: bigint, canPay: boolean, token: string): Html {
  const pay = most <= 0n ? html`<p class="quiet">All that was paid is already paid back.</p>` : html`${form(one, token, html`<button class="primary" name="do" value="all">Pay back ${dollars(most)}</button>`)}
<details><summary>Pay back a part</summary>${form(one, token, html`<label>How much of it, in dollars <input name="amount" inputmode="decimal" required maxlength="15" pattern="[0-9]+([.,][0-9]{1,6})?"></label><button name="do" value="part">Pay back this part</button>`)}</details>`
  const options = Object.entries(denialWords).map(([value, text]) => html`<option value="${value}">${text}</option>`)
  return html`${canPay ? pay : null}
<details><summary>Decline</summary>${form(one, token, html`<label>Why not <select name="reason">${options}</select></label>
<label>What you tell the reader <textarea name="note" maxlength="500" rows="3"></textarea></label><button name="do" value="no">Decline</button>`)}</details>`
}

export interface Money {
  readonly account: string
  readonly network: string
  /** Null: the chain does not answer. */
  readonly balance: bigint | null
  readonly totals: readonly Total[]
  /** What was paid back, by month. */
  readonly back: ReadonlyMap<string, bigint>
}

export function payoutsPage({ account, network, balance, totals, back }: Money): Html {
  const months = [...new Set([...totals.map(({ month }) => month), ...back.keys()])].sort().reverse()
  return html`<h1>Money</h1>
<section class="card tile"><h2 class="quiet">In the account, on ${network}</h2><p class="figure">${balance === null ? 'The chain does not answer' : dollars(balance)}</p><p class="quiet">${account}</p>
<p>Readers pay straight to this account. Nobody holds the money in between, and there is nothing to pay out.</p></section>
${months.length === 0 ? html`<p class="empty">Nothing has come in yet.</p>` : months.map((month) => monthTable(month, totals.filter((total) => total.month === month), back.get(month) ?? 0n))}`
}

function monthTable(month: string, totals: readonly Total[], back: bigint): Html {
  const sum = totals.reduce((all, { amount }) => all + amount, 0n)
  const rows = totals.map(({ title, kind, count, amount }) => html`<tr><td>${title}${kind === 'tip' ? html` <span class="pill">Tips</span>` : null}</td><td>${count} ${count === 1 ? 'payment' : 'payments'}</td><td class="money">${dollars(amount)}</td></tr>`)
  const returned = back === 0n ? null : html`<tr><td>Paid back</td><td></td><td class="money">${dollars(-back)}</td></tr>`
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
  return html`<section><h2>${name}: ${dollars(sum - back)}</h2><table><thead><tr><th scope="col">What</th><th scope="col">Payments</th><th scope="col" class="money">Amount</th></tr></thead><tbody>${rows}${returned}</tbody></table></section>`
}
