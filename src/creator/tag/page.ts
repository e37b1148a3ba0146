/** How long a worker may take to be ready, in milliseconds. */
const patience = 10_000

/** What a page is loaded with. */
export interface PaidPage {
  /** On this origin, absolute, without fragment. */
  readonly url: string
  /** Value of PAYMENT-SIGNATURE. */
  readonly payment: string
}

/**
 * Loads a page with a payment on that one request: a one-shot service worker puts it there, so that the browser loads the page as any
 * other. The document is never replaced.
 * @param script address of the worker's script
 * @returns false where this browser cannot: nothing was sent
 */
export async function loadPaid({ url, payment }: PaidPage, script: string): Promise<boolean> {
  const registration = await registered(url, script)
  const worker = registration === null ? null : await activated(registration)
  if (worker === null || !(await told(worker, { url, payment }))) {
    await registration?.unregister()
    return false
  }
  loadPage(url)
  return true
}

/** As if the reader had opened it, or loaded it once more where it is open. */
export function loadPage(url: string): void {
  if (location.href.split('#')[0] === url) location.reload()
  else location.assign(url)
}

/** For this page alone: a worker that the site has for all of its pages stays what it is. */
async function registered(url: string, script: string): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null
  try {
    return await navigator.serviceWorker.register(script, { scope: new URL(url).pathname, updateViaCache: 'none' })
  } catch {
    return null
  }
}

async function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = installing ?? waiting ?? active
  if (worker === null || worker.state === 'activated') return worker
  return within(
    new Promise((resolve) => {
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated') resolve(worker)
        if (worker.state === 'redundant') resolve(null)
      })
    }),
    null,
  )
}

async function told(worker: ServiceWorker, errand: object): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  const ready = new Promise<boolean>((resolve) => {
    port1.onmessage = () => resolve(true)
  })
  worker.postMessage(errand, [port2])
  return within(ready, false)
}

async function within<T>(promise: Promise<T>, otherwise: T): Promise<T> {
  return Promise.race([promise, new Promise<T>((resolve) => setTimeout(resolve, patience, otherwise))])
}
