import { err, ok, type Result } from '../result'
import type { ChallengeFault } from './faults'
import { decodeBase64, decodeUtf8 } from './base64'

/** Longest header value read, in characters. The largest seen in practice is 4 KB; servers stop at 8 to 16. */
export const maxHeaderLength = 32 * 1024

/** Deepest nesting of arrays and objects read: more is an attempt on the stack. */
const maxDepth = 64

export type HeaderFault = Extract<ChallengeFault, 'header-too-large' | 'not-base64' | 'not-json'>

/** The JSON value in a header of base64 of UTF-8 of JSON (x402 v2, HTTP transport). Linear in the header's length; never throws. */
export function readHeader(value: string): Result<unknown, HeaderFault> {
  if (value.length > maxHeaderLength) return err('header-too-large')
  const bytes = decodeBase64(value)
  if (bytes === null) return err('not-base64')
  const text = decodeUtf8(bytes)
  return text === null ? err('not-json') : readJson(text)
}

/** The JSON value a text is. The text's length is the caller's to bound; its nesting is bounded here. Linear; never throws. */
export function readJson(text: string): Result<unknown, 'not-json'> {
  if (isDeeper(text, maxDepth)) return err('not-json')
  try {
    return ok(JSON.parse(text))
  } catch {
    return err('not-json')
  }
}

/** True when brackets outside strings nest deeper than `limit`. One pass, whatever the text. */
function isDeeper(json: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at]
    if (character === '"') inString = !inString
    else if (inString && character === '\\') at += 1
    else if (!inString && (character === '[' || character === '{')) depth += 1
    else if (!inString && (character === ']' || character === '}')) depth -= 1
    if (depth > limit) return true
  }
  return false
}
