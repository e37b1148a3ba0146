import { dollars } from '../dollars'
import { layout, smallMasthead } from '../page'
import type { Paper } from '../paper'
import { denials, type Case, type Denial, type RefundDesk, type Terms } from './desk'
import type { RequestMessage } from './request'

/** Readers' own words are printed here, and nothing else of a site's that comes from outside. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`)

const reasonWords: Readonly<Record<RequestMessage['reason'], string>> = {
  service_not_delivered: 'It did not open',
  service_defective: 'It is not what was described',
  duplicate_payment: 'It was paid for twice',
  overcharge: 'More was charged than was offered',
  customer_request: 'The reader has changed their mind',
  other: 'Something else',
}

const denialWords: Readonly<Record<Denial, string>> = {
  outside_window: 'It is too late',
  not_payer: 'Somebody else has paid',
  already_refunded: 'It was paid back before',
  amount_exceeds_settled: 'It is more than was paid',
  policy_denied: 'Our terms do not provide for it',
  unknown_payment: 'We do not know this payment',
}

/** All requests, the newest first, and what can be answered to each. @param notice what has become of the last press */
export function deskPage(paper: Paper, desk: RefundDesk, path: string, notice: string | null): string {
  const { cases } = desk
  const items = cases.map((one) => item(one, desk.mostOf(one), path)).join('\n')
  const none = '<p class="standfirst">Nobody has asked for anything.</p>'
  const said = notice === null ? '' : `<p class="notice" role="status">${notice}</p>`
  const body = `<header><h1>Asked back</h1><p class="standfirst">What readers want their money back for, the newest first.</p>${said}</header>`
  return layout(paper, `Asked back · ${paper.name}`, `${smallMasthead(paper)}<main class="piece">${body}<div class="measure">${items === '' ? none : items}</div></main>`)
}

function item(one: Case, most: bigint, path: string): string {
  const { asked, sale, counter } = one
  const { message, words } = asked
  const said = (text: string) => `<blockquote>${escaped(text)}</blockquote>`
  return `<article class="asked">
<p class="kicker">${reasonWords[message.reason]}</p>
<h2>${sale.title}</h2>
<p>Paid ${dollars(sale.amount)} on ${moment(sale.at)}. Asks for ${dollars(BigInt(message.amount))}, and for an answer by ${moment(Number(message.respondBy) * 1000)}.</p>
${words === '' ? '' : said(words)}${counter === null ? '' : `<p>To our no, the reader says:</p>${said(counter)}`}
${shown(one)}
${one.answer.status === 'pending' ? forms(one, most, path) : `<p class="notice">${answered(one)}</p>`}
</article>`
}

/** What the reader has chosen to show. */
function shown({ asked: { evidence, message } }: Case): string {
  const parts = [...evidence].map(([name, text]) => `<dt>${escaped(name)}</dt><dd><pre>${escaped(text)}</pre></dd>`).join('')
  return `<details><summary>What the reader shows</summary><dl><dt>Payment</dt><dd><pre>${message.transaction || message.authorizationNonce}</pre></dd>
<dt>Paid back to</dt><dd><pre>${message.refundTo}</pre></dd>${parts}</dl></details>`
}

function answered({ answer }: Case): string {
  if (answer.status === 'executed') return `${dollars(BigInt(answer.amount ?? 0))} was paid back.`
  const note = answer.note === undefined ? '' : ` You wrote: ${escaped(answer.note)}`
  return `Declined. ${denialWords[answer.denialReason ?? 'policy_denied']}.${note}`
}

function forms({ asked: { message }, paying }: Case, most: bigint, path: string): string {
  if (paying > 0n) return '<p class="notice">The money is on its way.</p>'
  const options = denials.map((denial) => `<option value="${denial}"${denial === 'policy_denied' ? ' selected' : ''}>${denialWords[denial]}</option>`).join('')
  const form = (inside: string) => `<form method="post" action="${path}/${message.idempotencyKey}">${inside}</form>`
  const id = message.idempotencyKey
  return `${form(`<button name="do" value="all">Pay back ${dollars(most)}</button>`)}
${form(`<label for="part-${id}">A part of it, in dollars</label> <input id="part-${id}" name="amount" inputmode="decimal" required pattern="[0-9]+([.][0-9]{1,6})?"> <button name="do" value="part">Pay back a part</button>`)}
${form(`<label for="why-${id}">Why not</label> <select id="why-${id}" name="reason">${options}</select> <label for="note-${id}">What you tell the reader</label> <textarea id="note-${id}" name="note" maxlength="500" rows="3"></textarea> <button name="do" value="no">Decline</button>`)}`
}

/** What a reader may expect. */
export function policyPage(paper: Paper, { windowSeconds, partialRefunds }: Terms, letters: string): string {
  const days = Math.floor(windowSeconds / (24 * 3600))
  const window = days >= 1 ? `${String(days)} days` : `${String(windowSeconds)} seconds`
  const part = partialRefunds ? ' Where a part of it went wrong we may pay back a part.' : ''
  const body = `<header><h1>If something goes wrong</h1><p class="standfirst">Ask within ${window}, and a person reads it.${part}</p></header>
<div class="measure"><p>Your wallet can ask for you: it knows what you paid and when. Or write to <a href="${letters}">${letters.replace('mailto:', '')}</a>.
What is paid back goes to the purse it came from, and costs you nothing.</p></div>`
  return layout(paper, `If something goes wrong · ${paper.name}`, `${smallMasthead(paper)}<main class="piece">${body}</main>`)
}

const moment = (at: number): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
