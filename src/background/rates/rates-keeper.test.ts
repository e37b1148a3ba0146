import { beforeEach, describe, expect, it, vi } from 'vitest'
import { noReadings, type FeedReadings } from '../../core/chain/feeds'
import { tableOnly } from '../../core/money'
import type { Settings } from '../../messaging/views'

const session = new Map<string, unknown>()
vi.mock('../../platform/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (values: Record<string, unknown>) => Object.entries(values).forEach(([key, value]) => session.set(key, value)),
      },
    },
  },
}))
const { RatesKeeper } = await import('./rates-keeper')

const settings = { network: 'eip155:8453', endpoints: {} } as unknown as Settings
const said = (dollars: string): FeedReadings => ({ feeds: { EUR: { dollars, at: 1 } }, peg: null })
const minute = 60_000

let answers: (FeedReadings | Promise<FeedReadings>)[]
let asked: string[]
let current: Settings
const changed = vi.fn()
const keeper = () =>
  new RatesKeeper(
    async (network) => {
      asked.push(network)
      return answers.shift() ?? noReadings
    },
    async () => current,
    changed,
  )

beforeEach(() => {
  session.clear()
  vi.useFakeTimers({ now: 1_000_000_000 })
  answers = []
  asked = []
  current = settings
  changed.mockClear()
})

describe('the rates keeper', () => {
  it('asks nobody where only what is known is wanted', async () => {
    expect(await keeper().known()).toEqual(tableOnly)
    expect(asked).toEqual([])
  })

  it('asks once in ten minutes, for all who want to know, also after the worker has died', async () => {
    answers = [said('1.1'), said('1.2')]
    const one = keeper()
    const [a, b] = await Promise.all([one.fresh(), one.fresh()])
    expect([a.feeds, b.feeds]).toEqual([said('1.1').feeds, said('1.1').feeds])
    const next = keeper()
    vi.advanceTimersByTime(9 * minute)
    expect((await next.fresh()).feeds['EUR']?.dollars).toBe('1.1')
    vi.advanceTimersByTime(2 * minute)
    await next.fresh()
    await vi.waitFor(async () => expect((await next.known()).feeds['EUR']?.dollars).toBe('1.2'))
    expect(asked).toHaveLength(2)
    expect(changed).toHaveBeenCalledTimes(2)
  })

  it('waits for no slow feed longer than a moment, and takes what it says later', async () => {
    let answer: (said: FeedReadings) => void = () => undefined
    answers = [new Promise<FeedReadings>((resolve) => (answer = resolve))]
    const slow = keeper()
    const first = slow.fresh()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(await first).toEqual(tableOnly)
    answer(said('1.1'))
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce())
    expect((await slow.known()).feeds).toEqual(said('1.1').feeds)
  })

  it('keeps what was said when a feed falls silent, and asks again soon', async () => {
    answers = [said('1.1'), noReadings, said('1.3')]
    const one = keeper()
    await one.fresh()
    vi.advanceTimersByTime(11 * minute)
    await one.fresh()
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    expect((await one.known()).feeds['EUR']?.dollars).toBe('1.1')
    await vi.advanceTimersByTimeAsync(2 * minute)
    await one.fresh()
    await vi.waitFor(async () => expect((await one.known()).feeds['EUR']?.dollars).toBe('1.3'))
  })

  it('takes nothing that another endpoint or another network has said', async () => {
    answers = [said('1.1')]
    const one = keeper()
    await one.fresh()
    current = { ...settings, endpoints: { 'eip155:8453': 'https://example.org' } }
    expect(await one.known()).toEqual(tableOnly)
    current = { ...settings, network: 'eip155:84532' }
    expect(await one.known()).toEqual(tableOnly)
  })

  it('is not kept from asking by a clock that was set back', async () => {
    answers = [said('1.1'), said('1.2')]
    const one = keeper()
    await one.fresh()
    vi.setSystemTime(1_000)
    await one.fresh()
    await vi.waitFor(() => expect(asked).toHaveLength(2))
  })
})
