// @vitest-environment happy-dom
import { fakeWorker, reply, type FakeWorker } from '../testing/fake-worker'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show, type Screen } from '../testing/screen'
import { Done } from './other-states'
import { closingDelay } from './use-closing'

const offer = { site: 'news.example', perPayment: '100000', perDay: '500000', days: 30 }
const close = vi.fn()
let worker: FakeWorker

beforeEach(() => {
  worker = fakeWorker({ 'allowances.add': () => reply(null), 'allowances.decline': () => reply(null) })
  close.mockClear()
  window.close = close
})
afterEach(() => vi.useRealTimers())

const open = (): Promise<Screen> => show(<Done view={{ state: 'done', outcome: 'delivered', sentence: 'Paid.', paymentId: 'p', tip: false, offer }} />)

async function expectClosing(screen: Screen, answer: string): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  await screen.click(answer)
  vi.advanceTimersByTime(closingDelay)
  expect(close).toHaveBeenCalledOnce()
}

describe('after a second purchase on a site', () => {
  it('the reader is asked whether the next ones may be paid without a question, and the window waits', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    const screen = await open()
    expect(screen.text()).toContain('Pay on news.example without being asked?')
    vi.advanceTimersByTime(60_000)
    expect(close).not.toHaveBeenCalled()
  })

  it('a yes is for what is on screen', async () => {
    const screen = await open()
    await expectClosing(screen, 'Pay up to $0.10 by itself')
    expect(worker.inputs('allowances.add')).toEqual([{ purchase: 'p', perPayment: '100000', perDay: '500000', days: 30 }])
    expect(screen.text()).toContain('From now on small prices here are paid without a question.')
  })

  it('is asked by the browser whether it may be told, and nothing is paid by itself without that', async () => {
    const screen = await open()
    worker.permissions.request.mockResolvedValueOnce(false)
    await screen.click('Pay up to $0.10 by itself')
    expect(worker.permissions.request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] })
    expect(worker.inputs('allowances.add')).toEqual([])
    expect(screen.text()).toContain('you are asked each time')
    await expectClosing(screen, 'Pay up to $0.10 by itself')
    expect(worker.inputs('allowances.add')).toHaveLength(1)
  })

  it('a no is taken for an answer', async () => {
    const screen = await open()
    await expectClosing(screen, 'Ask me each time')
    expect(worker.inputs('allowances.decline')).toEqual([{ purchase: 'p' }])
    expect(screen.text()).not.toContain('without being asked?')
  })

  it('no day is smaller than one purchase', async () => {
    const screen = await open()
    const [each, day] = [...screen.root.querySelectorAll('select')]
    await act(() => {
      if (each === undefined) return
      each.selectedIndex = [...each.options].findIndex(({ text }) => text === '$1.00')
      each.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect([...(day?.options ?? [])].map(({ text }) => text)).toEqual(['$1.00', '$2.00', '$3.00'])
    expect(day?.value).toBe('1000000')
  })
})
