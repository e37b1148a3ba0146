import { generateKeyPairSync, sign } from 'node:crypto'
import { createJWS, verifyOfferSignatureJWS, type JWSSignedOffer } from '@x402/extensions/offer-receipt'
import { describe, expect, it, vi } from 'vitest'
import { verifier } from '../../vault/signatures/verifier'
import { base64Url } from './base64url.fixtures'
import { readSignedOffer } from './read'
import { agreed, didKey, edKey, jwsSigner, lower, offer, secpKey, seller } from './receipt.fixtures'
import { verifyStatement } from './verify'

/** Headers and keys that are not what they seem. */
const secp = secpKey()
const ed = edKey()
const didJwk = (jwk: unknown) => `did:jwk:${base64Url(JSON.stringify(jwk))}`

/** A JWS with any header at all, signed over it in earnest. */
function compact(header: unknown, key = secp.key, payload: unknown = offer): JWSSignedOffer {
  const signed = `${base64Url(typeof header === 'string' ? header : JSON.stringify(header))}.${base64Url(typeof payload === 'string' ? payload : JSON.stringify(payload, Object.keys(offer).sort()))}`
  const hash = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return { format: 'jws', signature: `${signed}.${base64Url(sign(hash, Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }))}` }
}

function outcome(entry: unknown) {
  const read = readSignedOffer(entry)
  const verified = read.ok ? verifyStatement(read.value, verifier) : read
  return verified.ok ? verified.value.signer : verified.error
}

const official = (entry: JWSSignedOffer): Promise<boolean> => verifyOfferSignatureJWS(entry).then(() => true, () => false)

const good = { alg: 'ES256K', kid: secp.did }
const bySecp = { by: 'key', did: secp.did, address: secp.address }
const byEd = { by: 'key', did: ed.did, address: null }
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

describe('refused here and by the official verifier', () => {
  const { x, y, ...noPoint } = secp.jwk
  it.each<[string, unknown, JWSSignedOffer]>([
    ['no algorithm', 'unsupported-algorithm', compact({ ...good, alg: 'none' })],
    ['a shared secret', 'unsupported-algorithm', compact({ ...good, alg: 'HS256' })],
    ['an algorithm in other letters', 'unsupported-algorithm', compact({ ...good, alg: 'es256k' })],
    ['an algorithm missing', 'wrong-shape', compact({ kid: secp.did })],
    ['a key missing', 'wrong-shape', compact({ alg: 'ES256K' })],
    ['another algorithm than the key is for', 'key-mismatch', compact({ ...good, alg: 'EdDSA' })],
    ['and the other way round', 'key-mismatch', compact({ alg: 'ES256K', kid: ed.did }, ed.key)],
    ['somebody else as the signer', 'bad-signature', compact({ ...good, kid: secpKey().did })],
    ['somebody else as the signer, EdDSA', 'bad-signature', compact({ alg: 'EdDSA', kid: edKey().did }, ed.key)],
    ['rules that must be understood', 'wrong-shape', compact({ ...good, crit: ['exp'], exp: 1 })],
    ['no DID', 'unsupported-key', compact({ ...good, kid: 'key-1' })],
    ['an account for a key', 'unsupported-key', compact({ ...good, kid: `did:pkh:eip155:1:${secp.address}` })],
    ['another multibase', 'unsupported-key', compact({ ...good, kid: 'did:key:f00' })],
    ['half a key', 'unsupported-key', compact({ ...good, kid: secp.did.slice(0, -4) })],
    ['a key with more behind', 'unsupported-key', compact({ ...good, kid: didKey(0xed, new Uint8Array(33)) })],
    ['a key off its curve', 'bad-signature', compact({ ...good, kid: didKey(0xe7, Uint8Array.of(2, ...new Uint8Array(32).fill(0xff))) })],
    ['a JWK without a point', 'unsupported-key', compact({ ...good, kid: didJwk(noPoint) })],
    ['a JWK off its curve', 'bad-signature', compact({ ...good, kid: didJwk({ ...noPoint, x: y, y: x }) })],
    ['a JWK that is a secret', 'unsupported-key', compact({ ...good, kid: didJwk({ kty: 'oct', k: x }) })],
    ['a JWK that is none', 'unsupported-key', compact({ ...good, kid: 'did:jwk:bm9uZQ' })],
  ])('%s', async (_, fault, entry) => {
    expect(outcome(entry)).toBe(fault)
    expect(await official(entry)).toBe(false)
  })
})

describe('refused here though the official verifier takes it', () => {
  const tail = (entry: JWSSignedOffer, change: (signature: string) => string): JWSSignedOffer => {
    const [head = '', body = '', signature = ''] = entry.signature.split('.')
    return { ...entry, signature: `${head}.${body}.${change(signature)}` }
  }
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  /** The last of 86 characters carries two bits that belong to no byte. */
  const looseBits = (text: string) => text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.at(-1) ?? '') ^ 1)
  const sorted = JSON.stringify(offer, Object.keys(offer).sort())

  it.each<[string, unknown, JWSSignedOffer]>([
    ['padding', 'wrong-shape', tail(compact(good), (text) => `${text}==`)],
    ['loose bits at the end', 'wrong-shape', tail(compact(good), looseBits)],
    ['a payload in another spelling', 'not-canonical', compact(good, secp.key, sorted.replace(':', ': '))],
    ['a payload in another order', 'not-canonical', compact(good, secp.key, JSON.stringify(offer))],
    ['a price said twice', 'not-canonical', compact(good, secp.key, sorted.replace('{', '{"amount":"1",'))],
    ['a payload beside the signed one', 'wrong-shape', { ...compact(good), payload: { ...offer, amount: '1' } } as JWSSignedOffer],
    ['P-256, which no chain here knows', 'unsupported-algorithm', compact({ alg: 'ES256', kid: didJwk({ ...p256.export({ format: 'jwk' }), d: undefined }) }, p256)],
  ])('%s', async (_, fault, entry) => {
    expect(outcome(entry)).toBe(fault)
    expect(await official(entry)).toBe(true)
  })

  it('a key whose private half is published', () => {
    const published = secp.key.export({ format: 'jwk' })
    expect(published.d).toBeDefined()
    expect(outcome(compact({ ...good, kid: didJwk(published) }))).toBe('unsupported-key')
  })
})

describe('a key carried in the header', () => {
  it('is the signer, under its own name, when a site is named', () => {
    const entry = compact({ alg: 'ES256K', kid: 'did:web:news.example#key-1', jwk: secp.jwk })
    expect(outcome(entry)).toEqual(bySecp)
    expect(outcome(compact({ alg: 'EdDSA', kid: 'did:web:news.example', jwk: ed.jwk }, ed.key))).toEqual(byEd)
  })

  it('must be the key that is named', () => {
    expect(outcome(compact({ ...good, jwk: secp.jwk }))).toEqual(bySecp)
    expect(outcome(compact({ ...good, kid: didJwk(secp.jwk), jwk: secp.jwk }))).toEqual(bySecp)
    expect(outcome(compact({ ...good, kid: secpKey().did, jwk: secp.jwk }))).toBe('key-mismatch')
    expect(outcome(compact({ ...good, kid: ed.did, jwk: secp.jwk }))).toBe('key-mismatch')
    expect(outcome(compact({ ...good, kid: 'did:key:zzzz', jwk: secp.jwk }))).toBe('unsupported-key')
    expect(outcome(compact({ ...good, jwk: null }))).toBe('unsupported-key')
  })
})

describe('the same key', () => {
  it('has one name, whatever it is called', () => {
    for (const kid of [secp.did, `${secp.did}#${secp.did.slice(8)}`, didJwk(secp.jwk), `${didJwk(secp.jwk)}#0`, didJwk({ ...secp.jwk, alg: 'ES256K', use: 'sig' })]) {
      expect(outcome(compact({ ...good, kid })), kid).toEqual(bySecp)
    }
  })

  it('is the key of an account, when it is one', async () => {
    const key = seller.getHdKey().privateKey ?? new Uint8Array()
    const { did, key: openssl, address } = secpKey(`0x${Buffer.from(key).toString('hex')}`)
    expect(address).toBe(agreed.payTo)
    expect(address).toBe(lower(seller.address))
    const signature = await createJWS(offer, jwsSigner(did, 'ES256K', openssl))
    expect(outcome({ format: 'jws', signature })).toEqual({ by: 'key', did, address: agreed.payTo })
  })
})

it('nothing is looked up: a site that is named is not asked', () => {
  const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('asked'))
  expect(outcome(compact({ ...good, kid: 'did:web:news.example#key-1' }))).toBe('unsupported-key')
  expect(outcome(compact({ ...good, kid: 'did:ion:EiA' }))).toBe('unsupported-key')
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
})

it('signatures of OpenSSL are taken, with their high s', () => {
  const half = BigInt('0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0')
  const seen = new Set<boolean>()
  for (let attempt = 0; attempt < 64 && seen.size < 2; attempt += 1) {
    const entry = compact(good)
    const s = Buffer.from(entry.signature.split('.')[2] ?? '', 'base64url').subarray(32)
    seen.add(BigInt(`0x${s.toString('hex')}`) > half)
    expect(outcome(entry)).toEqual(bySecp)
  }
  expect(seen.size).toBe(2)
})

it('a very long key is no key', () => {
  expect(outcome(compact({ ...good, kid: `did:key:z${'2'.repeat(4000)}` }))).toBe('unsupported-key')
})
