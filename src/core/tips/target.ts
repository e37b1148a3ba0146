import { isProtected } from '../protocols/is-protected'
import { displayText } from '../protocols/text'
import { isFundingManifest, longestHref, longestTitle, mostMarks } from '../protocols/tips/detect'
import { accountLink, readAccountLink } from './account'

/** The bounds that a page is read within, for those who may not look into a dialect's own files. */
export { isFundingManifest, longestHref, longestTitle, mostMarks }

/** What a content script found in a page that asks for tips: the text of the attribute, and what the page calls it. */
export interface TipMark {
  readonly href: string
  readonly title: string
}

/** Where a page wants tips sent: an address that answers with prices, a manifest (funding.ts), or an account (account.ts). */
export interface TipTarget {
  /** https, or on this computer, without fragment; or the link of an account in its one spelling. */
  readonly url: string
  /** What the page calls whoever gets it; empty where it says nothing. */
  readonly title: string
}

/**
 * The first place a page names that can be asked safely, or the first account that can be tipped; null where it names none.
 * @param page the address of the page
 */
export function tipTarget(marks: readonly TipMark[], page: string): TipTarget | null {
  for (const { href, title } of marks.slice(0, mostMarks)) {
    if (href.length > longestHref) continue
    const account = readAccountLink(href)
    if (account !== null) return { url: accountLink(account), title: displayText(title, longestTitle) }
    if (!URL.canParse(href, page)) continue
    const url = new URL(href, page)
    if (!isProtected(url) || url.username !== '' || url.password !== '') continue
    url.hash = ''
    // What a link to a manifest says is what the file is called, and not whom it is for.
    return { url: url.href, title: isFundingManifest(url.href) ? '' : displayText(title, longestTitle) }
  }
  return null
}

/** The most a tip can be asked for in digits: 9999.99. */
const amountPattern = /^(?:0|[1-9][0-9]{0,3})(?:[.,][0-9]{1,2})?$/

/** An amount as people type it, in the plain spelling that is sent: "1,5" is "1.5". Null for what is none, or nothing. */
export function readAmount(typed: string): string | null {
  const trimmed = typed.trim().replace(/^\$\s*/, '')
  if (!amountPattern.test(trimmed)) return null
  const plainAmount = trimmed.replace(',', '.')
  return /[1-9]/.test(plainAmount) ? plainAmount : null
}

/** Atomic units of a token with `decimals` places; `amount` as `readAmount` gives it. */
export function atomicOf(amount: string, decimals: number): bigint {
  const [whole = '0', part = ''] = amount.split('.')
  return BigInt(whole + part.padEnd(decimals, '0').slice(0, decimals))
}

/** The address that names the price for an amount of the reader's own (docs/PROTOCOLS.md, "Tips"). Null takes the amount away again. */
export function withAmount(url: string, amount: string | null): string {
  const asked = new URL(url)
  if (amount === null) asked.searchParams.delete('amount')
  else asked.searchParams.set('amount', amount)
  return asked.href
}

