import { expect, it, vi } from 'vitest'

/** A browser that tells of requests: each event calls what listens to it. */
const { events } = vi.hoisted(() => {
  type Listener = (details: object) => void
  const event = () => {
    const listeners = new Set<Listener>()
    return {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
      tell: (details: object) => listeners.forEach((listener) => listener(details)),
    }
  }
  return { events: { onSendHeaders: event(), onHeadersReceived: event(), onBeforeRedirect: event(), onCompleted: event(), onErrorOccurred: event() } }
})
vi.mock('../../platform/browser', () => ({ browser: { webRequest: events } }))

import { NavigationObserver, type NavigationWatcher } from './observer'

const request = { requestId: '7', tabId: 3, frameId: 0, type: 'main_frame', url: 'https://news.example/a' }

/** What is told of a request whose head has this status, after it ends with this error. */
function ending(error: string, statusCode: number | null): readonly unknown[] {
  const told: unknown[] = []
  const ignored = () => undefined
  const watcher: NavigationWatcher = {
    sent: ignored,
    head: ignored,
    redirected: ignored,
    unpaid: ignored,
    completed: ({ url }, status) => told.push(['completed', url, status]),
    failed: ({ url }, why) => told.push(['failed', url, why]),
  }
  new NavigationObserver(watcher).listen()
  if (statusCode !== null) events.onHeadersReceived.tell({ ...request, statusCode })
  events.onErrorOccurred.tell({ ...request, error })
  return told
}

it('an error for which Firefox shows a page of its own is an answer, with the status it had', () => {
  expect(ending('NS_ERROR_NET_ERROR_RESPONSE', 402)).toEqual([['completed', request.url, 402]])
  expect(ending('NS_ERROR_NET_ERROR_RESPONSE', 500)).toEqual([['completed', request.url, 500]])
})

it('a connection that broke is none, whatever its head said', () => {
  expect(ending('NS_ERROR_NET_RESET', 402)).toEqual([['failed', request.url, 'NS_ERROR_NET_RESET']])
  expect(ending('NS_BINDING_ABORTED', 402)).toEqual([['failed', request.url, 'NS_BINDING_ABORTED']])
})

it('nothing is made up about an answer whose head was never seen', () => {
  expect(ending('NS_ERROR_NET_ERROR_RESPONSE', null)).toEqual([['failed', request.url, 'NS_ERROR_NET_ERROR_RESPONSE']])
})
