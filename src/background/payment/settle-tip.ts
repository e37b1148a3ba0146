import * as v from 'valibot'
import { encodeBase64 } from '../../core/protocols/base64'
import { readHeader, readJson } from '../../core/protocols/base64-json'
import { longestBody, type PaymentHeader } from '../../core/protocols/dialect'
import { readBounded } from '../bounded-text'
import type { PaidFetch } from './fetch-paid'

const patienceMs = 60_000

const settled = v.object({ success: v.boolean() })

/**
 * Hands a tip for a bare account to the payment service that the reader has chosen, which brings it to the chain (x402 v2,
 * facilitator, POST /settle). Its answer is a claim like a seller's: the chain says what happened.
 * @param offer what was agreed to, as JSON text
 */
export async function settleTip(service: string | null, header: PaymentHeader, offer: string): Promise<PaidFetch> {
  const payload = readHeader(header.value)
  const requirements = readJson(offer)
  if (service === null || !payload.ok || !requirements.ok) return { type: 'interrupted', why: 'network' }
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(`${service.replace(/\/+$/, '')}/settle`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ x402Version: 2, paymentPayload: payload.value, paymentRequirements: requirements.value }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    return answered(response.status, await readBounded(response, longestBody))
  } catch {
    return { type: 'interrupted', why: stop.signal.aborted ? 'timeout' : 'network' }
  } finally {
    clearTimeout(timer)
  }
}

/** What the service says, as a seller would pass it on. */
function answered(status: number, body: string | null): PaidFetch {
  const json = body === null ? null : readJson(body)
  const read = v.safeParse(settled, json?.ok === true ? json.value : null)
  if (body === null || !read.success) return { type: 'answered', status: status < 400 ? 502 : status, headers: new Map(), content: null, body: null }
  return { type: 'answered', status: read.output.success ? 200 : 402, headers: new Map([['payment-response', encodeBase64(body)]]), content: null, body: null }
}
