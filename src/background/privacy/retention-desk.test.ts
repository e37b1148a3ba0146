import { beforeEach, describe, expect, it, vi } from 'vitest'

const alarms: string[] = []
vi.mock('../../platform/browser', () => ({ browser: { alarms: { create: async (name: string) => void alarms.push(name) } } }))

import { contentRepository } from '../../store/contents'
import { copyRepository } from '../../store/copies'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { keepsakes } from '../../store/keepsakes'
import { purchaseRepository } from '../../store/purchases'
import { securityLog } from '../../store/security-log'
import type { Books } from '../books'
import type { ForgettingDesk } from './forgetting-desk'
import { RetentionDesk } from './retention-desk'

const now = Date.UTC(2026, 10, 29, 12)
const day = 24 * 3_600_000
let isOpen = true
let asked: number[] = []

/** @param chainAt the time of the latest block; so late that the clock alone decides, where a test is not about it */
async function setUp(chainAt: number = now + 1_000 * day) {
  const [db, sealer] = [newDatabase(), newSealer()]
  const books = { purchases: purchaseRepository(db, sealer), contents: contentRepository(db, sealer), copies: copyRepository(db, sealer), security: securityLog(db, sealer), keepsakes: keepsakes(db, sealer) }
  const desk = new RetentionDesk(async () => (isOpen ? (books as unknown as Books) : null), { letGoBefore: async (at: number) => void asked.push(at) } as unknown as ForgettingDesk)
  if (chainAt > 0) await desk.saw(chainAt)
  return { books, desk }
}

beforeEach(() => {
  isOpen = true
  asked = []
})

const watched = (at: number) => ({ at, site: 'news.example', amount: 1n, purchase: null, outcome: 'declined' as const, reasons: ['Odd.'] })

describe('what has been kept as long as it is to be kept', () => {
  it('goes to the moment, kind by kind; payments and copies stay where nothing was chosen', async () => {
    const { books, desk } = await setUp()
    for (const at of [now - 180 * day - 1, now - 180 * day]) await books.purchases.watch.write(watched(at))
    await books.security.add([{ at: now - 365 * day - 1, kind: 'unlocked', way: 'password' }, { at: now - 365 * day, kind: 'unlocked', way: 'password' }])
    await books.keepsakes.wishes.change(() => ({ wishes: [{ site: 'a.example', at: '2025-11-29' }, { site: 'b.example', at: '2025-11-30' }] }))
    await books.contents.save('tag', { html: 'x', savedAt: 1 })
    await desk.sweep(now)
    expect((await books.purchases.watch.log()).map(({ at }) => at)).toEqual([now - 180 * day])
    expect((await books.security.latest(9)).map(({ at }) => at)).toEqual([now - 365 * day])
    expect((await books.keepsakes.wishes.read())?.wishes.map(({ site }) => site)).toEqual(['b.example'])
    expect(await books.contents.read('tag')).not.toBeNull()
    expect(asked).toEqual([])
  })

  it('goes as soon as a shorter time is chosen, and stays where a longer one is', async () => {
    const { books, desk } = await setUp()
    await desk.sweep(now)
    await books.contents.save('old', { html: 'x', savedAt: now - 30 * day - 1 })
    await books.contents.save('young', { html: 'x', savedAt: now - 30 * day })
    const card = { byline: null, lang: null, dir: null, left: 0 }
    for (const [tag, savedAt] of [['old', now - 30 * day - 1], ['young', now - 30 * day]] as const) await books.copies.save(tag, { card: { ...card, savedAt }, html: 'x', pictures: [] }, 10 ** 9)
    await desk.choose('payments', 365, now)
    expect(asked).toEqual([now - 365 * day])
    await desk.choose('copies', 30, now)
    expect([await books.contents.read('old'), await books.copies.has('old')]).toEqual([null, false])
    expect([(await books.contents.read('young')) === null, await books.copies.has('young')]).toEqual([false, true])
    await books.purchases.watch.write(watched(now - 400 * day))
    await desk.choose('watch', null, now)
    expect(await books.purchases.watch.log()).toHaveLength(1)
    expect(await desk.chosen()).toEqual({ payments: 365, copies: 30, watch: null, door: 365, wishes: 365 })
    expect([await desk.isShorter('payments', 364), await desk.isShorter('payments', 365), await desk.isShorter('payments', null), await desk.isShorter('watch', 3650)]).toEqual([true, false, false, true])
  })

  it('is looked for once a day, and a clock that was set back does not put it off', async () => {
    const { books, desk } = await setUp()
    await desk.choose('payments', 365, now)
    await desk.sweep(now + 19 * 3_600_000)
    expect(asked).toHaveLength(1)
    await desk.sweep(now + 20 * 3_600_000)
    expect(asked).toHaveLength(2)
    await desk.sweep(now - 400 * day)
    expect(asked).toHaveLength(3)
    expect((await books.keepsakes.retention.read())?.sweptAt).toBe(now - 400 * day)
  })

  it('stays where the clock alone was set forward: nothing goes before the chain says that so much time has passed', async () => {
    const { books, desk } = await setUp(now)
    await desk.choose('payments', 365, now)
    for (const at of [now - 180 * day - 1, now - 180 * day]) await books.purchases.watch.write(watched(at))
    asked = []
    await desk.sweep(now + 5 * 365 * day)
    expect(asked).toEqual([now - 365 * day])
    expect((await books.purchases.watch.log()).map(({ at }) => at)).toEqual([now - 180 * day])
    await desk.choose('payments', 90, now + 5 * 365 * day)
    expect(asked.at(-1), 'nor where the reader chooses a shorter time').toBe(now - 90 * day)
    await desk.saw(now + 2 * day)
    await desk.sweep(now + 5 * 366 * day)
    expect(asked.at(-1)).toBe(now + 2 * day - 90 * day)
  })

  it('stays where the chain alone is ahead, which an endpoint may say falsely', async () => {
    const { desk } = await setUp(now + 3_000 * day)
    await desk.choose('payments', 365, now)
    expect(asked).toEqual([now - 365 * day])
  })

  it('stays as long as no block was ever seen, and the chain’s time never goes back', async () => {
    const { books, desk } = await setUp(0)
    await desk.choose('payments', 365, now)
    await desk.sweep(now + 900 * day)
    expect(asked).toEqual([])
    await desk.saw(now)
    await desk.saw(now - 50 * day)
    expect((await books.keepsakes.retention.read())?.chainAt).toBe(now)
    await desk.sweep(now)
    expect(asked).toEqual([now - 365 * day])
    isOpen = false
    await desk.saw(now + 9 * day)
    isOpen = true
    expect((await books.keepsakes.retention.read())?.chainAt, 'nothing is written by a locked wallet').toBe(now)
  })

  it('is left alone while the wallet is locked', async () => {
    const { desk } = await setUp()
    isOpen = false
    await desk.begin()
    expect(alarms).toContain('retention')
    expect(await desk.choose('payments', 90, now)).toBe(false)
    expect(await desk.chosen()).toBeNull()
    expect(asked).toEqual([])
  })
})
