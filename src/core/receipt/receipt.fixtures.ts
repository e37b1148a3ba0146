import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { base58, base64urlnopad } from '@scure/base'
import {
  createEIP712OfferReceiptIssuer,
  createJWS,
  createJWSOfferReceiptIssuer,
  signOfferEIP712,
  signReceiptEIP712,
  type JWSSigner,
  type OfferReceiptIssuer,
  type SignTypedDataFn,
} from '@x402/extensions/offer-receipt'
import { hexToBytes } from 'viem'
import { generatePrivateKey, mnemonicToAccount, privateKeyToAccount, type LocalAccount } from 'viem/accounts'
import { parseAddress } from '../authorization/address'
import type { Address } from '../hex'
import { base64Url } from './base64url.fixtures'
import type { AgreedOffer, PaidPurchase } from './judge'
import type { OfferPayload, ReceiptPayload } from './statement'

/** A newspaper that signs what it says with the official package, and what a reader agreed with it. For tests. */
export const at = 1_790_000_000_000
export const seconds = at / 1000
export const resource = 'https://news.example/2026/wren?id=7'

/** The mnemonic that every development chain publishes. */
const account = (addressIndex: number) => mnemonicToAccount('test test test test test test test test test test test junk', { addressIndex })
export const seller = account(1)
export const stranger = account(2)
export const payer = account(3)

export function lower(text: string): Address {
  const address = parseAddress(text)
  if (address === null) throw new Error(`no address: ${text}`)
  return address
}

export const agreed: AgreedOffer = {
  resource,
  network: 'eip155:84532',
  asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7e',
  payTo: lower(seller.address),
  amount: 50_000n,
  at,
}

export const transaction = `0x${'ab'.repeat(32)}` as const

export const paid: PaidPurchase = {
  resource,
  network: agreed.network,
  payer: lower(payer.address),
  payTo: agreed.payTo,
  transaction,
  sentAt: at,
  receivedAt: at + 2000,
}

export const offer: OfferPayload = {
  version: 1,
  resourceUrl: resource,
  scheme: 'exact',
  network: agreed.network,
  asset: '0x036CbD53842c5426634e7929541eC2318f3dCF7e',
  payTo: seller.address,
  amount: '50000',
  validUntil: seconds + 300,
}

export const receipt: ReceiptPayload = {
  version: 1,
  network: agreed.network,
  resourceUrl: resource,
  payer: payer.address,
  issuedAt: seconds + 1,
  transaction,
}

/** Somebody who signs, and the names they are known by afterwards. */
export interface Signatory {
  readonly name: string
  readonly issuer: OfferReceiptIssuer
  /** Signs any payload, also one the issuer would not write. */
  readonly signOffer: (payload: OfferPayload) => Promise<object>
  readonly signReceipt: (payload: ReceiptPayload) => Promise<object>
  readonly address: Address | null
  readonly did: string | null
}

export function byAddress(name: string, who: LocalAccount): Signatory {
  const signTypedData: SignTypedDataFn = (typed) => who.signTypedData(typed)
  return {
    name,
    issuer: createEIP712OfferReceiptIssuer(`did:pkh:eip155:1:${who.address}`, signTypedData),
    signOffer: async (payload) => ({ format: 'eip712', payload, signature: await signOfferEIP712(payload, signTypedData) }),
    signReceipt: async (payload) => ({ format: 'eip712', payload, signature: await signReceiptEIP712(payload, signTypedData) }),
    address: lower(who.address),
    did: null,
  }
}

/** A JWS signer on OpenSSL, whose secp256k1 signatures have a high s half of the time. */
export function jwsSigner(kid: string, algorithm: string, key: KeyObject): JWSSigner {
  return {
    kid,
    format: 'jws',
    algorithm,
    sign: async (bytes) => base64Url(sign(algorithm === 'EdDSA' ? null : 'sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })),
  }
}

function compact(name: string, kid: string, algorithm: string, key: KeyObject, did: string, address: Address | null): Signatory {
  const signer = jwsSigner(kid, algorithm, key)
  const sign = async (payload: object) => ({ format: 'jws', signature: await createJWS(payload, signer) })
  return { name, issuer: createJWSOfferReceiptIssuer(kid, signer), signOffer: sign, signReceipt: sign, address, did }
}

export const didKey = (prefix: number, key: Uint8Array): string => `did:key:z${base58.encode(Uint8Array.of(prefix, 1, ...key))}`
const didJwk = (jwk: unknown): string => `did:jwk:${base64Url(Buffer.from(JSON.stringify(jwk)))}`

/** A secp256k1 key as OpenSSL holds it, with its account. */
export function secpKey(privateKey: `0x${string}` = generatePrivateKey()) {
  const { address, publicKey } = privateKeyToAccount(privateKey)
  const point = hexToBytes(publicKey)
  const [x, y] = [base64Url(point.subarray(1, 33)), base64Url(point.subarray(33))]
  const jwk = { kty: 'EC', crv: 'secp256k1', x, y } as const
  const key = createPrivateKey({ format: 'jwk', key: { ...jwk, d: base64Url(hexToBytes(privateKey)) } })
  const did = didKey(0xe7, Uint8Array.of(2 + ((point[64] ?? 0) & 1), ...point.subarray(1, 33)))
  return { key, jwk, did, address: lower(address) }
}

export function edKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return { key: privateKey, jwk: { kty: 'OKP', crv: 'Ed25519', x } as const, did: didKey(0xed, base64urlnopad.decode(x)) }
}

function privateKeyOf(who: typeof seller): `0x${string}` {
  const key = who.getHdKey().privateKey
  if (key === null) throw new Error('no key')
  return `0x${Buffer.from(key).toString('hex')}`
}

/** The payee, in both formats and under both kinds of name. */
export function sellers(): readonly Signatory[] {
  const { key, jwk, did, address } = secpKey(privateKeyOf(seller))
  return [
    byAddress('the payee by EIP-712', seller),
    compact('the payee by ES256K, did:key', did, 'ES256K', key, did, address),
    compact('the payee by ES256K, did:key with fragment', `${did}#${did.slice('did:key:'.length)}`, 'ES256K', key, did, address),
    compact('the payee by ES256K, did:jwk', `${didJwk(jwk)}#0`, 'ES256K', key, did, address),
  ]
}

/** Keys that are not the payee's. */
export function strangers(): readonly Signatory[] {
  const secp = secpKey()
  const ed = edKey()
  return [
    byAddress('a stranger by EIP-712', stranger),
    compact('a stranger by ES256K, did:key', secp.did, 'ES256K', secp.key, secp.did, secp.address),
    compact('a stranger by ES256K, did:jwk', didJwk(secp.jwk), 'ES256K', secp.key, secp.did, secp.address),
    compact('a stranger by EdDSA, did:key', ed.did, 'EdDSA', ed.key, ed.did, null),
    compact('a stranger by EdDSA, did:jwk', `${didJwk(ed.jwk)}#0`, 'EdDSA', ed.key, ed.did, null),
  ]
}
