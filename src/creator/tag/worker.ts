/* The one-shot service worker. It puts one payment on one navigation to exactly one address, and is gone. */

interface Errand {
  readonly url: string
  readonly payment: string
}

/** What is used here of a service worker's own scope; the project's types are those of pages. */
interface Scope {
  readonly registration: { unregister(): Promise<boolean> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'message' | 'fetch', listener: (event: WorkerEvent) => void): void
}
interface WorkerEvent extends MessageEvent<unknown> {
  readonly request: Request
  respondWith(response: Promise<Response>): void
  waitUntil(done: Promise<unknown>): void
}

const scope = self as unknown as Scope
let errand: Errand | null = null

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))

scope.addEventListener('message', ({ data, ports }) => {
  const { url, payment } = data as Partial<Errand>
  if (typeof url !== 'string' || typeof payment !== 'string') return
  errand = { url, payment }
  ports[0]?.postMessage('ready')
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  // One that was put to sleep has nothing to carry any more.
  if (errand === null) event.waitUntil(scope.registration.unregister())
  if (errand === null || request.mode !== 'navigate' || request.method !== 'GET' || request.url.split('#')[0] !== errand.url) return
  const { url, payment } = errand
  errand = null
  // Redirects are handed to the browser, which follows them without the payment.
  event.respondWith(fetch(url, { headers: headersWith(request, payment), credentials: 'include', redirect: 'manual', cache: 'no-store' }))
  event.waitUntil(scope.registration.unregister())
})

/** What the browser says of itself when it loads a page, so that a page is answered. */
function headersWith({ headers }: Request, payment: string): HeadersInit {
  return { Accept: headers.get('Accept') ?? 'text/html,application/xhtml+xml', 'PAYMENT-SIGNATURE': payment }
}
