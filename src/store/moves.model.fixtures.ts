import fc from 'fast-check'
import { expect } from 'vitest'
import { terms } from '../core/purchase/machine.fixtures'
import { anyTold } from '../core/purchase/told.model.fixtures'
import type { Cut, Disk } from './disk.model.fixtures'
import { Append, Reserve, asPurchase, copyOf, isReadable, pick, type Shelf, type Work } from './shelf.model.fixtures'

export type Move = fc.AsyncCommand<Shelf, Disk>

const become = (shelf: Shelf, next: Shelf): void => {
  shelf.kept.splice(0, Infinity, ...next.kept)
  for (const [network, balance] of next.balances) shelf.balances.set(network, balance)
}

/** Work that is done and ends as foreseen. */
class Do implements Move {
  constructor(readonly work: Work) {}
  check = (): boolean => true
  toString = (): string => String(this.work)
  async run(shelf: Shelf, disk: Disk): Promise<void> {
    const got = await this.work.act(disk.books, shelf)
    expect(got, 'what came of it').toEqual(this.work.foresee(shelf))
  }
}

/** Two at the same moment, in one worker or in two: as if one had come after the other. */
class AtOnce implements Move {
  constructor(
    readonly works: readonly [Work, Work],
    readonly connections: 1 | 2,
  ) {}
  check = (): boolean => true
  toString = (): string => `at once over ${this.connections}: ${this.works.join(' & ')}`

  async run(shelf: Shelf, disk: Disk): Promise<void> {
    const [one, two] = this.works
    const other = disk.beside()
    const got = await Promise.all([one.act(disk.books, shelf), two.act(this.connections === 1 ? disk.books : other.books, shelf)])
    other.close()
    const orders = [false, true].map((reversed) => foreseen(shelf, this.works, reversed))
    const found = orders.find(({ outcomes }) => fc.stringify(outcomes) === fc.stringify(got))
    expect(found?.outcomes, 'what came of two at once').toBeDefined()
    if (found !== undefined) become(shelf, found.after)
  }
}

function foreseen(shelf: Shelf, [one, two]: readonly [Work, Work], reversed: boolean) {
  const after = copyOf(shelf)
  if (!reversed) return { outcomes: [one.foresee(after), two.foresee(after)], after }
  const second = two.foresee(after)
  return { outcomes: [one.foresee(after), second], after }
}

/** Work that is cut at one of its writes: nothing of it is left, and the worker is gone. */
class Crash implements Move {
  constructor(
    readonly work: Work,
    readonly write: number,
    readonly cut: Cut,
  ) {}
  check = (): boolean => true
  toString = (): string => `crash ${this.cut} write ${this.write} of ${String(this.work)}`

  async run(shelf: Shelf, disk: Disk): Promise<void> {
    const cut = await disk.cut(this.write, this.cut, async () => {
      const got = await this.work.act(disk.books, shelf)
      if (got !== 'rejected') expect(got, 'what came of work that was not cut').toEqual(this.work.foresee(shelf))
    })
    // A cut that is not felt would have the caller believe in what is not on the disk; the audit finds it.
    if (cut) await disk.reopen()
  }
}

/** The worker dies some turns after it began: the work was done, or nothing of it. */
class Kill implements Move {
  constructor(
    readonly work: Work,
    readonly turns: number,
  ) {}
  check = (): boolean => true
  toString = (): string => `kill after ${this.turns} turns of ${String(this.work)}`

  async run(shelf: Shelf, disk: Disk): Promise<void> {
    const before = await disk.db.journal.count()
    const pending = this.work.act(disk.books, shelf)
    for (let turn = 0; turn < this.turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    disk.db.close()
    const got = await pending
    await disk.reopen()
    const after = copyOf(shelf)
    const expected = this.work.foresee(after)
    if (got !== 'rejected') expect(got, 'what came of it').toEqual(expected)
    const done = (await disk.db.journal.count()) > before
    if (got !== 'rejected' && got.ok) expect(done, 'what was confirmed is on the disk').toBe(true)
    if (done) become(shelf, after)
  }
}

class Reopen implements Move {
  check = (): boolean => true
  toString = (): string => 'reopen'
  run = (_: Shelf, disk: Disk): Promise<void> => disk.reopen()
}

/** Bits of a snapshot turn, it is emptied, or that of another purchase lies in its place. */
class DamageSnapshot implements Move {
  constructor(
    readonly which: number,
    readonly how: 'turned' | 'emptied' | 'exchanged',
  ) {}
  check = (shelf: Shelf): boolean => pick(shelf, this.which) !== undefined
  toString = (): string => `snapshot ${this.which} ${this.how}`

  async run(shelf: Shelf, { db }: Disk): Promise<void> {
    const kept = pick(shelf, this.which)
    const row = await db.purchases.get(kept?.id ?? '')
    const other = await db.purchases.get(pick(shelf, this.which + 1)?.id ?? '')
    if (kept === undefined || row === undefined) return
    const exchanged = other?.id === row.id ? new Uint8Array() : (other?.body ?? new Uint8Array())
    const body = { turned: turned(row.body), emptied: new Uint8Array(), exchanged }[this.how]
    await db.purchases.put({ ...row, body })
    kept.snapshot = false
  }
}

/** Bits of an event turn. */
class DamageEvent implements Move {
  constructor(
    readonly which: number,
    readonly seq: number,
  ) {}
  check = (shelf: Shelf): boolean => pick(shelf, this.which) !== undefined
  toString = (): string => `event ${this.seq} of ${this.which} turned`

  async run(shelf: Shelf, { db }: Disk): Promise<void> {
    const kept = pick(shelf, this.which)
    const row = kept === undefined ? undefined : await db.journal.get([kept.id, this.seq % kept.history.length])
    if (kept === undefined || row === undefined) return
    await db.journal.put({ ...row, body: turned(row.body) })
    kept.journal = false
  }
}

const turned = (body: Uint8Array): Uint8Array => (body.length === 0 ? Uint8Array.of(1) : body.with(body.length >> 1, (body[body.length >> 1] ?? 0) ^ 0x10))

/** The history, read in pages of this size, and one resource's part of it. */
class ReadAll implements Move {
  constructor(readonly limit: number) {}
  check = (): boolean => true
  toString = (): string => `pages of ${this.limit}`

  async run(shelf: Shelf, { books }: Disk): Promise<void> {
    const expected = shelf.kept.filter(isReadable).map(asPurchase).reverse()
    let before: number | null = null
    do {
      const page: Awaited<ReturnType<typeof books.list>> = await books.list({ before, limit: this.limit })
      expect(page.purchases, 'a page of the history').toEqual(expected.splice(0, this.limit))
      before = page.next
    } while (before !== null)
    expect(expected, 'what no page showed').toEqual([])
    for (const tag of new Set(shelf.kept.map((kept) => kept.tag))) {
      const own = shelf.kept.filter((kept) => kept.tag === tag && isReadable(kept)).map(asPurchase).reverse()
      expect(await books.findByResource(tag), 'the history of one resource').toEqual(own)
    }
  }
}

const which = fc.oneof(fc.constant(0), fc.constant(0), fc.nat(7))
const anyReserve = fc
  .tuple(
    fc.nat(40).map((n) => `p${n}`),
    fc.constantFrom('wren', 'robin', 'swift'),
    fc.record({ amount: fc.constantFrom(30_000n, 50_000n, 70_000n), network: fc.constantFrom(terms.network, terms.network, 'eip155:8453' as const) }),
    fc.constantFrom(0n, 49_999n, 50_000n, 100_000n, 150_000n),
  )
  .map((given) => new Reserve(...given))
const anyAppend = fc.tuple(which, anyTold()).map((given) => new Append(...given))
const anyWork: fc.Arbitrary<Work> = fc.oneof(anyReserve, anyAppend, anyAppend)

/** Whatever may befall the books. `revivals`: also what brings a void purchase back beside a later one or beyond the balance. */
export function anyMoves(revivals: 'any' | 'harmless'): fc.Arbitrary<Iterable<Move>> {
  const harmless = (move: Move, works: readonly Work[]): Move =>
    revivals === 'any' ? move : { check: (shelf) => move.check(shelf) && !revivesOneOf(shelf, works), toString: () => move.toString(), run: (...given) => move.run(...given) }
  const work = anyWork.map((one) => harmless(new Do(one), [one]))
  const reserve = anyReserve.map((one) => new Do(one))
  const crash = fc.tuple(anyWork, fc.nat(3), fc.constantFrom<Cut>('before', 'after', 'abort'))
  const moves = [
    reserve, reserve, work, work, work,
    fc.tuple(fc.tuple(anyWork, anyWork), fc.constantFrom(1 as const, 2 as const)).map(([works, connections]) => harmless(new AtOnce(works, connections), works)),
    fc.tuple(fc.tuple(anyReserve, anyReserve), fc.constantFrom(1 as const, 2 as const)).map(([works, connections]) => new AtOnce(works, connections)),
    crash.map((given) => harmless(new Crash(...given), [given[0]])),
    fc.tuple(anyWork, fc.nat(12)).map((given) => harmless(new Kill(...given), [given[0]])),
    fc.constant(new Reopen()),
    fc.tuple(which, fc.constantFrom('turned', 'emptied', 'exchanged')).map((given) => new DamageSnapshot(...given)),
    fc.tuple(which, fc.nat(9)).map((given) => new DamageEvent(...given)),
    fc.integer({ min: 1, max: 5 }).map((limit) => new ReadAll(limit)),
  ]
  return fc.commands<Shelf, Disk>(moves, { maxCommands: 30, size: 'max' })
}

/** In whatever order they come. */
function revivesOneOf(shelf: Shelf, works: readonly Work[]): boolean {
  return [works, works.toReversed()].some((order) => {
    const copy = copyOf(shelf)
    return order.some((work) => {
      const revives = work.revives(copy)
      work.foresee(copy)
      return revives
    })
  })
}
