// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'

const sendMessage = vi.fn()
vi.stubGlobal('browser', { runtime: { sendMessage } })
vi.useFakeTimers()

const tag = '<pay-wall src="https://paper.example/full" title="The rest"></pay-wall>'

let readyState: DocumentReadyState
let status: number
/** Every listener the detector leaves on window and document, by event name. */
let left: string[]

beforeEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(globalThis, Symbol.for('farthing.detector'))
  vi.resetModules()
  vi.clearAllTimers()
  sendMessage.mockReset().mockResolvedValue({ ok: true, value: { card: false } })
  left = []
  readyState = 'loading'
  status = 200
  document.title = 'The Lantern'
  document.body.innerHTML = '<p>news</p>'
  history.replaceState(null, '', '/essay')
  Reflect.deleteProperty(document, 'prerendering')
  Object.defineProperty(document, 'readyState', { configurable: true, get: () => readyState })
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(() => [{ responseStatus: status } as unknown as PerformanceEntry])
  vi.stubGlobal('navigation', new EventTarget())
  for (const target of [document, window]) {
    const original = target.addEventListener.bind(target)
    vi.spyOn(target, 'addEventListener').mockImplementation((name: string, listener: unknown, options: unknown) => {
      left.push(name)
      original(name, listener as EventListener, options as AddEventListenerOptions)
    })
  }
})

const inject = () => import('./detector')
const parsed = () => {
  readyState = 'interactive'
  document.dispatchEvent(new Event('DOMContentLoaded'))
}
const loaded = () => {
  readyState = 'complete'
  window.dispatchEvent(new Event('load'))
}
const sent = () => (sendMessage.mock.calls as unknown as [{ type: string; input: { status: number; title: string; tags: unknown[] } }][]).map(([message]) => message)

test('a page without a paywall hears nothing and keeps no mark', async () => {
  const before = Object.keys(window).length
  const markup = document.documentElement.outerHTML
  await inject()
  parsed()
  loaded()
  vi.runAllTimers()
  expect(sendMessage).not.toHaveBeenCalled()
  expect(document.documentElement.outerHTML).toBe(markup)
  expect(Object.keys(window)).toHaveLength(before)
  expect(left.sort()).toEqual(['DOMContentLoaded', 'load'])
  expect(vi.getTimerCount()).toBe(0)
})

test('a 402 is told once its title is known, and once only', async () => {
  status = 402
  await inject()
  expect(sendMessage).not.toHaveBeenCalled()
  document.title = 'How swifts sleep'
  parsed()
  loaded()
  vi.runAllTimers()
  expect(sent()).toEqual([{ type: 'page.found', input: { status: 402, tellsPrograms: false, title: 'How swifts sleep', tags: [], parts: [] } }])
})

test('a 402 that is still coming is told as soon as its head is over, and nothing more where the rest adds nothing', async () => {
  status = 402
  const { body } = document
  body.remove()
  await inject()
  expect(sendMessage).not.toHaveBeenCalled()
  document.title = 'How swifts sleep'
  document.documentElement.append(body)
  await vi.waitFor(() => expect(sent().map(({ input }) => input.title)).toEqual(['How swifts sleep']))
  parsed()
  loaded()
  vi.runAllTimers()
  expect(sent()).toHaveLength(1)
})

test('a tag is told, also one that comes shortly after the page has loaded', async () => {
  await inject()
  parsed()
  loaded()
  document.body.innerHTML = tag
  expect(sendMessage).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(sent().map(({ input }) => [input.status, input.tags.length])).toEqual([[200, 1]])
})

test('on a page that changes without loading, the new place is looked at and the old answer forgotten', async () => {
  status = 402
  await inject()
  parsed()
  loaded()
  vi.runAllTimers()
  history.pushState(null, '', '/free')
  window.navigation.dispatchEvent(new Event('navigatesuccess'))
  vi.runAllTimers()
  expect(sent()).toHaveLength(1)
  history.pushState(null, '', '/another')
  document.body.innerHTML = tag
  window.navigation.dispatchEvent(new Event('navigatesuccess'))
  vi.runAllTimers()
  expect(sent()[1]?.input.status).toBe(0)
  expect(sent()).toHaveLength(2)
})

test('what is loaded late and costs money is told; what is free is not', async () => {
  type Loaded = Pick<PerformanceObserverEntryList, 'getEntriesByType'>
  let tell: (loaded: Loaded) => void = () => undefined
  const real = PerformanceObserver
  const observer = class {
    constructor(heard: (loaded: Loaded) => void) {
      tell = heard
    }
    observe = vi.fn()
  }
  vi.stubGlobal('PerformanceObserver', observer)
  const entries = [{ name: 'https://paper.example/free.png', responseStatus: 200 }, { name: 'https://paper.example/wren.png#a', responseStatus: 402 }]
  const loadedNow = (...list: object[]) => ({ getEntriesByType: (type: string) => (type === 'resource' ? list : [{ responseStatus: 200 }]) as PerformanceEntry[] })
  await inject()
  parsed()
  loaded()
  vi.runAllTimers()
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([])
  tell(loadedNow(entries[0] ?? {}))
  expect(sendMessage).not.toHaveBeenCalled()
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(loadedNow(...entries).getEntriesByType)
  tell(loadedNow(...entries))
  tell(loadedNow(...entries))
  expect(sent().map(({ input }) => input)).toMatchObject([{ parts: [{ src: 'https://paper.example/wren.png' }] }])
  vi.stubGlobal('PerformanceObserver', real)
})

test('a page prepared in advance stays silent until it is shown', async () => {
  status = 402
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
  await inject()
  parsed()
  loaded()
  vi.runAllTimers()
  expect(sendMessage).not.toHaveBeenCalled()
  document.dispatchEvent(new Event('prerenderingchange'))
  expect(sent()).toHaveLength(1)
})

test('injected again, it tells again and listens no more than before', async () => {
  status = 402
  readyState = 'complete'
  await inject()
  const listening = [...left]
  vi.resetModules()
  await inject()
  vi.runAllTimers()
  expect(sent()).toHaveLength(2)
  expect(left).toEqual(listening)
})

test('an older browser that does not tell the status still finds tags', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([])
  document.body.innerHTML = tag
  readyState = 'complete'
  await inject()
  expect(sent()[0]?.input.status).toBe(0)
})

test('a frame is left alone', async () => {
  status = 402
  readyState = 'complete'
  vi.stubGlobal('top', {})
  await inject()
  vi.runAllTimers()
  expect(sendMessage).not.toHaveBeenCalled()
  vi.stubGlobal('top', window)
})
