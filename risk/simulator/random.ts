/**
 * Seeded random numbers: xoshiro128** (Blackman and Vigna 2018) on 32-bit integers, its state filled by splitmix32. The same on every
 * machine. Nothing secret may ever come of it.
 */
export class Random {
  readonly #state: Uint32Array

  constructor(seed: number) {
    let mixed = seed | 0
    this.#state = Uint32Array.from({ length: 4 }, () => {
      mixed = (mixed + 0x9e3779b9) | 0
      let bits = mixed ^ (mixed >>> 16)
      bits = Math.imul(bits, 0x21f0aaad)
      bits ^= bits >>> 15
      bits = Math.imul(bits, 0x735a2d97)
      return bits ^ (bits >>> 15)
    })
  }

  /** A generator of its own for a part of the work: what one part draws changes no other. */
  fork(part: number): Random {
    return new Random(Math.imul(this.bits(), 0x85ebca6b) ^ Math.imul(part + 1, 0xc2b2ae35))
  }

  /** 32 random bits. */
  bits(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state
    const scrambled = Math.imul(b, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
    const [c2, d2] = [c ^ a, d ^ b]
    const turned = (d2 << 11) | (d2 >>> 21)
    this.#state.set([a ^ d2, b ^ c2, c2 ^ (b << 9), turned])
    return result
  }

  /** 0 to 1, never 1. */
  unit(): number {
    return this.bits() / 0x1_0000_0000
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.unit()
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }

  pick<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.unit() * from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }

  /** Mean 0, deviation 1: twelve uniform ones added up, which needs no function that machines round differently. */
  normal(): number {
    let sum = -6
    for (let index = 0; index < 12; index += 1) sum += this.unit()
    return sum
  }

  /** @param spread standard deviation of the natural logarithm */
  logNormal(middle: number, spread: number): number {
    return middle * Math.exp(spread * this.normal())
  }

  /** Waiting time of a Poisson process. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.unit())
  }

  poisson(mean: number): number {
    let count = 0
    for (let passed = this.exponential(1); passed < mean; passed += this.exponential(1)) count += 1
    return count
  }
}
