import { describe, expect, it } from 'vitest'
import type { Answer, Challenge, Dialect, DialectId, Offer } from './dialect'
import { findDisagreement } from './disagreement'
import type { ChallengeFault } from './faults'
import { active, context } from './paying.fixtures'
import { answerWith, evmRequest, page, requesting } from './mpp/mpp.fixtures'
import { dialectIds } from './dialect'
import { dialects, findDialect, readChallenge, settlementHeaders } from './registry'
import { accepts, challenge as x402 } from './x402-v2/x402-v2.fixtures'

const spoken = dialects(context)
const other = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

/** One answer in both dialects: what x402 asks, and what the `Payment` scheme asks. */
function both(x402Offers: readonly unknown[], headers: readonly string[]): Answer {
  const required = Buffer.from(JSON.stringify({ ...x402, resource: { url: page }, accepts: x402Offers })).toString('base64')
  return { url: page, status: 402, headers: new Map([['payment-required', required], ['www-authenticate', headers.join(', ')]]) }
}
const at = (amount: string, more: object = {}) => ({ ...accepts, amount, ...more })
const mppAt = (amount: string, more: object = {}) => requesting({ ...evmRequest, amount, ...more })
const chosenOf = (answer: Answer) => {
  const read = readChallenge(answer, spoken)
  return read?.ok === true ? [read.value.dialect, read.value.offers.map(({ amount }) => amount), read.value.disagreement] : read?.error
}

it('knows a settlement header for every dialect, and finds each dialect by its name', () => {
  expect(Object.keys(settlementHeaders).sort()).toEqual([...dialectIds].sort())
  expect(spoken.map(({ id }) => findDialect(spoken, id)?.id)).toEqual(spoken.map(({ id }) => id))
  expect(findDialect(spoken, 'l402')).toBeUndefined()
})

describe('an answer in two dialects', () => {
  it.each<[string, Answer, unknown]>([
    ['x402 first, where both say the same', both([at('10000')], [mppAt('10000')]), ['x402-v2', [10_000n], null]],
    ['the cheapest compared, whatever stands beside it', both([at('50'), at('20')], [mppAt('99'), mppAt('20')]), ['x402-v2', [20n, 50n], null]],
    ['one that charges first compared too', both([at('30'), at('20', { extra: { ...accepts.extra, paymentFlow: 'upfront' } })], [mppAt('20')]), ['x402-v2', [30n, 20n], null]],
    ['dearer in the other', both([at('20')], [mppAt('21')]), ['x402-v2', [20n], 'price']],
    ['cheaper in the other', both([at('20')], [mppAt('19')]), ['x402-v2', [20n], 'price']],
    ['for somebody else in the other', both([at('20')], [mppAt('20', { recipient: other })]), ['x402-v2', [20n], 'payee']],
    ['for somebody else at another price', both([at('20')], [mppAt('1', { recipient: other })]), ['x402-v2', [20n], 'price']],
    ['one payee in two spellings', both([at('20', { payTo: accepts.payTo.toLowerCase() })], [mppAt('20')]), ['x402-v2', [20n], null]],
    ['nothing payable in the first', both([at('20', { network: 'eip155:1' })], [mppAt('30')]), ['mpp', [30n], null]],
    ['nothing payable in the second', both([at('20')], [mppAt('0')]), ['x402-v2', [20n], null]],
    ['nothing payable at all', both([at('0')], [mppAt('0')]), ['x402-v2', [], null]],
    ['the first unreadable', both([], [mppAt('30')]), ['mpp', [30n], null]],
    ['the first unreadable, the second refused', both([], [mppAt('0')]), ['mpp', [], null]],
    ['both unreadable', both([], Array<string>(51).fill('Payment')), 'wrong-shape'],
    ['only the second', answerWith(mppAt('30')), ['mpp', [30n], null]],
    ['neither', answerWith('Basic realm="x"'), undefined],
  ])('%s', (_, answer, chosen) => expect(chosenOf(answer)).toEqual(chosen))

  it('says why, where nothing is payable', () => {
    expect(readChallenge(both([at('0')], [mppAt('1')]), dialects({ ...context, active: 'eip155:8453' }))).toMatchObject({
      value: { dialect: 'x402-v2', refused: ['other-network'] },
    })
  })
})

describe('however many dialects answer', () => {
  const read = (id: DialectId, outcome: readonly bigint[] | ChallengeFault | null): Dialect => ({
    id,
    readChallenge: () => {
      if (outcome === null) return null
      if (typeof outcome === 'string') return { ok: false, error: outcome }
      const offers = outcome.map((amount): Offer => ({ scheme: 'exact', token: { ...tokenOf() }, amount, payTo: '0x01', maxTimeoutSeconds: 60, flow: 'authorization', nonce: null, expires: null, raw: '' }))
      const challenge: Challenge = { dialect: id, resource: { url: page }, offers, refused: [], rawResource: '', raw: '' }
      return { ok: true, value: challenge }
    },
    writePayment: () => ({ name: '', value: '' }),
    readSettlement: () => null,
  })
  const tokenOf = () => {
    const network = context.networks.find(({ id }) => id === active)
    if (network === undefined) throw new Error('no such network')
    return network.token
  }

  it('the third is heard too', () => {
    const answer = answerWith('')
    const chosen = (...all: readonly Dialect[]) => readChallenge(answer, all)
    expect(chosen(read('x402-v2', []), read('x402-v1', 'not-json'), read('mpp', [5n]))).toMatchObject({ value: { dialect: 'mpp', disagreement: null } })
    expect(chosen(read('x402-v2', [5n]), read('x402-v1', [5n]), read('mpp', [6n]))).toMatchObject({ value: { dialect: 'x402-v2', disagreement: 'price' } })
    expect(chosen(read('x402-v2', null), read('x402-v1', 'not-json'), read('mpp', 'wrong-shape'))).toEqual({ ok: false, error: 'not-json' })
    expect(chosen(read('x402-v2', null), read('mpp', null))).toBeNull()
    expect(chosen()).toBeNull()
  })

  it('a challenge does not disagree with itself', () => {
    const challenge = read('mpp', [5n, 6n]).readChallenge(answerWith(''))
    if (challenge?.ok !== true) throw new Error('unread')
    expect(findDisagreement(challenge.value, [challenge.value])).toBeNull()
  })
})
