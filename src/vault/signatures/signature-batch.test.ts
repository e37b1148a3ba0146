import { secp256k1 } from '@noble/curves/secp256k1.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf } from '../account'
import { batchCheck, type Claim } from './signature-batch'
import { verifier } from './verifier'

const key = (number: number): Uint8Array => hexToBytes(number.toString(16).padStart(64, '0'))
const secret = key(0x1821)
const address = addressOf(secret)
const digestOf = (number: number): Uint8Array => hexToBytes((number + 1).toString(16).padStart(64, 'c'))
const signed = (digest: Uint8Array, by = secret): Claim => {
  const [recovery = 0, ...rs] = secp256k1.sign(digest, by, { prehash: false, format: 'recovered' })
  return { digest, signature: Uint8Array.of(...rs, 27 + recovery) }
}
const order = secp256k1.Point.CURVE().n
const claims = Array.from({ length: 90 }, (_, at) => signed(digestOf(at)))

/** Everything that somebody could put in the place of a claim. */
const wrongs: Readonly<Record<string, (claim: Claim, other: Claim) => Claim>> = {
  'a signature by somebody else': ({ digest }) => signed(digest, key(7)),
  'a signature of something else': ({ digest }, { signature }) => ({ digest, signature }),
  'a turned parity': ({ digest, signature }) => ({ digest, signature: signature.with(64, signature[64] === 27 ? 28 : 27) }),
  'the second spelling': ({ digest, signature }) => {
    const s = order - BigInt(`0x${Buffer.from(signature.subarray(32, 64)).toString('hex')}`)
    return { digest, signature: Uint8Array.of(...signature.subarray(0, 32), ...hexToBytes(s.toString(16).padStart(64, '0')), signature[64] === 27 ? 28 : 27) }
  },
  'no number': ({ digest }) => ({ digest, signature: new Uint8Array(65).fill(0).with(64, 27) }),
  'too few bytes': ({ digest, signature }) => ({ digest, signature: signature.subarray(1) }),
  'too short a digest': ({ digest, signature }) => ({ digest: digest.subarray(1), signature }),
}

describe('many signatures together', () => {
  it('are told to be the account’s where all of them are, however many, and whatever came before', () => {
    const isHis = batchCheck(address)
    for (const some of [claims.slice(0, 1), [], claims, claims.slice(3, 5), [...claims, ...claims]]) expect(isHis(some)).toBe(true)
  })

  it.each(Object.keys(wrongs))('are not where one of them is %s, wherever it stands, before the key is known and after', (name) => {
    fc.assert(
      fc.property(fc.nat(19), fc.nat(89), (place, other) => {
        const some = claims.slice(0, 20)
        const [claim = signed(digestOf(1)), stranger = claim] = [some[place], claims[other === place ? place + 20 : other]]
        const given = some.with(place, wrongs[name]?.(claim, stranger) ?? claim)
        const isHis = batchCheck(address)
        expect(isHis(given)).toBe(false)
        expect(isHis(claims.slice(40, 42))).toBe(true)
        expect(isHis(given)).toBe(false)
      }),
      { numRuns: 6 },
    )
  })

  it('are not where two wrong ones make up for each other, as the wallet’s own key could make them', () => {
    const { Point } = secp256k1
    const { Fn } = Point
    const d = BigInt(`0x${Buffer.from(secret).toString('hex')}`)
    const z = (digest: Uint8Array) => Fn.create(BigInt(`0x${Buffer.from(digest).toString('hex')}`))
    const ends = [11n, 13n].map((k, at) => ({ k, digest: digestOf(at), point: Point.BASE.multiply(k).toAffine() }))
    const told = ({ digest, point }: (typeof ends)[number]) => Fn.add(z(digest), Fn.mul(Fn.create(point.x), d))
    const [one, two] = ends
    if (one === undefined || two === undefined) throw new Error('two are needed')
    const isLow = (s: bigint) => s > 0n && s < order / 2n
    // Any s for the first; that of the second makes the two sums equal where none has a weight.
    const pairs = Array.from({ length: 50 }, (_, at) => [BigInt(at + 2), Fn.div(told(two), Fn.sub(one.k + two.k, Fn.div(told(one), BigInt(at + 2))))] as const)
    const pair = pairs.find(([, s]) => isLow(s))
    const forged = ends.map(({ digest, point }, at): Claim => {
      const word = (value: bigint) => hexToBytes(value.toString(16).padStart(64, '0'))
      return { digest, signature: Uint8Array.of(...word(point.x), ...word(pair?.[at] ?? 0n), 27 + Number(point.y & 1n)) }
    })
    const isHis = batchCheck(address)
    expect([isHis(forged), isHis(claims.slice(5, 8)), isHis(forged)]).toEqual([false, true, false])
  })

  it('are those of which recovering finds the account for each', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const isHis = batchCheck(address)
    expect(isHis(claims.slice(0, 1))).toBe(true)
    fc.assert(
      fc.property(bytes(32), fc.nat(64), fc.nat(255), (digest, at, byte) => {
        const { signature } = signed(digest)
        const given = signature.with(at, byte)
        expect(isHis([...claims.slice(0, 3), { digest, signature: given }])).toBe(verifier.recoverAddress(digest, given) === address)
      }),
      { numRuns: 60 },
    )
  })
})
