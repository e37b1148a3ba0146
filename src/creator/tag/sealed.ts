import { isSealedPart, largestPart, openPart } from '../../core/sealed/format'
import { decodeBase64, isText, readJson } from './border'
import { longestKey } from './records'
import type { Goods } from './seller'

/** Milliseconds. */
const patience = 30_000

/**
 * The file that a tag's text is sealed in, from the page's own origin or from that of the address that sells the key. It is at hand
 * before anything is paid. Null where it cannot be had, or is no such file.
 */
export async function fetchSealed(address: string, src: string, page: string): Promise<Uint8Array | null> {
  if (!URL.canParse(address, page)) return null
  const { href, origin } = new URL(address, page)
  if (origin !== new URL(page).origin && origin !== new URL(src).origin) return null
  try {
    const response = await fetch(href, { credentials: 'omit', referrerPolicy: 'same-origin', signal: AbortSignal.timeout(patience) })
    if (!response.ok || Number(response.headers.get('Content-Length') ?? 0) > largestPart) return null
    const file = new Uint8Array(await response.arrayBuffer())
    return isSealedPart(file) ? file : null
  } catch {
    return null
  }
}

/** What was sealed, and the address its own addresses are relative to. */
export interface Opened {
  readonly html: string
  readonly base: string
}

/** Opens a sealed text with what a key service has answered. Null where that does not open it. */
export async function openSealed(file: Uint8Array, { kind, text }: Goods): Promise<Opened | null> {
  const answer = kind === 'key' ? readJson(text, longestKey) : null
  const { v: version, key: spelled, title, url } = answer ?? {}
  if (version !== 1 || !isText(spelled, 43) || !isText(title, 300) || !isText(url, 1024) || !URL.canParse(url)) return null
  const key = decodeBase64(spelled.replaceAll('-', '+').replaceAll('_', '/'))
  const html = key === null ? null : await openPart(crypto.subtle, key, { title, url }, file)
  return html === null ? null : { html, base: url }
}
