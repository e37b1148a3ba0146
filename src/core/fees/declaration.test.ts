import { createJWS } from '@x402/extensions/offer-receipt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jwsSigner } from '../../../demo/newspaper/guestbook/jws'
import { verifier } from '../../vault/signatures/verifier'
import { agreed as offered, seller, stranger } from '../receipt/receipt.fixtures'
import { readDeclaration, type Declared } from './declaration'
import type { FeeStatement } from './wire'

const offer: Declared = offered
const items: FeeStatement['items'] = [
  { kind: 'platform', amount: '5000', paidBy: 'seller', account: '0x2222222222222222222222222222222222222222' },
  { kind: 'facilitator', amount: '1000', paidBy: 'reader' },
]
const payload: FeeStatement = { version: 1, resourceUrl: offer.resource, network: offer.network, asset: offer.asset, payTo: offer.payTo, amount: '50000', items }
const fees = [
  { kind: 'platform', amount: 5_000n, paidBy: 'seller', account: '0x2222222222222222222222222222222222222222' },
  { kind: 'facilitator', amount: 1_000n, paidBy: 'reader', account: null },
]

const challenge = (...statements: readonly unknown[]) => ({ x402Version: 2, extensions: { 'farthing-fees': { info: { statements } } } })
const plain = (changes: object = {}) => ({ format: 'plain', payload: { ...payload, ...changes } })
const keyOf = (account: typeof seller): `0x${string}` => `0x${Buffer.from(account.getHdKey().privateKey ?? []).toString('hex')}`
const signedBy = async (account: typeof seller, changes: object = {}) => ({ format: 'jws', signature: await createJWS({ ...payload, ...changes }, jwsSigner(keyOf(account))) })
const read = (json: unknown) => readDeclaration(json, offer, verifier)

describe('what a seller says of its fees', () => {
  it('is taken as declared, or as signed where the account that is paid has signed it', async () => {
    expect(read(challenge(plain()))).toEqual({ state: 'declared', fees })
    expect(read(challenge(await signedBy(seller)))).toEqual({ state: 'signed', fees })
  })

  it('counts as signed where both are there, whichever stands first', async () => {
    expect(read(challenge(plain({ items: [] }), await signedBy(seller)))).toEqual({ state: 'signed', fees })
  })

  it('counts for nothing where somebody else has signed it, or where it was altered', async () => {
    expect(read(challenge(await signedBy(stranger)))).toEqual({ state: 'void', why: 'stranger' })
    const { signature } = await signedBy(seller)
    const [head = '', , tail = ''] = signature.split('.')
    const body = Buffer.from((await signedBy(seller, { items: [] })).signature.split('.')[1] ?? '', 'base64url').toString('base64url')
    expect(read(challenge({ format: 'jws', signature: [head, body, tail].join('.') }))).toEqual({ state: 'void', why: 'stranger' })
    expect(read(challenge(plain(), await signedBy(stranger)))).toEqual({ state: 'void', why: 'stranger' })
  })

  it.each([
    ['more than the price', [{ kind: 'platform', amount: '50001' }]],
    ['more than the price together', [{ kind: 'platform', amount: '30000' }, { kind: 'escrow', amount: '20001' }]],
    ['one kind twice', [{ kind: 'platform', amount: '1' }, { kind: 'platform', amount: '1' }]],
    ['no amount', [{ kind: 'platform', amount: '-1' }]],
    ['an amount with a point', [{ kind: 'platform', amount: '0.1' }]],
    ['an account that is none', [{ kind: 'platform', amount: '1', account: 'me' }]],
  ])('is dropped as a whole where it says %s', (_, wrong) => {
    expect(read(challenge(plain({ items: wrong })))).toEqual({ state: 'void', why: 'contradiction' })
  })

  it.each([
    ['price', { amount: '60000' }],
    ['account', { payTo: stranger.address }],
    ['token', { asset: stranger.address }],
    ['network', { network: 'eip155:1' }],
    ['address', { resourceUrl: 'https://news.example/other' }],
    ['nothing readable', { resourceUrl: 'nowhere' }],
  ])('says nothing of this offer where it speaks of another %s', async (_, changes) => {
    expect(read(challenge(plain(changes)))).toEqual({ state: 'none' })
    expect(read(challenge(await signedBy(seller, changes)))).toEqual({ state: 'none' })
  })

  it.each([undefined, null, 'text', {}, { extensions: null }, challenge('x', 7, null, { format: 'plain' }, { format: 'jws', signature: 'a.b.c' }), challenge(plain({ version: 2 }))])('is nothing in %j', (json) => {
    expect(read(json)).toEqual({ state: 'none' })
  })

  it('never throws, and never declares more than the price', () => {
    const amount = fc.oneof(fc.bigInt({ min: 0n, max: 100_000n }).map(String), fc.string())
    const item = fc.record({ kind: fc.constantFrom('platform', 'facilitator', 'network', 'escrow', 'tax'), amount, paidBy: fc.constantFrom('reader', 'seller', 'nobody') }, { requiredKeys: [] })
    fc.assert(
      fc.property(fc.oneof(fc.array(item, { maxLength: 9 }).map((some) => challenge(plain({ items: some }))), fc.jsonValue()), (json) => {
        const found = read(json)
        if (found.state === 'none' || found.state === 'void') return
        expect(found.fees.reduce((sum, fee) => sum + fee.amount, 0n)).toBeLessThanOrEqual(50_000n)
      }),
    )
  })
})
