import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsOf } from '../core/purchase/machine.model.fixtures'
import { afterExpiry, authorization, expired, signed, start, terms } from '../core/purchase/machine.fixtures'
import type { Purchase } from '../core/purchase/purchase'
import { modelRuns } from '../core/purchase/runs.model.fixtures'
import { reservedTotal } from '../core/spending/reserved'
import { Disk } from './disk.model.fixtures'
import { anyMoves, type Move } from './moves.model.fixtures'
import { asPurchase, counting, held, isOver, isReadable, type Shelf } from './shelf.model.fixtures'

const { numRuns, timeout } = modelRuns(40)

/** Everything that must hold of the books at any moment. */
async function audit(shelf: Shelf, { db, books }: Disk): Promise<void> {
  const rows = await db.purchases.orderBy('order').toArray()
  expect(rows.map(({ id, order }) => [id, order]), 'no purchase that was begun disappears').toEqual(shelf.kept.map(({ id }, at) => [id, at + 1]))

  const live = rows.filter((row) => row.live === 1)
  expect(new Set(live.map(({ resourceTag }) => resourceTag)).size, 'one live purchase of one resource').toBe(live.length)
  expect(live.map(({ id }) => id), 'the live ones are marked').toEqual(shelf.kept.filter((kept) => !isOver(kept)).map(({ id }) => id))
  for (const [network, balance] of shelf.balances) expect(held(shelf, network) <= balance, 'no more is held back than there is').toBe(true)

  for (const network of new Set(shelf.kept.map(({ history }) => termsOf(history).network))) {
    const { all } = await books.overview({ network, asset: terms.asset }, '2025-10-09')
    expect(all.reduce((sum, { held, paid }) => sum + held + paid, 0n), 'what counts against limits is what is held back and what was paid').toBe(counting(shelf, network))
  }

  const readable = shelf.kept.filter(isReadable)
  expect(await books.live(), 'the live ones').toEqual(readable.filter((kept) => !isOver(kept)).map(asPurchase))
  for (const kept of shelf.kept) {
    const purchase = await books.get(kept.id)
    const how = kept.snapshot ? 'the snapshot' : 'a damaged snapshot, read from the journal,'
    expect(purchase, `${how} is what happened`).toEqual(isReadable(kept) ? asPurchase(kept) : null)
    const rebuilt = await books.rebuild(kept.id)
    if (kept.journal) expect(rebuilt, 'the journal gives the purchase').toEqual({ ok: true, value: purchase })
    else expect(rebuilt, 'a damaged journal is noticed').toEqual({ ok: false, error: 'damaged' })
  }
}

/** The moves, each followed by the audit. */
function* audited(moves: Iterable<Move>): Iterable<Move> {
  for (const move of moves) {
    yield {
      check: (shelf) => move.check(shelf),
      toString: () => move.toString(),
      async run(shelf, disk) {
        await move.run(shelf, disk)
        await audit(shelf, disk)
      },
    }
  }
}

describe('the books, through reservations, events, crashes, damage and restarts in any order', () => {
  it('keep every purchase as it happened, one live a resource, within the balance', async () => {
    await fc.assert(
      fc.asyncProperty(anyMoves(), async (moves) => {
        const disk = new Disk()
        await fc.asyncModelRun(() => ({ model: { kept: [], balances: new Map<string, bigint>() }, real: disk }), audited(moves))
        await disk.db.delete()
      }),
      { numRuns },
    )
  }, timeout)
})

/** Found by the moves above, once: a void purchase could be signed again beside whatever was begun since. */
describe('a void purchase that is signed again', () => {
  const later = { ...authorization, validBefore: authorization.validBefore + 600n }

  /** All the money goes to one purchase, it turns void, all the money goes to the next, and the first is signed again. */
  async function signedAgain(nextThing: string): Promise<readonly Purchase[]> {
    const { books } = new Disk()
    const reserve = (id: string, thing: string) => books.reserve({ id, terms, resourceTag: thing, balance: terms.amount, at: start })
    const begun = [await reserve('first', 'wren'), await books.append('first', signed), await books.append('first', expired), await reserve('next', nextThing)]
    if (begun.some(({ ok }) => !ok)) throw new Error('the first is void and the next has begun')
    await books.append('first', { ...signed, at: afterExpiry, authorization: later })
    return books.live()
  }

  it('does not stand beside a later one of the same resource', async () => {
    expect((await signedAgain('wren')).map(({ id }) => id)).toEqual(['next'])
  })

  it('does not hold back what another holds back since', async () => {
    expect(reservedTotal(terms, await signedAgain('robin'))).toBe(terms.amount)
  })
})
