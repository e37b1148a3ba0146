import { describe, expect, it, vi } from 'vitest'
import { madePayments } from '../../../demo/books/payments'
import { writePayments } from '../../../demo/books/write'
import { findNetwork } from '../../core/networks/networks'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { DisputeRepository } from '../../store/disputes'
import { ExportLinesStore } from '../../store/export-lines'
import { labelRepository } from '../../store/labels'
import { purchaseRepository } from '../../store/purchases'
import { LockedError } from '../../vault/locked-error'
import type { Books } from '../books'
import { LinesKeeper } from './lines-keeper'

const second = 1_000

/** Time that passes only while somebody sleeps. */
class StillClock {
  time = 0
  slept = 0
  /** Happens during the sleep that ends after it. */
  readonly during: { readonly at: number; readonly what: () => void }[] = []
  readonly now = () => this.time
  readonly sleep = async (milliseconds: number): Promise<void> => {
    this.time += milliseconds
    this.slept += 1
    for (const one of this.during.splice(0)) {
      if (one.at <= this.time) one.what()
      else this.during.push(one)
    }
  }
}

async function yearsOf(payments: number) {
  const [db, sealer, network] = [newDatabase(), newSealer(), findNetwork('eip155:31337')]
  if (network === undefined) throw new Error('it is known')
  const payer = `0x${'1'.repeat(40)}` as const
  await writePayments(db, sealer, madePayments({ payments, seed: 1821, until: Date.UTC(2026, 9, 1), network, payer, hand: null }), true)
  const books = { purchases: purchaseRepository(db, sealer), labels: labelRepository(db, sealer), disputes: new DisputeRepository(db, sealer), exportLines: new ExportLinesStore(db, sealer) } as unknown as Books
  const clock = new StillClock()
  const kept = () => books.exportLines.kept()
  return { db, sealer, books, clock, kept, keeper: new LinesKeeper(async () => books, clock) }
}

describe('lines of the export document, while nobody asks for anything', () => {
  it('are made of every part but the newest, once, in small steps, and again where something changed', async () => {
    const { db, books, clock, kept, keeper } = await yearsOf(1_100)
    await keeper.heard()
    expect(await kept()).toEqual(new Set([0, 1]))
    expect(clock.slept, 'a dozen at a time').toBeGreaterThan(80)
    const opened = vi.spyOn(books.purchases, 'stories')
    clock.time += 61 * second
    await keeper.heard()
    expect(opened).not.toHaveBeenCalled()
    const [first] = await db.purchases.orderBy('order').limit(1).primaryKeys()
    await books.labels.write(first ?? '', { note: 'Read again in spring', tags: [] })
    expect(await kept()).toEqual(new Set([1]))
    await keeper.heard()
    expect(await kept(), 'looked at a moment ago').toEqual(new Set([1]))
    clock.time += 61 * second
    await keeper.heard()
    expect(await kept()).toEqual(new Set([0, 1]))
  })

  it('wait until two seconds after the last question, also in the middle of a part', async () => {
    const { books, clock, keeper } = await yearsOf(520)
    const opened: number[] = []
    const stories = books.purchases.stories.bind(books.purchases)
    vi.spyOn(books.purchases, 'stories').mockImplementation((asked) => {
      opened.push(clock.time)
      if (opened.length === 5) clock.during.push({ at: clock.time, what: () => void keeper.heard() })
      return stories(asked)
    })
    clock.during.push({ at: 2 * second, what: () => void keeper.heard() })
    await keeper.heard()
    expect(opened[0]).toBe(4 * second)
    expect(Math.max(...opened.map((time, at) => time - (opened[at - 1] ?? time)))).toBe(2 * second)
  })

  it('of a locked wallet are left alone, and nothing of a part that was half made looks like one', async () => {
    const { db, books, clock, kept, keeper } = await yearsOf(520)
    await new LinesKeeper(async () => null, clock).heard()
    vi.spyOn(books.purchases, 'stories').mockRejectedValueOnce(new LockedError())
    await keeper.heard()
    expect(await kept()).toEqual(new Set())
    expect(await db.exportLines.count(), 'begun').toBe(1)
    clock.time += 61 * second
    await keeper.heard()
    expect(await kept()).toEqual(new Set([0]))
    expect(await db.exportLines.count()).toBe(1)
  })
})
