import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { looksForSale } from './suspicion'

/** Asks the author's own site. */
export type Site = (request: Request) => Promise<Response>

/** A page, feed or text of the author's is looked through up to here, in bytes. */
export const largestText = 8 * 1024 * 1024

/** Something of the site cannot be shown without showing what is for sale, or without being sure of it. The message is for the author. */
export class Refused extends Error {}

/** What the author's site has answered. */
export type Answer =
  /** HTML. Of `bytes`, which came, `html` is what they say. */
  | { readonly type: 'page'; readonly status: number; readonly headers: Headers; readonly html: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Anything else: it holds nothing for sale that could be recognised. */
  | { readonly type: 'other'; readonly response: Response }

/**
 * Reads an answer as far as it has to be known whether it may be shown.
 * @throws Refused for a text that holds what looks for sale, and for pages that cannot be read
 */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response
  const kind = kindOf(headers)
  if (kind === 'other' || response.body === null) return { type: 'other', response }
  if (kind === 'stream' || (kind === 'text' && Number(headers.get('content-length')) > largestText)) {
    if (!isPlain(headers)) throw new Refused('A compressed stream cannot be looked through. Compress after the shop, not before it.')
    return { type: 'other', response: new Response(response.body.pipeThrough(guard()), { status, headers }) }
  }
  const bytes = await readAll(response.body)
  if (bytes === null) {
    throw new Refused(`An answer of more than ${largestText} bytes was not looked through. Serve it as a download, or make it smaller.`)
  }
  const text = decode(unpacked(bytes, headers), headers)
  if (kind === 'page') return { type: 'page', status, headers, html: text, bytes }
  if (looksForSale(text, 'text')) throw new Refused('A feed, text or script of this site holds what is for sale on a page (data-paid). Leave it out there.')
  return { type: 'other', response: new Response(bytes, { status, headers }) }
}

/** HTML is cut; other texts are looked through; what never ends is looked through as it goes. */
function kindOf(headers: Headers): 'page' | 'text' | 'stream' | 'other' {
  const type = mediaType(headers)
  if (type === 'text/html') return 'page'
  if (/^text\/event-stream$|^application\/(x-ndjson|jsonl|json-seq|stream\+json)$/.test(type)) return 'stream'
  // Where nothing is said, browsers look for themselves.
  return type === '' || /^text\/|^application\/(json|xml|javascript|ecmascript|x-javascript|yaml|markdown)$|[+](json|xml|yaml)$/.test(type) ? 'text' : 'other'
}

export const mediaType = (headers: Headers): string => (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** Whether what an answer without a body speaks of may be a page. */
export const maybeText = (headers: Headers): boolean => kindOf(headers) !== 'other' || mediaType(headers).startsWith('multipart/')

/** Null for more than is read. */
async function readAll(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = body.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(Buffer.concat(pieces))
    length += value.length
    if (length > largestText) {
      await reader.cancel().catch(() => undefined)
      return null
    }
    pieces.push(value)
  }
}

const isPlain = (headers: Headers): boolean => /^\s*(identity)?\s*$/i.test(headers.get('content-encoding') ?? '')

/** @throws Refused for an encoding that is not known, or more than is read */
function unpacked(bytes: Uint8Array<ArrayBuffer>, headers: Headers): Uint8Array {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  const limit = { maxOutputLength: largestText }
  if (isPlain(headers)) return bytes
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, limit)
    if (encoding === 'deflate') return inflateSync(bytes, limit)
    if (encoding === 'br') return brotliDecompressSync(bytes, limit)
  } catch {
    throw new Refused(`An answer in the encoding ${encoding} cannot be read, or is too large.`)
  }
  throw new Refused(`The encoding ${encoding.slice(0, 40)} is not known here. Compress after the shop, not before it.`)
}

/** What bytes say, as a browser would read them. @throws Refused for a character set that is not known */
function decode(bytes: Uint8Array, headers: Headers): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const declared = /charset\s*=\s*["']?([^\s"';>]+)/i
  const marked = /^\xfe\xff/.test(head) ? 'utf-16be' : /^\xff\xfe/.test(head) ? 'utf-16le' : /^\xef\xbb\xbf/.test(head) ? 'utf-8' : null
  const inPage = () => declared.exec((head.match(/<meta[^>]*>/gi) ?? []).find((tag) => declared.test(tag)) ?? '')?.[1]
  const said = marked ?? declared.exec(headers.get('content-type') ?? '')?.[1] ?? inPage()
  if (said === undefined) return decodeUndeclared(bytes)
  try {
    return new TextDecoder(said).decode(bytes)
  } catch {
    throw new Refused(`The character set ${said.slice(0, 40)} is not known here. Write pages in UTF-8.`)
  }
}

function decodeUndeclared(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The longest tag that is looked for across two pieces of a stream, in characters. */
const overlap = 4096

/** Lets a text through as it comes, and ends it where something is for sale. */
function guard(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const decoder = new TextDecoder()
  let tail = ''
  return new TransformStream({
    transform: (piece, controller) => {
      tail = (tail + decoder.decode(piece, { stream: true })).slice(-(overlap + piece.length))
      if (looksForSale(tail, 'text')) controller.error(new Refused('A stream of this site holds what is for sale on a page (data-paid).'))
      else controller.enqueue(piece)
    },
  })
}
