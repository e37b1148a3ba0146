import { hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf } from '../../vault/account'
import { Keyring } from '../../vault/keyring'
import { vector } from '../authorization/transfer.fixtures'
import { reservedTotal } from '../spending/reserved'
import { start, terms } from './machine.fixtures'
import { every, paysExactly, termsOf } from './machine.model.fixtures'
import { modelRuns } from './runs.model.fixtures'
import {
  anyMoves, articles, Begin, emptyWorld, happen, livesOf, look, nextTerms, Send, signaturesIn, type Circumstances, type Life,
  type NonceOf, type World,
} from './several.model.fixtures'

const { numRuns, timeout } = modelRuns(400)
const privateKey = hexToBytes(vector.privateKey.slice(2))
const keyring = new Keyring(new Uint8Array(32).fill(9), privateKey, addressOf(privateKey))
const nonceOf: NonceOf = (identity) => keyring.purchaseNonce(identity)

/** Runs moves in an empty world, asks after every one whether `law` holds, and hands over the world they leave. */
function holds(circumstances: Circumstances, law: (world: World) => void, atLast: (world: World) => void = () => undefined): void {
  fc.assert(
    fc.property(anyMoves(circumstances), (moves) => {
      const world = emptyWorld()
      fc.modelRun(() => ({ model: world, real: nonceOf }), watched(moves, law))
      atLast(world)
    }),
    { numRuns },
  )
}

type Moves = ReturnType<typeof anyMoves> extends fc.Arbitrary<infer T> ? T : never

/** The moves, each followed by the law. */
function* watched(moves: Moves, law: (world: World) => void): Moves {
  for (const move of moves) {
    yield {
      check: (world) => move.check(world),
      toString: () => move.toString(),
      run(world, real) {
        move.run(world, real)
        law(world)
      },
    }
  }
}

/** Nonces that a settlement on record has used up. */
const spentIn = (lives: readonly Life[]): ReadonlySet<string> =>
  new Set(lives.filter(({ purchase }) => purchase.settlement !== null).map(({ purchase }) => purchase.terms.nonce))

describe('several purchases of the same article, whatever happens and whatever the chain is said to hold', () => {
  it('the next one has the nonce of every earlier one until that was settled, and never one that was', () => {
    holds('lying', (world) => {
      for (const article of articles) {
        const earlier = livesOf(world, article)
        const spent = spentIn(earlier)
        const next = nextTerms(world, article, nonceOf)
        for (const { purchase } of earlier) expect(purchase.terms.nonce === next.nonce).toBe(!spent.has(purchase.terms.nonce))
      }
    })
  }, timeout)

  it('counters are given out without a gap, so that a restored wallet meets every purchase when it counts up', () => {
    holds('lying', (world) => {
      for (const article of articles) expect(nextTerms(world, article, nonceOf).counter).toBe(spentIn(livesOf(world, article)).size)
    })
  }, timeout)

  it('each signs one nonce and its own terms, and together no second nonce while one is not settled', () => {
    holds('lying', (world) => {
      for (const article of articles) {
        const lives = livesOf(world, article)
        for (const { history } of lives) {
          for (const signature of every(history, 'signed')) expect(paysExactly(signature, termsOf(history))).toBe(true)
        }
        const spent = spentIn(lives)
        const open = new Set(signaturesIn(lives).map(({ nonce }) => nonce).filter((nonce) => !spent.has(nonce)))
        expect(open.size).toBeLessThanOrEqual(1)
      }
    })
  }, timeout)

  it('different articles never share a nonce', () => {
    holds('lying', (world) => {
      const [one, other] = articles.map((article) => new Set(livesOf(world, article).map(({ purchase }) => purchase.terms.nonce)))
      for (const nonce of one ?? []) expect(other?.has(nonce)).toBe(false)
    })
  }, timeout)
})

describe('several purchases of the same article, on a chain that is read truthfully', () => {
  it('never move money twice for one, nor more than agreed, nor for one that says it is void', () => {
    holds('truthful', ({ moved, lives }) => {
      for (const article of articles) {
        const own = lives.filter(({ resource }) => resource === article)
        const settled = own.filter(({ purchase }) => purchase.settlement !== null)
        const charges = [...moved.values()].filter(({ nonce }) => own.some(({ purchase }) => purchase.terms.nonce === nonce))
        // One charge more than known of at the most: that of the live one.
        const unseen = charges.length - settled.length
        expect(unseen === 0 || (unseen === 1 && own.at(-1)?.purchase.state !== 'void')).toBe(true)
      }
      for (const charge of moved.values()) {
        const payers = lives.filter(({ purchase }) => purchase.signed !== null && purchase.terms.nonce === charge.nonce)
        expect(payers.some(({ purchase }) => purchase.terms.amount === charge.value && purchase.terms.payTo === charge.to)).toBe(true)
      }
    })
  }, timeout)

  it('agree with the chain in the end: every charge is one purchase, nothing else is paid, nothing is held back', () => {
    holds('truthful', () => undefined, (world) => {
      world.seconds += 100_000
      for (const life of world.lives) look(world, life, null)
      const paid = world.lives.filter(({ purchase }) => purchase.settlement !== null)
      expect(paid.map(({ purchase }) => purchase.terms.nonce).sort()).toEqual([...world.moved.keys()].sort())
      for (const { purchase } of paid) expect(world.moved.get(purchase.terms.nonce)).toMatchObject({ value: purchase.terms.amount, to: purchase.terms.payTo })
      expect(world.lives.every(({ purchase }) => purchase.settlement !== null || purchase.state === 'void')).toBe(true)
      expect(reservedTotal(terms, world.lives.map(({ purchase }) => purchase))).toBe(0n)
    })
  }, timeout)
})

describe('several purchases of the same article, by a wallet that is brought back from its words', () => {
  /** Buys and receives until the article has a nonce that the chain has not seen: after as many times as it was charged, at the latest. */
  function countUp(world: World, article: string): void {
    for (let left = world.moved.size; world.moved.has(nextTerms(world, article, nonceOf).nonce); left -= 1) {
      if (left === 0) throw new Error('counting up comes to no end')
      const begin = new Begin(article, terms, start)
      if (begin.check(world)) begin.run(world, nonceOf)
      new Send(article).run(world)
      for (const life of livesOf(world, article)) look(world, life, null)
      for (const life of livesOf(world, article)) happen(life, { type: 'delivered', at: start })
    }
  }

  it('never make a second signature chargeable while one of any time before is not charged', () => {
    holds('forgetful', (world) => {
      for (const article of articles) {
        const own = [...world.forgotten, ...world.lives].filter(({ resource }) => resource === article)
        const open = new Set(signaturesIn(own).map(({ nonce }) => nonce).filter((nonce) => !world.moved.has(nonce)))
        expect(open.size).toBeLessThanOrEqual(1)
      }
    })
  }, timeout)

  it('come to know every charge again, each once, and nothing else', () => {
    holds('forgetful', () => undefined, (world) => {
      world.seconds += 100_000
      for (const article of articles) countUp(world, article)
      const paid = world.lives.filter(({ purchase }) => purchase.settlement !== null).map(({ purchase }) => purchase.terms.nonce)
      expect(paid.sort()).toEqual([...world.moved.keys()].sort())
    })
  }, timeout)
})
