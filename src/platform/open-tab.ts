import { browser, type Tabs } from './browser'

/** Opens an address in a tab; in a window of its own where none takes tabs, as in Firefox when the question is all that is open. Returns the tab. */
export async function openTab(url: string): Promise<Tabs.Tab | undefined> {
  try {
    return await browser.tabs.create({ url })
  } catch {
    return (await browser.windows.create({ url })).tabs?.[0]
  }
}
