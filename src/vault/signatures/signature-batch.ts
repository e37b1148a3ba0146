import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes, randomBytes } from '@noble/hashes/utils.js'
import { toHex, type Address } from '../../core/hex'
import { addressOf, orNull, parse, recoverKey, type Point } from './verifier'

/** That an account has signed something. */
export interface Claim {
  readonly digest: Uint8Array
  readonly signature: Uint8Array
}

/**
 * Tells of many signatures together whether an account gave every one of them, as recoverAddress would of each. The account's key is
 * recovered from the first. Of all others one equation is checked, in which each has a weight that nobody could foresee: where one
 * of them is not the account's, it holds by chance once in 2^128 (Bellare, Garay and Rabin, Fast Batch Verification, the small
 * exponents test).
 */
export function batchCheck(account: Address): (claims: readonly Claim[]) => boolean {
  let key: Point | null = null
  return (claims) => {
    const [first, ...others] = claims
    if (first === undefined) return true
    if (key !== null) return areBy(key, claims)
    const recovered = recoverKey(first.digest, first.signature)
    if (recovered === null || addressOf(recovered) !== account) return false
    key = recovered.precompute()
    return areBy(key, others)
  }
}

const weightBytes = 16

/**
 * ECDSA (SEC 1, 4.1.4) ends at a point, which a signature names by its x and its parity: the sum of these points, by their weights,
 * is what base and key come to.
 */
function areBy(key: Point, claims: readonly Claim[]): boolean {
  return orNull(() => {
    const { Point } = secp256k1
    const { Fn } = Point
    const random = randomBytes(claims.length * weightBytes)
    let [ofBase, ofKey] = [0n, 0n]
    const ends: Weighted[] = []
    for (const [at, { digest, signature }] of claims.entries()) {
      const parsed = parse(digest, signature)
      if (parsed === null) return false
      const weight = numberOf(random.subarray(at * weightBytes, (at + 1) * weightBytes))
      const share = Fn.mul(weight, Fn.inv(parsed.s))
      ofBase = Fn.add(ofBase, Fn.mul(Fn.create(numberOf(digest)), share))
      ofKey = Fn.add(ofKey, Fn.mul(parsed.r, share))
      ends.push({ weight, point: Point.fromBytes(concatBytes(Uint8Array.of(parsed.recovery === 1 ? 3 : 2), signature.subarray(0, 32))) })
    }
    return Point.BASE.multiplyUnsafe(ofBase).add(key.multiplyUnsafe(ofKey)).equals(weighted(ends))
  }) ?? false
}

interface Weighted {
  readonly point: Point
  readonly weight: bigint
}

/** Bits of a weight that are looked at in one round: for a few hundred points, more of them or fewer take longer. */
const bits = 6

/** The sum of points, each as many times as it weighs (Pippenger): in every round those of one digit are added up before they are multiplied. */
function weighted(points: readonly Weighted[]): Point {
  const { ZERO } = secp256k1.Point
  let sum = ZERO
  for (let shift = Math.floor((weightBytes * 8) / bits) * bits; shift >= 0; shift -= bits) {
    for (let bit = 0; bit < bits; bit += 1) sum = sum.double()
    const byDigit = Array.from({ length: 1 << bits }, () => ZERO)
    for (const { point, weight } of points) {
      const digit = Number(BigInt.asUintN(bits, weight >> BigInt(shift)))
      byDigit[digit] = (byDigit[digit] ?? ZERO).add(point)
    }
    let above = ZERO
    for (const some of byDigit.slice(1).toReversed()) {
      above = above.add(some)
      sum = sum.add(above)
    }
  }
  return sum
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(toHex(bytes))
