import { words } from './words'

/** The absolute http(s) address of what a tag sells, without fragment; null where it names none. */
export function sourceOf(tag: HTMLElement): string | null {
  const url = webAddress(tag.getAttribute('src'), tag.baseURI)
  if (url === null || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url.href
}

/** What the tag says it costs, in atomic units of a dollar; null where it says nothing that can be compared. */
export function advertised(tag: HTMLElement): bigint | null {
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(tag.getAttribute('price')?.trim() ?? '') ?? []
  const isDollars = (tag.getAttribute('currency')?.trim() ?? 'USD').toUpperCase() === 'USD'
  return isDollars && whole !== '' ? BigInt(whole + fraction.padEnd(6, '0')) : null
}

/** Where the author explains how to get a wallet. */
export function helpOf(tag: HTMLElement): { readonly label: string; readonly href: string } | null {
  const url = webAddress(tag.getAttribute('help'), tag.baseURI)
  return url === null ? null : { label: words.noWalletHelp, href: url.href }
}

function webAddress(text: string | null, base: string): URL | null {
  if (text === null || text.trim() === '' || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  return /^https?:$/.test(url.protocol) ? url : null
}
