import { longestAnswer, readAnswer, type AnswerFault, type SellerAnswer } from '../../core/dispute/answer'
import type { SendingFault } from '../../core/dispute/dispute'
import type { RefundRequest } from '../../core/dispute/request'
import { readBounded } from '../bounded-text'
import type { Result } from '../../core/result'

const patienceMs = 30_000

/** What came of asking a seller. `unknown`: it has no such request. */
export type Reached =
  | { readonly kind: 'answer'; readonly answer: Result<SellerAnswer, AnswerFault> }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-reached'; readonly why: SendingFault }

interface Message {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Asks a seller, without cookies and without saying from where, and reads no more of its answer than an answer needs. A redirect is
 * not followed: what a request says is for the place that was named.
 */
export async function reach({ method, url, body, headers }: Message, request: Pick<RefundRequest, 'disputeId' | 'idempotencyKey'>): Promise<Reached> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(url, {
      method,
      headers: { Accept: 'application/json', ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    if (response.type === 'opaqueredirect') return { kind: 'not-reached', why: 'redirected' }
    if (method === 'GET' && response.status === 404) return { kind: 'unknown' }
    if (response.status >= 500 || (method === 'POST' && (response.status === 404 || response.status === 405))) return { kind: 'not-reached', why: 'refused' }
    return { kind: 'answer', answer: readAnswer(await readBounded(response, longestAnswer), request) }
  } catch {
    return { kind: 'not-reached', why: stop.signal.aborted ? 'too-slow' : 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}
