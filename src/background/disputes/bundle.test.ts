import { canonicalize } from '@x402/extensions/offer-receipt'
import { createHash } from 'node:crypto'
import { recoverTypedDataAddress, type Hex } from 'viem'
import { describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))

import { evidenceOf } from '../../core/dispute/evidence'
import { paidJournal, paidPurchase, saleTerms } from '../../core/dispute/dispute.fixtures'
import { typedRequest } from '../../core/dispute/typed-request.fixtures'
import { logged } from '../../core/dispute/log'
import { disputeOf } from '../../core/dispute/machine'
import { answered, facts } from '../../core/purchase/machine.fixtures'
import type { Purchase } from '../../core/purchase/purchase'
import { addressOf } from '../../vault/account'
import { Keyring } from '../../vault/keyring'
import { disputeBundle } from './bundle'
import { bodyOf, draftOf, filingOf } from './filing'

const key = new Uint8Array(32).fill(0x22)
const payer = addressOf(key)
const keyring = new Keyring(new Uint8Array(32).fill(1), Uint8Array.from(key), payer)
const journal = [...paidJournal, answered(facts(500))]
const paid = paidPurchase([answered(facts(500))])
const purchase: Purchase = { ...paid, terms: { ...paid.terms, payer, challenge: Buffer.from('{"x402Version":2}').toString('base64') } }

const draft = draftOf(
  { purchase, journal, then: saleTerms, way: { kind: 'endpoint', url: 'https://news.example/refunds' }, round: 1 },
  { problem: 'not-delivered', amount: 50_000n, words: 'It never came.', share: ['response'] },
  1_760_000_100_000,
)
const signature = keyring.signRefundRequest(draft.request)
const filing = filingOf(draft, signature.ok ? signature.value : '0x')
const log = logged(logged([], 1_760_000_100_000, 'reader', { type: 'filed', filing }), 1_760_000_100_001, 'wallet', { type: 'sending', what: 'request' })
const dispute = disputeOf(log)
if (dispute === null) throw new Error('no dispute')
const { text } = disputeBundle({ id: 'd1', payment: 'p1', log, dispute, isIntact: true }, purchase)

const sha256 = (value: string): string => createHash('sha256').update(value).digest('hex')
interface Bundle {
  readonly request: Record<string, string>
  readonly signature: Hex
  readonly evidence: Record<string, { readonly sha256: string } | null>
  readonly items: Record<string, string>
  readonly log: readonly { readonly prev: string; readonly sha256: string }[]
}

/** What somebody who has never heard of Farthing does with the file (docs/PROTOCOLS.md): the official SDK, viem and Node. Null where all of it holds. */
async function faultIn(file: string): Promise<string | null> {
  const bundle = JSON.parse(file) as Bundle
  const signer = await recoverTypedDataAddress({ ...typedRequest, message: bundle.request, signature: bundle.signature })
  if (signer.toLowerCase() !== bundle.request['payer']) return 'signature'
  if (`0x${sha256(canonicalize(bundle.evidence))}` !== bundle.request['evidenceHash']) return 'evidence'
  const names = { challenge: 'paymentRequired' } as Record<string, string>
  for (const [item, value] of Object.entries(bundle.items)) {
    const named = item === 'settlement' ? (bundle.evidence['settlement'] as unknown as { header: { sha256: string } }).header : bundle.evidence[names[item] ?? item]
    if (named?.sha256 !== sha256(value)) return item
  }
  let prev = `0x${'0'.repeat(64)}`
  for (const { sha256: claimed, ...entry } of bundle.log) {
    if (entry.prev !== prev || `0x${sha256(canonicalize(entry))}` !== claimed) return 'log'
    prev = claimed
  }
  return null
}

describe('a bundle is checked without Farthing', () => {
  it('and holds', async () => {
    expect(await faultIn(text)).toBeNull()
    expect(Object.keys((JSON.parse(text) as Bundle).items).sort()).toEqual(['challenge', 'response', 'terms', 'timeline'])
  })

  it.each([
    ['the amount', (bundle: Bundle) => ({ ...bundle, request: { ...bundle.request, amount: '90000' } }), 'signature'],
    ['what came back', (bundle: Bundle) => ({ ...bundle, items: { ...bundle.items, response: '{"contentArrived":true,"status":200}' } }), 'response'],
    ['the terms', (bundle: Bundle) => ({ ...bundle, items: { ...bundle.items, terms: '{"windowSeconds":0}' } }), 'terms'],
    ['the statement', (bundle: Bundle) => ({ ...bundle, evidence: { ...bundle.evidence, receipt: { sha256: '0'.repeat(64) } } }), 'evidence'],
    ['the log', (bundle: Bundle) => ({ ...bundle, log: bundle.log.slice(1) }), 'log'],
  ])('and does not where somebody changed %s', async (_, change, fault) => {
    expect(await faultIn(JSON.stringify(change(JSON.parse(text) as Bundle)))).toBe(fault)
  })
})

it('what the reader does not show is not in what is sent, and is bound all the same', () => {
  const body = JSON.parse(bodyOf(filing)) as { farthing: { items: object; evidence: object } }
  expect(Object.keys(body.farthing.items)).toEqual(['response'])
  expect(body.farthing.evidence).toEqual(JSON.parse(evidenceOf(purchase, journal, saleTerms).statement))
})
