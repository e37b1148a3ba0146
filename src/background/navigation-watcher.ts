import { browser } from '../platform/browser'
import { isJson } from './challenge/fetch-challenge'
import { settlementHeaders } from '../core/protocols/registry'
import type { NavigationWatcher } from './page/observer'
import type { Pages } from './page/pages'
import { arrivedWith } from './payment/navigations'
import type { Payments } from './payment/payments'
import type { UnaskedPayments } from './payment/unasked-payments'

interface Watched {
  readonly pages: Pages
  readonly payments: Payments
  readonly unasked: UnaskedPayments
  readonly looksEverywhere: () => Promise<boolean>
  /** What was bought has come to a tab as its page. */
  readonly arrived: (tabId: number, purchaseId: string, url: string) => Promise<void>
  /** A tab has come to something else than a page to read: a price, or an error. */
  readonly refused: (tabId: number) => Promise<void>
  /** Something on the page in a tab is for sale: it may be shown there. */
  readonly offered: (tabId: number) => Promise<void>
}

interface CaughtUp {
  /** Waits until everything the browser has told of a tab is written down: a page's message can overtake the answer it came with. */
  caughtUp(tabId: number): Promise<void>
}

const tabClosingMs = 250

/** What the worker does about navigations: remembers what a 402 asks for, and follows the paid ones to their end. */
export function navigationWatcher({ pages, payments, unasked, looksEverywhere, arrived, refused, offered }: Watched): NavigationWatcher & CaughtUp {
  const { navigations } = payments
  // Events of one tab are handled in the order they came.
  const queues = new Map<number, Promise<unknown>>()
  const inOrder = (tabId: number, step: () => Promise<void>): void => {
    const before = queues.get(tabId) ?? Promise.resolve()
    const after = before.then(step).catch(() => undefined)
    queues.set(tabId, after)
    void after.then(() => queues.get(tabId) === after && queues.delete(tabId))
  }

  return {
    caughtUp: async (tabId) => {
      await queues.get(tabId)
    },
    sent: (request, headers, byReader) => {
      if (request.isPage) unasked.navigated(request.tabId, request.url, byReader)
      inOrder(request.tabId, () => navigations.sent({ ...request, headers }))
    },
    head: (request, status, headers) => {
      const { tabId, url, id, isPage } = request
      inOrder(tabId, async () => {
        if (isPage) await pages.left(tabId)
        if (isPage) await navigations.pageCame(tabId)
        if (isPage && status >= 400) await refused(tabId)
        if (isPage && status === 402) await pages.observed(tabId, url, headers)
        // A worker that slept or died while the request left hears of it here for the first time.
        await navigations.sent({ ...request, headers: null })
        const paid = await navigations.carriedBy(tabId, id)
        if (paid === undefined) return
        const settlement = headers.get(settlementHeaders[paid.dialect]) ?? null
        await navigations.sawHead(tabId, { status, settlement, isData: isPage && isJson(headers.get('content-type')) })
      })
    },
    redirected: ({ tabId, id }) => {
      inOrder(tabId, async () => {
        if ((await navigations.carriedBy(tabId, id)) !== undefined) await navigations.end(tabId, { type: 'interrupted', why: 'redirected' })
      })
    },
    completed: ({ tabId, url, id, isPage }, status) => {
      inOrder(tabId, async () => {
        const paid = await navigations.carriedBy(tabId, id)
        const settlement = paid?.head?.settlement ?? null
        if (paid !== undefined) await navigations.end(tabId, { type: 'answered', status, settlement, arrived: arrivedWith(status) })
        // Nobody waits for a copy: what comes after it in this tab goes on.
        if (paid?.carrier === 'document' && arrivedWith(status) && paid.head?.isData === false) void arrived(tabId, paid.purchaseId, paid.url)
        // Many sellers refuse a payment with data, also where a person looks. Their page says more, and what happened stands in our window.
        if (paid?.head?.isData === true && status >= 400) await browser.tabs.reload(tabId)
        if (isPage && status === 402) await pages.observedOnly(tabId, url)
      })
    },
    unpaid: ({ tabId, url }) => {
      inOrder(tabId, async () => {
        if (!(await looksEverywhere())) return
        const page = await pageIn(tabId)
        if (page !== null && (await pages.sawUnpaid(tabId, page, url))) await offered(tabId)
      })
    },
    failed: ({ tabId, id }, error) => {
      inOrder(tabId, async () => {
        const paid = await navigations.carriedBy(tabId, id)
        if (paid === undefined) return
        // The browser tells of the broken request before it tells that the tab was closed.
        await new Promise((resolve) => setTimeout(resolve, tabClosingMs))
        const gone = await browser.tabs.get(tabId).then(
          () => false,
          () => true,
        )
        if (!gone && isAbort(error) && (await navigations.letGo(paid))) return
        await navigations.end(tabId, { type: 'interrupted', why: gone ? 'tab-closed' : 'network' })
      })
    },
  }
}

/** Whether a request was given up by the page that made it, as Chromium and Firefox call that. */
const isAbort = (error: string): boolean => /\b(ERR_ABORTED|NS_BINDING_ABORTED)\b/.test(error)

/** The address a tab shows, without fragment; null where it is hidden from the wallet. */
async function pageIn(tabId: number): Promise<string | null> {
  try {
    const { url } = await browser.tabs.get(tabId)
    return url?.split('#', 1)[0] ?? null
  } catch {
    return null
  }
}
