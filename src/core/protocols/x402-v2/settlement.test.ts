import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeBase64 } from '../base64'
import { readSettlement } from './settlement'
import { page } from './x402-v2.fixtures'

const transaction = `0x${'ab'.repeat(32)}`
const read = (header: string) => readSettlement({ url: page, status: 200, headers: new Map([['payment-response', header]]) })
const claiming = (json: unknown) => read(encodeBase64(JSON.stringify(json)))

it.each([
  ['paid', { success: true, transaction, network: 'eip155:8453', payer: '0x' }, { success: true, transaction, reason: null }],
  ['upper case', { success: true, transaction: transaction.toUpperCase().replace('0X', '0x') }, { success: true, transaction, reason: null }],
  ['failed', { success: false, transaction: '', errorReason: 'no\u202Efunds' }, { success: false, transaction: null, reason: 'nofunds' }],
  ['only a message', { success: false, transaction: '', errorReason: null, errorMessage: 'later' }, { success: false, transaction: null, reason: 'later' }],
  ['no such transaction', { success: true, transaction: '0x1234' }, { success: true, transaction: null, reason: null }],
  ['failed with a real one', { success: false, transaction }, { success: false, transaction, reason: null }],
])('%s', (_, json, claim) => expect(claiming(json)).toEqual(claim))

it.each([{}, { success: 'true' }, [], null, { success: true, transaction: 5 }])('%j is no claim', (json) => expect(claiming(json)).toBeNull())

it('no header is no claim', () => expect(readSettlement({ url: page, status: 200, headers: new Map() })).toBeNull())

it('never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue().map((json) => encodeBase64(JSON.stringify(json)))), (header) => {
      read(header)
    }),
  )
})
