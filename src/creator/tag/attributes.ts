const mostSources = 4

/** The absolute http(s) addresses that sell what a tag holds back, without fragment, the first first. */
export function sourcesOf(tag: HTMLElement): readonly string[] {
  const also = tag.getAttribute('also')?.trim().split(/\s+/) ?? []
  return [tag.getAttribute('src'), ...also].slice(0, mostSources).flatMap((text) => {
    const url = webAddress(text, tag.baseURI)
    if (url === null || url.username !== '' || url.password !== '') return []
    url.hash = ''
    return [url.href]
  })
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
  return url === null ? null : { label: 'How to get one', href: url.href }
}

function webAddress(text: string | null, base: string): URL | null {
  if (text === null || text.trim() === '' || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  return /^https?:$/.test(url.protocol) ? url : null
}
