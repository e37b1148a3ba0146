import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { terms } from '../../core/purchase/machine.fixtures'
import type { Purchase } from '../../core/purchase/purchase'
import { ok } from '../../core/result'
import type { PageState } from '../page/page-state'
import { announce, takeBack } from './announcement'
import { hasCome, isWatched } from './is-watched'
import type { Agreement } from './payments'
import { UnaskedPayments } from './unasked-payments'

/** What the seller has said to the page, and what it says, with the chain, when it is asked afresh. */
const says = vi.hoisted(() => ({ first: { amount: 50_000n, care: false }, then: { amount: 50_000n, payTo: '', care: false } }))

vi.mock('../../platform/browser', () => ({ browser: { storage: { session: { get: () => Promise.resolve({}), set: () => Promise.resolve() } } } }))
vi.mock('./announcement', () => ({ undoMs: 5_000, announce: vi.fn(() => Promise.resolve(true)), takeBack: vi.fn(() => Promise.resolve()) }))
vi.mock('../display', () => ({ inWords: () => '$0.05', hostOf: () => 'news.example' }))
vi.mock('../spending/allowances-desk', () => ({ allowanceFor: () => Promise.resolve('allowance') }))
vi.mock('../watch/watch-desk', () => ({ isPurseFrozen: () => Promise.resolve(false) }))
vi.mock('./is-watched', () => ({ hasCome: vi.fn(() => Promise.resolve(null)), isWatched: vi.fn(() => Promise.resolve(true)) }))
vi.mock('../approval/quote', () => {
  const quoted = (said: object & { readonly care: boolean }) => ok({ type: 'quoted', quote: { ...said, maxTimeoutSeconds: 60, balance: '1000000', notices: said.care ? [{ level: 'care', sentence: '' }] : [] } })
  return { foresee: () => Promise.resolve(quoted(says.first)), quote: () => Promise.resolve(quoted(says.then)) }
})
vi.mock('../approval/terms', () => ({ termsOf: (_: unknown, { amount, payTo }: { readonly amount: bigint; readonly payTo?: string }) => ({ terms: { ...terms, amount, payTo: payTo === undefined || payTo === '' ? terms.payTo : payTo }, draft: {} }) }))

const url = 'https://news.example/a'
const page: PageState = {
  tabId: 7,
  url,
  items: [{ id: 'item', kind: 'document', resource: url, sealed: null, title: 'A', keep: null, words: null, tellsPrograms: false, look: { state: 'offer', amount: '50000', decimals: 6, symbol: 'USDC', payTo: terms.payTo, service: null, feeLines: [] } }],
  dismissed: false,
  named: [],
  tip: null,
}

/** A wallet whose reader has allowed the site, and just opened the page. `paid`: what was signed, in the end. */
function opened() {
  const agreed: (Agreement | null)[] = []
  const paid: string[] = []
  let id = ''
  const payments = {
    navigations: { find: () => Promise.resolve(undefined) },
    payUnasked: async (given: string, _: string, afresh: () => Promise<Agreement | null>, letBe: (purchase: Purchase) => Promise<boolean>) => {
      id = given
      const agreement = await afresh()
      agreed.push(agreement)
      if (agreement !== null && (await letBe({} as Purchase))) paid.push(given)
    },
  }
  const settings = () => Promise.resolve({ askAbove: null, currency: 'USD', rates: {} })
  const unasked = new UnaskedPayments({ open: () => Promise.resolve({ look: (work: () => unknown) => work() }), chain: {}, payments, settings, known: settings } as unknown as ConstructorParameters<typeof UnaskedPayments>[0])
  unasked.navigated(7, url, true)
  return { unasked, agreed, paid, idOf: () => id, price: () => unasked.priced('item', {} as Parameters<UnaskedPayments['priced']>[1]) }
}

describe('how a page came to its tab', () => {
  const other = 'https://news.example/b'

  it('is known to be by itself where no hand was in it, and only of the page that is there', () => {
    const { unasked } = opened()
    expect(unasked.cameByItself(7, url)).toBe(false)
    unasked.navigated(7, other, false)
    expect(unasked.cameByItself(7, other)).toBe(true)
    expect(unasked.cameByItself(7, url)).toBe(false)
    expect(unasked.cameByItself(8, other)).toBe(false)
  })

  it('stays what it was when the page is loaded anew, by whomever', () => {
    const { unasked } = opened()
    unasked.navigated(7, url, false)
    expect(unasked.cameByItself(7, url)).toBe(false)
    unasked.navigated(7, other, false)
    unasked.navigated(7, other, false)
    expect(unasked.cameByItself(7, other)).toBe(true)
    unasked.navigated(7, other, true)
    expect(unasked.cameByItself(7, other)).toBe(false)
  })

  it('goes with a page that is forgotten', async () => {
    const { unasked } = opened()
    unasked.navigated(7, other, false)
    unasked.navigated(8, other, false)
    unasked.navigated(8, url, false)
    await unasked.forget((address) => address === other)
    expect([unasked.cameByItself(7, other), unasked.cameByItself(8, url)]).toEqual([false, true])
  })

  it('is remembered of the latest hundred tabs', () => {
    const { unasked } = opened()
    for (let tab = 100; tab <= 200; tab += 1) unasked.navigated(tab, other, false)
    expect([100, 101, 200].map((tab) => unasked.cameByItself(tab, other))).toEqual([false, true, true])
  })
})

describe('what is paid without a question', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    says.first = { amount: 50_000n, care: false }
    says.then = { amount: 50_000n, payTo: '', care: false }
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.clearAllMocks()
  })

  it('is announced before anybody is asked, and paid five seconds later, not sooner', async () => {
    const { unasked, agreed, paid, idOf, price } = opened()
    price()
    const considered = unasked.consider(page)
    await vi.advanceTimersByTimeAsync(4_990)
    expect(announce).toHaveBeenCalledOnce()
    expect(agreed).toHaveLength(1)
    expect(paid).toEqual([])
    await vi.advanceTimersByTimeAsync(20)
    await considered
    expect(paid).toHaveLength(1)
    expect(takeBack).toHaveBeenCalledWith(idOf())
  })

  it.each([
    ['a unit dearer', { amount: 50_001n, payTo: '', care: false }],
    ['a unit cheaper', { amount: 49_999n, payTo: '', care: false }],
    ['for another account', { amount: 50_000n, payTo: `0x${'99'.repeat(20)}`, care: false }],
    ['unusual', { amount: 50_000n, payTo: '', care: true }],
  ])('is let go where it is %s when it is asked for afresh', async (_, then) => {
    says.then = then
    const { unasked, agreed, paid, idOf, price } = opened()
    price()
    const considered = unasked.consider(page)
    await vi.advanceTimersByTimeAsync(10_000)
    await considered
    expect(announce).toHaveBeenCalledOnce()
    expect(agreed).toEqual([null])
    expect(paid).toEqual([])
    expect(takeBack).toHaveBeenCalledWith(idOf())
  })

  it('waits for the page to be in place, and is looked at once, however often it changes meanwhile', async () => {
    const { unasked, paid, price } = opened()
    let come = (): void => undefined
    const coming = new Promise<null>((resolve) => {
      come = () => resolve(null)
    })
    vi.mocked(hasCome).mockReturnValueOnce(coming).mockReturnValueOnce(coming)
    price()
    const both = [unasked.consider(page), unasked.consider(page)]
    await vi.advanceTimersByTimeAsync(500)
    expect(announce).not.toHaveBeenCalled()
    come()
    await vi.advanceTimersByTimeAsync(6_000)
    await Promise.all(both)
    expect(announce).toHaveBeenCalledOnce()
    expect(paid).toHaveLength(1)
  })

  it('is not even announced where something about it calls for care, or it is not known what its seller says', async () => {
    says.first.care = true
    const careful = opened()
    careful.price()
    await careful.unasked.consider(page)
    await opened().unasked.consider(page)
    expect(announce).not.toHaveBeenCalled()
  })

  it('is stopped until it is signed, by its reader or by what they turn to', async () => {
    const stopped = opened()
    stopped.price()
    const first = stopped.unasked.consider(page)
    await vi.advanceTimersByTimeAsync(4_900)
    await stopped.unasked.stop(stopped.idOf())
    await vi.advanceTimersByTimeAsync(1_000)
    await first
    const left = opened()
    left.price()
    const second = left.unasked.consider(page)
    await vi.advanceTimersByTimeAsync(2_000)
    vi.mocked(isWatched).mockResolvedValueOnce(false)
    await vi.advanceTimersByTimeAsync(8_000)
    await second
    expect([...stopped.paid, ...left.paid]).toEqual([])
    expect(takeBack).toHaveBeenCalledWith(left.idOf())
  })

  it('is asked about from then on in the tab in which its reader turned away from it, and there alone', async () => {
    const { unasked, paid, price } = opened()
    price()
    const considered = unasked.consider(page)
    await vi.advanceTimersByTimeAsync(2_000)
    vi.mocked(isWatched).mockResolvedValueOnce(false)
    await vi.advanceTimersByTimeAsync(8_000)
    await considered
    unasked.navigated(7, url, true)
    await unasked.consider(page)
    expect(announce).toHaveBeenCalledOnce()
    unasked.navigated(8, url, true)
    const elsewhere = unasked.consider({ ...page, tabId: 8 })
    await vi.advanceTimersByTimeAsync(6_000)
    await elsewhere
    expect(announce).toHaveBeenCalledTimes(2)
    expect(paid).toHaveLength(1)
  })
})
