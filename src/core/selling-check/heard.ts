/** Headers that something is read from. */
export const knownHeaders = [
  'access-control-allow-headers',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cache-control',
  'content-type',
  'link',
  'payment-required',
  'www-authenticate',
] as const
export type KnownHeader = (typeof knownHeaders)[number]
export type HeardHeaders = { readonly [Name in KnownHeader]?: string | undefined }

/** What a server answered, bounded. All of it is a stranger's. */
export interface Heard {
  readonly url: string
  /** `elsewhere` where the answer was a redirect, and the asker is not told which. */
  readonly status: number
  readonly headers: HeardHeaders
  /** The beginning of it, where it is not whole. */
  readonly body: string
  readonly isWhole: boolean
}

/** In the place of a status: a browser does not tell its pages how, or where, they were redirected. */
export const elsewhere = 0

/**
 * Ways to ask, all without cookies and without following a redirect.
 * - person: as a browser asks for a page
 * - plain: as a program does
 * - head, conditional, range: plain, with HEAD, as somebody who has a copy, or for a piece of it
 * - preflight: whether a script of another site may send a payment
 */
export type Question = 'person' | 'plain' | 'head' | 'conditional' | 'range' | 'preflight'

/** Asks a server once. Rejects in words where nothing is answered in time. */
export type Ask = (url: string, question: Question) => Promise<Heard>

/** What a page of a browser cannot ask exactly as another would: only a good answer to it tells anything. */
export const inexactInBrowsers: ReadonlySet<Question> = new Set(['person', 'preflight'])

/** The headers that are known, of any list of them. */
export function headersFrom(get: (name: string) => string | null): HeardHeaders {
  return Object.fromEntries(knownHeaders.flatMap((name) => {
    const value = get(name)
    return value === null ? [] : [[name, value]]
  }))
}

export const isHtml = (headers: HeardHeaders): boolean => /^text\/html\b/i.test(headers['content-type'] ?? '')
export const statusText = (status: number): string => (status === elsewhere ? 'a redirect' : `${status}`)
