import { browser } from '../../platform/browser'

export interface ActiveTab {
  readonly id: number
  /** Hidden where the wallet has no access to the site. */
  readonly url: string | null
}

/** The tab the reader is looking at: the active one of the last focused ordinary window, never one of our own windows. */
export async function activeTab(): Promise<ActiveTab | null> {
  try {
    const window = await lastNormalWindow()
    const [tab] = await browser.tabs.query({ active: true, ...(window === null ? {} : { windowId: window }) })
    return tab?.id === undefined ? null : { id: tab.id, url: tab.url?.split('#', 1)[0] ?? null }
  } catch {
    return null
  }
}

async function lastNormalWindow(): Promise<number | null> {
  const focused = await browser.windows.getLastFocused()
  if (focused.type === 'normal') return focused.id ?? null
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] })
  return (windows.find((window) => window.focused) ?? windows[0])?.id ?? null
}
