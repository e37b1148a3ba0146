/**
 * Notices that a page asks for money, and tells the worker. Runs on every page the reader allows, or once when the
 * button is clicked, so it is small, asks nothing of the page and is silent where nothing is for sale.
 */
import { send } from '../messaging/client'
import { onInjection } from './injection'
import { readPaywalls } from './paywall'
import { tellsPrograms } from './stock-paywall'
import { readUnpaidParts } from './unpaid-parts'

/** Pages that fetch their text fill in their tags a little after the event that announces it. */
const lateLookMs = 1500

onInjection('farthing.detector', () => {
  let told = ''
  let status = responseStatus()
  let path = ''

  const look = (): void => {
    const tags = readPaywalls(document)
    const parts = readUnpaidParts(performance)
    if (status !== 402 && tags.length === 0 && parts.length === 0) return
    const found = { status, tellsPrograms: status === 402 && tellsPrograms(document), title: document.title.trim().slice(0, 300), tags, parts }
    const telling = JSON.stringify(found) + location.href
    if (telling === told) return
    told = telling
    void send('page.found', found)
  }
  const lookTwice = (): void => {
    look()
    setTimeout(look, lateLookMs)
  }
  const start = (): void => {
    if (document.readyState === 'loading') {
      if (status === 402) whenNamed(look)
      document.addEventListener('DOMContentLoaded', look, { once: true })
    } else look()
    whenLoaded(() => {
      path = address()
      lookTwice()
      whenUnpaid(look)
      inPageNavigation()?.addEventListener('navigatesuccess', () => {
        // A script replaced the page: the answer of the first document says nothing about this one.
        if (address() !== path) status = 0
        lookTwice()
      })
    })
  }

  if (window === window.top) whenShown(start)
  return () => {
    told = ''
    look()
  }
})

/** The HTTP status of this document, which the page's own scripts cannot falsify here; 0 where unknown. */
function responseStatus(): number {
  const [entry] = performance.getEntriesByType('navigation') as Partial<PerformanceResourceTiming>[]
  return entry?.responseStatus ?? 0
}

function address(): string {
  return location.pathname + location.search
}

/** A page of which the rest is still to come has its title once its head is over. */
function whenNamed(run: () => void): void {
  const observer = new MutationObserver(() => {
    if ((document.body as HTMLElement | null) === null) return
    observer.disconnect()
    run()
  })
  observer.observe(document, { childList: true, subtree: true })
}

function whenLoaded(run: () => void): void {
  if (document.readyState === 'complete') run()
  else addEventListener('load', run, { once: true })
}

/** What a page loads later, a picture further down or data that a press asks for, is heard of without looking again and again. */
function whenUnpaid(run: () => void): void {
  new PerformanceObserver((loaded) => {
    if (readUnpaidParts(loaded).length > 0) run()
  }).observe({ type: 'resource' })
}

/** A page prepared in advance and never shown must not speak: nobody has opened it. */
function whenShown(run: () => void): void {
  const page: Document & { readonly prerendering?: boolean } = document
  if (page.prerendering === true) page.addEventListener('prerenderingchange', run, { once: true })
  else run()
}

/** Absent in older browsers. */
function inPageNavigation(): EventTarget | undefined {
  return (window as { readonly navigation?: EventTarget }).navigation
}
