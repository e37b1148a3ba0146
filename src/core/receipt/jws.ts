import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { err, ok, type Result } from '../result'
import { canonicalJson } from './canonical'
import { decodeBase64Url, decodeText, parseJson } from './encoding'
import type { Proof, StatementFault } from './statement'
import { jwsHeader } from './wire'

export interface Jws {
  readonly proof: Extract<Proof, { format: 'jws' }>
  readonly payload: unknown
}

/** Takes a JWS in compact serialization apart (RFC 7515, 7.1). Nothing is verified. */
export function readJws(compact: string): Result<Jws, StatementFault> {
  const [head, body, tail, ...more] = compact.split('.')
  if (head === undefined || body === undefined || tail === undefined || more.length > 0) return err('wrong-shape')
  const header = v.safeParse(jwsHeader, parseJson(decodeText(head)))
  const text = decodeText(body)
  const signature = decodeBase64Url(tail)
  if (!header.success || text === null || signature === null) return err('wrong-shape')
  const payload = parseJson(text)
  if (payload === undefined) return err('wrong-shape')
  // Names given twice, of which one reader takes the first and another the last, end here.
  if (canonicalJson(payload) !== text) return err('not-canonical')
  const { alg, kid, jwk } = header.output
  return ok({ proof: { format: 'jws', algorithm: alg, kid, jwk, signed: utf8ToBytes(`${head}.${body}`), signature }, payload })
}
