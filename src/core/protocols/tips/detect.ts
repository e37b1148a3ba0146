/** How a page says where tips go: a place that can be asked, an account that cannot, and a file that may name one. In this order. */
export const tipMarks = {
  payment: 'link[rel~="payment" i][href], a[rel~="payment" i][href]',
  account: 'a[href^="ethereum:" i]',
  manifest: 'link[href*="funding.json" i], a[href*="funding.json" i]',
} as const

/** A manifest is known by its name (core/tips/funding); an address that only mentions it is none. */
export const isFundingManifest = (url: string): boolean => URL.canParse(url) && new URL(url).pathname.endsWith('/funding.json')

/** The longest address and title that are read, in characters. */
export const longestHref = 2048
export const longestTitle = 100
/** How many marks of a kind, and of a page, are told of. */
export const mostOfKind = 4
export const mostMarks = 12
