import { describe, expect, it } from 'vitest'
import { judgeAnswer } from './answer'
import { facts, transaction } from './machine.fixtures'

const failed = (reason: string | null, tx: typeof transaction | null = null) => ({ success: false, transaction: tx, reason })
const success = { success: true, transaction, reason: null }

describe('what an answer says about the money', () => {
  it.each([
    ['402 with a bill', facts(402), 'refused'],
    ['402, settlement failed', facts(402, { claim: failed('invalid_exact_evm_insufficient_balance') }), 'refused'],
    ['402, settlement still running', facts(402, { claim: failed('settlement_pending') }), 'unknown'],
    ['402, settlement timed out', facts(402, { claim: failed('Facilitator settle timed out') }), 'unknown'],
    ['402, settled but the facilitator could not say so', facts(402, { claim: failed('fetch failed') }), 'unknown'],
    ['402, failed, yet naming a transaction', facts(402, { claim: failed('x', transaction) }), 'unknown'],
    ['402, yet claiming success', facts(402, { claim: success }), 'unknown'],
    ['412, allowance missing', facts(412), 'refused'],
    ['404 from the handler', facts(404), 'refused'],
    ['408', facts(408), 'unknown'],
    ['500 from the handler', facts(500), 'unknown'],
    ['500, charged up front', facts(500, { claim: success }), 'unknown'],
    ['502 from the facilitator', facts(502), 'unknown'],
    ['200, paid and served', facts(200, { contentArrived: true, claim: success }), 'unknown'],
    ['200, served without charge', facts(200, { contentArrived: true }), 'unknown'],
    ['200, empty', facts(200), 'unknown'],
    ['304, empty', facts(304), 'unknown'],
    ['302', facts(302), 'unknown'],
    ['no status', facts(0), 'unknown'],
  ] as const)('%s is %s', (_, answer, verdict) => {
    expect(judgeAnswer(answer)).toBe(verdict)
  })
})
