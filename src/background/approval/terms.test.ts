import { expect, it } from 'vitest'
import { encodeTransfer } from '../../core/authorization/transfer'
import { toHex } from '../../core/hex'
import { networks } from '../../core/networks/networks'
import type { Approval, StoredQuote } from './approval-state'
import { termsOf } from './terms'

const asset = networks.find(({ id }) => id === 'eip155:8453')?.token.address ?? '0x'
const bytes = encodeTransfer({
  network: 'eip155:8453',
  asset,
  from: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8',
  to: '0x209693bc6afc0c5328ba36faf03c514ef312287c',
  value: 50_000n,
  validAfter: 0n,
  validBefore: 1n,
  nonce: `0x${'11'.repeat(32)}`,
})
if (!bytes.ok) throw new Error(bytes.error)

const asked = { kind: 'document', resource: 'https://news.example/a', page: 'https://news.example/a' } as Approval
const quote = { message: toHex(bytes.value), title: 'The wren', counter: 0, feeLines: [], challenge: '{}', rawResource: '{}', link: null, offer: '{}', dialect: 'x402-v2' } as unknown as StoredQuote

it('keeps the rate that the price was shown with, and signs the same whatever it is', () => {
  const without = termsOf(asked, { ...quote, rate: null })
  const rates = [
    { currency: 'EUR', numerator: '9', denominator: '10', source: 'feed' as const, at: 1 },
    { currency: 'EUR', numerator: '900000', denominator: '1', source: 'reference' as const, at: 1 },
  ]
  for (const rate of rates) {
    const made = termsOf(asked, { ...quote, rate })
    expect(made?.terms.rate).toEqual({ ...rate, numerator: BigInt(rate.numerator), denominator: BigInt(rate.denominator) })
    expect({ ...made?.terms, rate: null }).toEqual(without?.terms)
    expect(made?.draft).toEqual(without?.draft)
  }
})

it('writes down the address without what tells where the reader came from', () => {
  const from = 'https://news.example/a?utm_source=letter&issue=3&fbclid=x#top'
  expect(termsOf({ ...asked, resource: from, page: from }, { ...quote, rate: null })?.terms).toMatchObject({ resource: 'https://news.example/a?issue=3', page: 'https://news.example/a?issue=3' })
})
