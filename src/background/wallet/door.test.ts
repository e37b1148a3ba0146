import { describe, expect, it } from 'vitest'
import { attemptsRepository } from '../../store/attempts'
import { newDatabase, reopen } from '../../store/database.fixtures'
import { Door } from './door'

const start = Date.UTC(2026, 10, 25, 9)

describe('the door', () => {
  it('lets five of twenty tries through that come at once', async () => {
    const door = new Door(attemptsRepository(newDatabase()))
    const tries = await Promise.all(Array.from({ length: 20 }, () => door.begin(start)))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(5)
    expect(tries.at(-1)).toEqual({ ok: false, error: { until: start + 30_000 } })
  })

  it('remembers across a restart, and counts a try that was never judged', async () => {
    const db = newDatabase()
    const door = new Door(attemptsRepository(db))
    for (let made = 0; made < 5; made += 1) await door.begin(start)
    const restarted = new Door(attemptsRepository(await reopen(db)))
    expect(await restarted.begin(start + 29_000)).toEqual({ ok: false, error: { until: start + 30_000 } })
    expect(await restarted.waitUntil(start + 30_000)).toBeNull()
    expect((await restarted.begin(start + 30_000)).ok).toBe(true)
  })

  it('asks for an hour when the clock was turned back during a wait', async () => {
    const door = new Door(attemptsRepository(newDatabase()))
    for (let made = 0; made < 5; made += 1) await door.begin(start)
    const yesterday = start - 86_400_000
    expect(await door.begin(yesterday)).toEqual({ ok: false, error: { until: yesterday + 3_600_000 } })
    expect(await door.waitUntil(yesterday + 1_800_000)).toBe(yesterday + 3_600_000)
  })

  it('forgets the count when the right one came, and tells when the wrong ones were', async () => {
    const door = new Door(attemptsRepository(newDatabase()))
    for (const at of [1, 2, 3]) await door.begin(start + at)
    expect(await door.opened()).toEqual([start + 1, start + 2])
    expect(await door.waitUntil(start)).toBeNull()
    for (let made = 0; made < 5; made += 1) expect((await door.begin(start + 10)).ok).toBe(true)
  })

  it('tells of more wrong tries than a slip of the hand, when the next begins and when it was opened after them, and of fewer never', async () => {
    const told: number[] = []
    const door = new Door(attemptsRepository(newDatabase()), (wrong) => told.push(wrong))
    for (let made = 0; made < 5; made += 1) await door.begin(start)
    await door.opened()
    expect(told).toEqual([])
    for (let made = 0; made < 5; made += 1) await door.begin(start)
    await door.begin(start + 30_000)
    await door.begin(start + 90_000)
    expect(told).toEqual([5])
    await door.opened()
    expect(told).toEqual([5, 6])
  })

  it.each([null, 'x', { failed: -1 }, { failed: 1e9, lastAt: NaN, nextAt: 0, times: [] }])('opens for the first try when its record is %j', async (value) => {
    const db = newDatabase()
    await db.attempts.put({ id: 'attempts', value })
    expect((await new Door(attemptsRepository(db)).begin(start)).ok).toBe(true)
  })
})
