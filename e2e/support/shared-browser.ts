import { Extension, extensionUrl, type LaunchOptions } from './extension'

/**
 * One browser for one reader after another: starting one costs as much as a whole short test. In between everything goes that
 * readers could find of each other: windows, cookies, caches, what sites kept, and everything the extension has stored or holds in
 * memory. What only an installation does (the first page) needs a browser of its own: `test.use({ newlyInstalled: true })`.
 */
export class SharedBrowser {
  readonly #options: LaunchOptions
  #extension: Extension | null = null

  constructor(options: LaunchOptions = {}) {
    this.#options = options
  }

  /** As if the extension had just been installed. */
  async next(): Promise<Extension> {
    const used = this.#extension
    if (used !== null && !used.isClosed && (await isReset(used))) return used
    await this.close()
    return (this.#extension = await Extension.launch(this.#options))
  }

  async close(): Promise<void> {
    const extension = this.#extension
    this.#extension = null
    await extension?.dispose()
  }
}

/** A browser that does not answer is not waited for longer than a new one takes to start. */
const patienceMs = 15_000

async function isReset(extension: Extension): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false)
  })
  try {
    return await Promise.race([reset(extension).then(() => true, () => false), late])
  } finally {
    clearTimeout(timer)
  }
}

async function reset(extension: Extension): Promise<void> {
  const { context } = extension
  const page = await context.newPage()
  for (const other of context.pages()) if (other !== page) await other.close()
  await context.setOffline(false)
  await context.unrouteAll()
  await context.clearCookies()
  await extension.forgetSites(page)
  // A document of the extension that runs none of its code: all of its stores are in reach.
  await page.goto(extensionUrl('popup.css'))
  await extension.killWorker(page)
  await page.evaluate(wipe)
  // It may have been woken meanwhile, and remember.
  await extension.killWorker(page)
  await page.goto('about:blank')
}

async function wipe(): Promise<void> {
  // Firefox lets an extension give back what it was installed with, as erasing everything does.
  if (!(await chrome.permissions.contains({ origins: ['*://*/*'] }))) throw new Error('no site is allowed any more')
  for (const { name } of await indexedDB.databases()) {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name ?? '')
      request.onsuccess = () => resolve()
      request.onerror = () => reject(new Error('a database stays'))
      request.onblocked = () => reject(new Error('a database is in use'))
    })
  }
  for (const area of ['local', 'session', 'sync'] as const) await chrome.storage[area].clear()
  for (const name of await caches.keys()) await caches.delete(name)
  await chrome.alarms.clearAll()
  for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id)
  const rules = (await chrome.declarativeNetRequest.getSessionRules()) as readonly { readonly id: number }[]
  await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) })
}
