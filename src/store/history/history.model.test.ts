import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOnly, recordOf, type HistoryRecord } from '../../core/history/entry'
import { totalsOf, type ToCount } from '../../core/history/totals'
import { start, terms } from '../../core/purchase/machine.fixtures'
import { modelRuns } from '../../core/purchase/runs.model.fixtures'
import { newSealer } from '../database.fixtures'
import { Disk } from '../disk.model.fixtures'
import { anyMoves, type Move } from '../moves.model.fixtures'
import { pick, type Shelf } from '../shelf.model.fixtures'
import { historyDesk, type HistoryDesk } from './history.fixtures'

const { numRuns, timeout } = modelRuns(25)

/** Something that befalls the history between two moves of the books. */
type Befalls =
  | { readonly what: 'looked' }
  | { readonly what: 'labelled'; readonly which: number; readonly note: string | null }
  | { readonly what: 'damaged' | 'lost' | 'emptied' }

const anyBefalls: fc.Arbitrary<Befalls> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ what: 'looked' as const }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('labelled' as const), which: fc.nat(7), note: fc.option(fc.constantFrom('train', 'garden')) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('damaged' as const, 'lost' as const, 'emptied' as const) }) },
)

/** The history of one worker, for as long as that lives. */
class Histories {
  readonly #desks = new WeakMap<object, HistoryDesk>()

  of({ db }: Disk): HistoryDesk {
    const desk = this.#desks.get(db) ?? historyDesk(db, newSealer())
    this.#desks.set(db, desk)
    return desk
  }
}

/** What the payments tell when every one of them is read. */
async function scanned({ db, books }: Disk, { labels }: HistoryDesk): Promise<readonly HistoryRecord[]> {
  const rows = await db.purchases.orderBy('order').toArray()
  const read = await Promise.all(rows.map(async (row) => ({ row, purchase: await books.get(row.id) })))
  return Promise.all(read.flatMap(({ row, purchase }) => (purchase === null ? [] : [labels.read(row.id).then((label) => recordOf(purchase, row.order, label))])))
}

const ever = (toCount: ToCount) => {
  const { ever: paid, held } = totalsOf(toCount, terms, 'years', start, () => 0)
  return { paid, held }
}

async function recordsOf({ history }: HistoryDesk): Promise<readonly HistoryRecord[]> {
  const all: HistoryRecord[] = []
  for await (const some of history.records()) all.push(...some)
  return all
}

/** The history tells what the payments tell; of those that nobody can read any more it may know what they were. */
async function audit(disk: Disk, desk: HistoryDesk): Promise<void> {
  const expected = await scanned(disk, desk)
  const counted = await Promise.all([start + 3, Infinity].map((from) => desk.history.since(from)))
  const entries = await desk.history.entries()
  const readable = new Set(expected.map(({ id }) => id))
  // Where all can be read, sums tell as much.
  if (entries.length === expected.length) for (const since of counted) expect(ever(since)).toEqual(ever({ payments: entries, earlier: [] }))
  expect(entries.filter(({ id }) => readable.has(id))).toEqual(expected.map(entryOnly))
  expect((await recordsOf(desk)).filter(({ id }) => readable.has(id))).toEqual(expected)
  const there = new Set(await disk.db.purchases.toCollection().primaryKeys())
  for (const { id } of entries) expect(there).toContain(id)
}

async function befall(one: Befalls, shelf: Shelf, disk: Disk, desk: HistoryDesk): Promise<void> {
  const row = await disk.db.history.get(0)
  switch (one.what) {
    case 'looked':
      return audit(disk, desk)
    case 'labelled':
      await desk.labels.write(pick(shelf, one.which)?.id ?? '', { note: one.note, tags: [] })
      return
    case 'damaged':
      if (row !== undefined) await disk.db.history.put({ ...row, body: row.body.map((byte, at) => (at === 30 ? byte ^ 1 : byte)) })
      return
    case 'lost':
      return disk.db.history.clear()
    case 'emptied':
      if (row !== undefined) await disk.db.history.put({ ...row, body: new Uint8Array() })
      return
  }
}

/** The moves, and between them what befalls the history. */
function* between(moves: Iterable<Move>, befalls: readonly Befalls[], histories: Histories): Iterable<Move> {
  let next = 0
  for (const move of moves) {
    const one = befalls[(next += 1) % befalls.length]
    yield {
      check: (shelf) => move.check(shelf),
      toString: () => `${move.toString()}, then ${JSON.stringify(one)}`,
      async run(shelf, disk) {
        await move.run(shelf, disk)
        if (one !== undefined) await befall(one, shelf, disk, histories.of(disk))
      },
    }
  }
}

describe('the history, through reservations, events, labels, crashes, damage and restarts in any order', () => {
  it('tells what the payments tell, and nothing of those that were taken away', async () => {
    await fc.assert(
      fc.asyncProperty(anyMoves(), fc.array(anyBefalls, { minLength: 1, maxLength: 30 }), fc.array(fc.nat(7), { maxLength: 4 }), async (moves, befalls, gone) => {
        const disk = new Disk()
        const histories = new Histories()
        await fc.asyncModelRun(() => ({ model: { kept: [], balances: new Map<string, bigint>() }, real: disk }), between(moves, befalls, histories))
        await audit(disk, histories.of(disk))
        const rows = await disk.db.purchases.toArray()
        for (const at of gone) await disk.db.purchases.delete(rows[at % Math.max(1, rows.length)]?.id ?? '')
        await audit(disk, histories.of(disk))
        await disk.reopen()
        await audit(disk, histories.of(disk))
        await disk.db.delete()
      }),
      { numRuns },
    )
  }, timeout)
})
