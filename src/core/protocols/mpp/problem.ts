import * as v from 'valibot'
import { readJson } from '../base64-json'
import { longestBody } from '../dialect'
import { problemDetails } from './wire'

/** Where the draft's kinds of error are named (draft-httpauth-payment-00, "Error Codes"). */
const kinds = 'https://paymentauth.org/problems/'

/**
 * Why a payment was refused, by an answer's body of Problem Details (RFC 9457): the draft's code and the server's own words,
 * not yet fit to be shown. Null where the body says nothing of the kind, or only that there is something to pay.
 */
export function readRefusal(body: string | undefined): string | null {
  if (body === undefined || body.length > longestBody) return null
  const json = readJson(body)
  const problem = json.ok ? v.safeParse(problemDetails, json.value) : null
  if (problem?.success !== true || !problem.output.type.startsWith(kinds)) return null
  const { type, title, detail } = problem.output
  const code = type.slice(kinds.length)
  if (code === 'payment-required') return null
  const words = detail || title
  return words ? `${code}: ${words}` : code
}
