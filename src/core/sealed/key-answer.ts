import { base64urlnopad } from '@scure/base'
import * as v from 'valibot'
import { keyLength, type Binding } from './format'

/** What the answer of a key service to a payment is: `Content-Type`, without parameters. */
export const keyAnswerType = 'application/vnd.farthing.key+json'
/** Its longest body, in characters. */
export const longestKeyAnswer = 8 * 1024

/** What opens one sealed part. */
export interface PartKey extends Binding {
  readonly key: Uint8Array
}

export const longestTitle = 300
export const longestAddress = 1024

const shape = v.strictObject({
  v: v.literal(1),
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  title: v.pipe(v.string(), v.maxLength(longestTitle)),
  url: v.pipe(v.string(), v.maxLength(longestAddress)),
})

/** Whether a `Content-Type` says that the answer is a key. */
export const isKeyAnswer = (type: string | null): boolean => type?.split(';', 1)[0]?.trim().toLowerCase() === keyAnswerType

/** A key answer in the one spelling there is. Null for anything else. */
export function readKeyAnswer(body: string): PartKey | null {
  if (body.length > longestKeyAnswer) return null
  try {
    const { key: encoded, title, url } = v.parse(shape, JSON.parse(body))
    const key = base64urlnopad.decode(encoded)
    return key.length === keyLength ? { key, title, url } : null
  } catch {
    return null
  }
}

export const writeKeyAnswer = ({ key, title, url }: PartKey): string => JSON.stringify({ v: 1, key: base64urlnopad.encode(key), title, url })
