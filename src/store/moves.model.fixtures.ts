import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { terms } from '../core/purchase/machine.fixtures'
import { anyTold, type Told } from '../core/purchase/told.model.fixtures'
import type { Cut, Disk } from './disk.model.fixtures'
import { Append, Recognise, Reserve, asPurchase, copyOf, isReadable, pick, type Asked, type Shelf, type Work } from './shelf.model.fixtures'

export type Move = fc.AsyncCommand<Shelf, Disk>

const become = (shelf: Shelf, next: Shelf): void => {
  shelf.kept.splice(0, Infinity, ...next.kept)
  for (const [network, balance] of next.balances) shelf.balances.set(network, balance)
}

/** Work that is done and ends as foreseen. */
class Do implements Move {
  constructor(readonly work: Work) {}
  check = (): boolean => true
  toString = (): string => this.work.toString()
  async run(shelf: Shelf, disk: Disk): Promise<void> {
    const got = await this.work.act(disk.books, shelf)
    expect(got, 'what came of it').toEqual(this.work.foresee(shelf))
  }
}

/** A stretch of a purchase's life, one event after the other. */
class Live implements Move {
  constructor(readonly appends: readonly Append[]) {}
  check = (): boolean => true
  toString = (): string => this.appends.join(', ')
  async run(shelf: Shelf, disk: Disk): Promise<void> {
    for (const append of this.appends) await new Do(append).run(shelf, disk)
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
    const found = orders.find(({ outcomes }) => isDeepStrictEqual(outcomes, got))
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
  toString = (): string => `crash ${this.cut} write ${this.write} of ${this.work.toString()}`

  async run(shelf: Shelf, disk: Disk): Promise<void> {
    const { got, cut } = await disk.cut(this.write, this.cut, () => this.work.act(disk.books, shelf))
    expect(got, 'what came of it').toEqual(cut ? 'rejected' : this.work.foresee(shelf))
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
  toString = (): string => `kill after ${this.turns} turns of ${this.work.toString()}`

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
    const beside = pick(shelf, this.which + 1)
    if (kept === undefined || row === undefined) return
    // What was exchanged before may be this one's own by now, and would mend it.
    const isStrange = beside !== undefined && beside !== kept && beside.snapshot
    const exchanged = (isStrange ? (await db.purchases.get(beside.id))?.body : undefined) ?? new Uint8Array()
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

/** Neither snapshot nor journal can be read any more. */
class Ruin implements Move {
  constructor(readonly which: number) {}
  check = (shelf: Shelf): boolean => pick(shelf, this.which) !== undefined
  toString = (): string => `ruin ${this.which}`

  async run(shelf: Shelf, disk: Disk): Promise<void> {
    await new DamageSnapshot(this.which, 'turned').run(shelf, disk)
    await new DamageEvent(this.which, 0).run(shelf, disk)
  }
}

/** What is known of spending is lost, or damaged: it is made again from what can be read. */
class LoseSpending implements Move {
  constructor(readonly what: 'ledger' | 'both' | 'turned') {}
  check = ({ kept }: Shelf): boolean => kept.every(isReadable)
  toString = (): string => `lose ${this.what} of spending`

  async run(_shelf: Shelf, { db }: Disk): Promise<void> {
    const row = await db.values.get('ledger')
    if (this.what === 'turned' && row !== undefined) await db.values.put({ ...row, body: turned(row.body) })
    else await db.values.delete('ledger')
    if (this.what === 'both') await db.sites.clear()
  }
}

/** Another byte in the middle, however often it is done. */
const turned = (body: Uint8Array): Uint8Array => (body.length === 0 ? Uint8Array.of(1) : body.with(body.length >> 1, ((body[body.length >> 1] ?? 0) + 1) % 256))

/** The history, read in pages of this size, one resource's part of it, and every journal. */
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
    for (const { id, history, journal } of shelf.kept) {
      if (journal) expect(await books.journal(id), 'the journal is what happened').toEqual(history)
    }
    for (const tag of new Set(shelf.kept.map((kept) => kept.tag))) {
      const own = shelf.kept.filter((kept) => kept.tag === tag && isReadable(kept)).map(asPurchase).reverse()
      expect(await books.findByResource(tag), 'the history of one resource').toEqual(own)
    }
  }
}

const which = fc.oneof(fc.constant(0), fc.constant(0), fc.nat(7))
const anyAsked: fc.Arbitrary<Asked> = fc.record({
  id: fc.nat(20).map((n) => `p${n}`),
  thing: fc.constantFrom('wren', 'robin'),
  amount: fc.constantFrom(30_000n, 50_000n, 70_000n),
  network: fc.constantFrom(terms.network, terms.network, 'eip155:8453' as const),
  counter: fc.constantFrom(0, 1, 2),
})
const anyBalance = fc.constantFrom(0n, 49_999n, 50_000n, 100_000n, 150_000n, 150_000n)
const anyReserve = fc.tuple(anyAsked, anyBalance).map((given) => new Reserve(...given))
const anyRecognise = anyAsked.map((asked) => new Recognise(asked))
const anyAppend = fc.tuple(which, anyTold()).map((given) => new Append(...given))
/** How lives go when nothing odd happens: as far as each comes, they end in money, in nothing, or in between. */
const lives = [
  ['signed', 'sent', 'answered', 'settled', 'delivered'],
  ['signed', 'sent', 'interrupted', 'settled', 'sent', 'answered'],
  ['signed', 'sent', 'answered', 'signed', 'sent', 'expired'],
  ['signed', 'expired'],
  ['signed', 'sent', 'settled', 'refunded', 'refunded'],
] as const satisfies readonly (readonly Told['type'][])[]
const anyLife = fc
  .tuple(which, fc.constantFrom<readonly Told['type'][]>(...lives), fc.integer({ min: 1, max: 6 }))
  .chain(([which, life, length]) => fc.tuple(...life.slice(0, length).map((type) => anyTold([type]).map((told) => new Append(which, told)))))
/** Two events that both fit, or one that leaves no room for the other. */
const anyRivals = fc
  .tuple(which, anyTold(['signed', 'signed', 'expired', 'settled']), anyTold(['signed', 'signed', 'expired', 'interrupted']))
  .map(([which, one, other]): [Work, Work] => [new Append(which, one), new Append(which, other)])
const anyWork: fc.Arbitrary<Work> = fc.oneof({ weight: 3, arbitrary: anyReserve }, { weight: 6, arbitrary: anyAppend }, { weight: 1, arbitrary: anyRecognise })

/** The move, left out where it would bring a void purchase back beside a later one or beyond the balance (purchases.model.test.ts, last). */
function harmless(move: Move, works: readonly Work[]): Move {
  return { check: (shelf) => move.check(shelf) && !revivesOneOf(shelf, works), toString: () => move.toString(), run: (...given) => move.run(...given) }
}

/** Whatever may befall the books. */
export function anyMoves(): fc.Arbitrary<Iterable<Move>> {
  const reserve = anyReserve.map((one) => new Do(one))
  const work = anyWork.map((one) => harmless(new Do(one), [one]))
  const life = anyLife.map((appends) => harmless(new Live(appends), appends))
  const connections = fc.constantFrom<1 | 2>(1, 2)
  const cut = fc.constantFrom<Cut>('before', 'after', 'abort')
  const moves = [
    reserve, reserve, reserve, work, work, life, life, life,
    fc.tuple(fc.oneof(fc.tuple(anyWork, anyWork), anyRivals, anyRivals, anyRivals), connections).map(([works, over]) => harmless(new AtOnce(works, over), works)),
    fc.tuple(fc.oneof(fc.tuple(anyReserve, anyReserve), fc.tuple(anyRecognise, anyRecognise)), connections).map((given) => new AtOnce(...given)),
    fc.tuple(anyWork, fc.nat(3), cut).map((given) => harmless(new Crash(...given), [given[0]])),
    fc.tuple(anyWork, fc.nat(12)).map((given) => harmless(new Kill(...given), [given[0]])),
    fc.constant(new Reopen()),
    fc.tuple(which, fc.constantFrom<DamageSnapshot['how']>('turned', 'emptied', 'exchanged')).map((given) => new DamageSnapshot(...given)),
    fc.tuple(which, fc.nat(9)).map((given) => new DamageEvent(...given)),
    which.map((given) => new Ruin(given)),
    fc.constantFrom<LoseSpending['what']>('ledger', 'both', 'turned').map((given) => new LoseSpending(given)),
    fc.integer({ min: 1, max: 5 }).map((limit) => new ReadAll(limit)),
  ]
  return fc.commands<Shelf, Disk, false>(moves, { maxCommands: 40, size: 'max' })
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
