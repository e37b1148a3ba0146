import { browser, type Tabs } from '../../platform/browser'

/**
 * Whether a page is in front of its reader: in the tab that is shown, in the window that has the focus, and still the same page.
 * @param found its tab, where it has just been looked up
 */
export async function isWatched({ tabId, url }: { readonly tabId: number; readonly url: string }, found: Tabs.Tab | null = null): Promise<boolean> {
  try {
    const tab = found ?? (await browser.tabs.get(tabId))
    if (!tab.active || tab.windowId === undefined || tab.url?.split('#', 1)[0] !== url) return false
    const { focused, state } = await browser.windows.get(tab.windowId)
    return focused && state !== 'minimized'
  } catch {
    return false
  }
}

const lookMs = 50
const patienceMs = 2_000

/**
 * Waits until a tab shows a page whose answer has come: the browser puts it in place a little later, on a busy computer much later.
 * Looks when the browser tells of a change, and now and then in case it does not. Gives up after two seconds.
 * Returns the tab, null where it does not show the page.
 */
export async function hasCome({ tabId, url }: { readonly tabId: number; readonly url: string }): Promise<Tabs.Tab | null> {
  let wake = (): void => undefined
  const changed = (id: number): void => {
    if (id === tabId) wake()
  }
  const until = Date.now() + patienceMs
  browser.tabs.onUpdated.addListener(changed)
  try {
    while (Date.now() < until) {
      const news = new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, lookMs)
      })
      const tab = await browser.tabs.get(tabId).catch(() => null)
      if (tab === null || tab.url?.split('#', 1)[0] === url) return tab
      await news
    }
    return null
  } finally {
    browser.tabs.onUpdated.removeListener(changed)
  }
}
