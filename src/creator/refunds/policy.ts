import { html, link } from '../html'
import { page } from '../frame/page'
import type { RefundTerms } from '../options'
import { contactUrl } from '../till/answers'

const day = 24 * 3600

/** What a reader may expect, where the seller has no page of their own for it. */
export function policyPage(name: string, { windowSeconds, partialRefunds, contact }: RefundTerms): Response {
  const days = Math.floor(windowSeconds / day)
  const window = days >= 1 ? counted(days, 'day') : counted(Math.floor(windowSeconds / 3600), 'hour')
  const letters = contact === undefined ? null : html` Or write to <a href="${link(contactUrl(contact))}">${contact.replace(/^mailto:/, '')}</a>.`
  const body = html`<main class="sheet">
<p class="kicker">${name}</p>
<h1>If something goes wrong</h1>
<p>Ask within ${window} of paying, and a person reads it.${partialRefunds ? ' Where a part of it went wrong, a part may be paid back.' : ''}</p>
<p>Your wallet can ask for you: it knows what you paid, and when.${letters} What is paid back goes to the purse it came from, and costs you nothing.</p>
</main>`
  return page(`If something goes wrong · ${name}`, body, { headers: { 'cache-control': 'public, max-age=300' } })
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
