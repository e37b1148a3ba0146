import { problems, type Problem } from '../../../core/dispute/problem'
import { hrefOf } from '../route'

/** How far the reader has come with telling what went wrong. It stands in the address, so that the browser's way back works. */
export interface Step {
  /** Null where the address names none. */
  readonly payment: string | null
  readonly problem: Problem | null
  /** The request itself is written. */
  readonly asks: boolean
}

/** The place below "disputes" where a request is begun. */
export const newPlace = 'new'

const idPattern = /^[0-9a-f-]{36}$/

/** @param query what stands behind the "?" of the address: anything at all */
export function readStep(query: string): Step {
  const facts = new URLSearchParams(query)
  const payment = facts.get('payment') ?? ''
  const problem = problems.find((one) => one === facts.get('problem')) ?? null
  return { payment: idPattern.test(payment) ? payment : null, problem, asks: problem !== null && facts.get('step') === 'ask' }
}

/** Where something went wrong with a payment: the first question, or a later step. */
export function stepHref(payment: string, problem: Problem | null = null, asks = false): string {
  const query = new URLSearchParams({ payment, ...(problem === null ? {} : { problem }), ...(asks ? { step: 'ask' } : {}) })
  return hrefOf('disputes', newPlace, query.toString())
}
