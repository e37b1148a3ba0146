import { browser } from '../../platform/browser'

/** Whether a page is in front of its reader: in the tab that is shown, in the window that has the focus, and still the same page. */
export async function isWatched({ tabId, url }: { readonly tabId: number; readonly url: string }): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId)
    if (!tab.active || tab.windowId === undefined || tab.url?.split('#', 1)[0] !== url) return false
    const { focused, state } = await browser.windows.get(tab.windowId)
    return focused && state !== 'minimized'
  } catch {
    return false
  }
}
