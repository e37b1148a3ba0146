import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { mostRecords, openRecords, type PurchaseRecord } from './records'
import { FakeStorage, local } from './tag.fixtures'

const day = 24 * 3600 * 1000
const now = Date.UTC(2027, 4, 1)
const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000)

/** Begun that many days ago, signed for a minute, and sent. */
const begun = (daysAgo: number, more: Partial<PurchaseRecord> = {}): PurchaseRecord => ({
  v: 1,
  network: local.id,
  payer: `0x${'1'.repeat(40)}`,
  nonce: `0x${'2'.repeat(64)}`,
  validBefore: seconds(now - daysAgo * day) + 60,
  at: now - daysAgo * day,
  sent: ['header'],
  navigations: 1,
  isBought: false,
  ...more,
})
const bought = (daysAgo: number) => begun(daysAgo, { isBought: true })
const unsent = (daysAgo: number) => begun(daysAgo, { sent: [], validBefore: 0 })

let storage: FakeStorage
beforeEach(() => {
  storage = new FakeStorage()
})
const open = () => openRecords(() => storage, () => now)
/** Puts records under /0, /1 and so on, as if they had been kept over the years; then one more is begun. */
function fill(...records: readonly PurchaseRecord[]): readonly number[] {
  for (const [place, record] of records.entries()) storage.setItem(`farthing:/${place}`, JSON.stringify(record))
  expect(open().write('/new', begun(0))).toBe(true)
  return records.flatMap((_, place) => (open().read(`/${place}`) === null ? [] : [place]))
}

describe('what is remembered of purchases', () => {
  it('has no age where it was bought, and only the oldest of too many goes', () => {
    expect(fill(bought(4000), bought(1))).toEqual([0, 1])
    storage.clear()
    const kept = fill(...Array.from({ length: mostRecords + 3 }, (_, place) => bought(place === 7 ? 9000 : place + 1)))
    expect(kept).toHaveLength(mostRecords - 1)
    expect(kept).not.toContain(7)
    expect(kept.at(-1)).toBe(mostRecords - 1)
  })

  it('goes after a day where nothing was sent, and after three months where nothing has come for it', () => {
    expect(fill(unsent(0.5), unsent(2), begun(89), begun(92))).toEqual([0, 2])
  })

  it('never gives up what can still be charged for what is over', () => {
    const kept = fill(begun(0.1), ...Array.from({ length: mostRecords }, () => bought(0)), unsent(0.2))
    expect(kept).toContain(0)
    expect(kept).toContain(mostRecords + 1)
    expect(kept).toHaveLength(mostRecords - 1)
  })

  it('is not looked through where a purchase only goes on', () => {
    storage.setItem('farthing:/old', JSON.stringify(unsent(9)))
    storage.setItem('farthing:/on', JSON.stringify(begun(1)))
    open().write('/on', bought(1))
    expect(open().read('/old')).not.toBeNull()
  })

  it('leaves alone what it does not know: the site’s own, and what a later script has kept', () => {
    const others = { settings: 'dark', 'farthing:theme': 'x', 'farthing:/later': JSON.stringify({ ...bought(1), v: 2 }) }
    for (const [name, value] of Object.entries(others)) storage.setItem(name, value)
    fill(...Array.from({ length: mostRecords + 1 }, () => unsent(9)))
    for (const [name, value] of Object.entries(others)) expect(storage.getItem(name)).toBe(value)
  })

  it('is never more than the bound, in whatever order it came, and always has what was written last', () => {
    const kinds = fc.constantFrom(bought, unsent, begun)
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 5000 })), { maxLength: 2 * mostRecords }), (past) => {
        storage.clear()
        fill(...past.map(([kind, daysAgo]) => kind(daysAgo)))
        expect(storage.length).toBeLessThanOrEqual(mostRecords)
        expect(open().read('/new')).not.toBeNull()
      }),
      { numRuns: 30 },
    )
  })

  it('is refused where it cannot be kept', () => {
    storage.isFull = true
    expect(open().write('/new', begun(0))).toBe(false)
  })
})
