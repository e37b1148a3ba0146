import * as v from 'valibot'
import { verifyTypedData } from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifier } from '../../vault/signatures/verifier'
import { agreed, at, lower, seller, sellers, strangers } from '../receipt/receipt.fixtures'
import { checkReceipt, receiptRecordSchema, receiptText, type ReceiptRecord } from './receipts'
import { domain, recordOf, types } from './receipts.fixtures'

const [one] = sellers()
if (one === undefined) throw new Error('there is a seller')

let good: ReceiptRecord
beforeAll(async () => {
  good = await recordOf(one)
})

/** The same question, asked of viem. */
async function viemSays({ payer: from, payTo: to, amount, nonce, asset, authorization }: ReceiptRecord): Promise<boolean> {
  if (authorization === null) return false
  const { signature, validAfter, validBefore, domain: given } = authorization
  const message = { from, to, value: BigInt(amount), validAfter: BigInt(validAfter), validBefore: BigInt(validBefore), nonce }
  return verifyTypedData({ address: from, domain: { ...given, verifyingContract: asset }, types, primaryType: 'TransferWithAuthorization', message, signature }).catch(() => false)
}

describe('a payment', () => {
  it('that is whole holds, and viem agrees', async () => {
    expect(checkReceipt(good, verifier)).toEqual({ authorization: 'payer', offer: 'seller', receipt: 'seller' })
    expect(await viemSays(good)).toBe(true)
  })

  it.each(sellers())('bears the words of a seller who signs with $name', async (who) => {
    expect(checkReceipt(await recordOf(who), verifier)).toMatchObject({ offer: 'seller', receipt: 'seller' })
  })

  it.each(strangers())('bears no word of the seller’s when $name signed', async (who) => {
    expect(checkReceipt(await recordOf(who), verifier)).toEqual({ authorization: 'payer', offer: 'stranger', receipt: 'stranger' })
  })

  const other = lower(seller.address) === agreed.payTo ? `0x${'44'.repeat(20)}` as const : agreed.payTo
  it.each<readonly [string, (record: ReceiptRecord) => ReceiptRecord]>([
    ['payer', (record) => ({ ...record, payer: other })],
    ['account', (record) => ({ ...record, payTo: other })],
    ['amount', (record) => ({ ...record, amount: '50001' })],
    ['number', (record) => ({ ...record, nonce: `0x${'ac'.repeat(32)}` })],
    ['token', (record) => ({ ...record, asset: other })],
    ['beginning', (record) => changed(record, { validAfter: '1' })],
    ['end', (record) => changed(record, { validBefore: '1' })],
    ['signature', (record) => changed(record, { signature: `0x${'11'.repeat(65)}` })],
    ['token’s name', (record) => changed(record, { domain: { ...domain, name: 'USD  Coin' } })],
    ['token’s version', (record) => changed(record, { domain: { ...domain, version: '1' } })],
    ['chain', (record) => changed(record, { domain: { ...domain, chainId: 1 } })],
  ])('with another %s than was signed does not hold, and viem agrees', async (_what, change) => {
    const record = change(good)
    expect(checkReceipt(record, verifier).authorization).toBe('false')
    expect(await viemSays(record)).toBe(false)
  })

  it.each<readonly [string, Partial<ReceiptRecord>, 'offer' | 'receipt']>([
    ['resource', { resource: 'https://news.example/other' }, 'offer'],
    ['resource', { resource: 'https://news.example/other' }, 'receipt'],
    ['amount', { amount: '50001' }, 'offer'],
    ['settlement', { transaction: `0x${'cd'.repeat(32)}` }, 'receipt'],
    ['payer', { payer: other }, 'receipt'],
    ['network', { network: 'eip155:8453' }, 'offer'],
    ['moment, long after the offer had run out', { agreedAt: at + 1_000_000 }, 'offer'],
    ['answer, from long before', { answers: [] }, 'receipt'],
  ])('with another %s is not what the seller signed (%o, %s)', (_what, change, which) => {
    expect(checkReceipt({ ...good, ...change }, verifier)[which]).not.toBe('seller')
  })

  it('with another account makes the seller’s words those of somebody else', () => {
    const check = checkReceipt({ ...good, payTo: other }, verifier)
    expect([check.offer, check.receipt]).not.toContain('seller')
  })

  it('signed elsewhere says that there is nothing to check', () => {
    expect(checkReceipt({ ...good, authorization: null, challenge: '', answers: [] }, verifier)).toEqual({ authorization: 'none', offer: 'none', receipt: 'none' })
  })
})

function changed(record: ReceiptRecord, change: Partial<NonNullable<ReceiptRecord['authorization']>>): ReceiptRecord {
  if (record.authorization === null) throw new Error('it was signed')
  return { ...record, authorization: { ...record.authorization, ...change } }
}

it('reads back as it was written, in one spelling', () => {
  const written = receiptText(good)
  const parsed = JSON.parse(written) as Record<string, unknown>
  expect(v.parse(receiptRecordSchema, parsed)).toEqual(good)
  expect(Object.keys(parsed)).toEqual([...Object.keys(parsed)].sort())
})
