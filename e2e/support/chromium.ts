import { resolve } from 'node:path'
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright'
import { findChromium } from '../../scripts/browser.mjs'
import type { MenuEntry } from '../../src/background/menu/menu'
import { extensionId } from '../extension-id'
import type { Accessible, Driven, ExtensionWorker, LaunchOptions, Seen } from './driven'
import { pressToolbarButton } from './toolbar'
import { hostLogFlag, hostsOf } from './host-log'

interface Tab {
  readonly url?: string
}

interface Menus {
  readonly tabs: { query(asked: { url: string }): Promise<readonly Tab[]> }
  readonly contextMenus: { readonly onClicked: { dispatch(press: object, tab: Tab | undefined): void } }
}

/**
 * Chromium takes the last list of features it is given: these stand for Playwright's own. The first two draw the address bar's
 * suggestions as a page, in a process for every window, which costs a third of a browser's start and is never looked at here.
 */
const switchedOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'Translate',
]

const flags = [
  `--disable-features=${switchedOff.join()}`,
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--hide-scrollbars',
]

async function launch(profile: string, options: LaunchOptions, extra: readonly string[]): Promise<BrowserContext> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const executablePath = findChromium()
  return chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    headless: options.headless ?? true,
    ...(options.timeZone === undefined ? {} : { env: { ...process.env, TZ: options.timeZone } }),
    colorScheme: 'light',
    // Without a graphics card every frame of a movement is drawn by the processor: a seventh of what a test computes.
    reducedMotion: options.ownSizes === true ? 'no-preference' : 'reduce',
    viewport: options.ownSizes === true ? null : { width: 1280, height: 860 },
    args: [...flags, hostLogFlag(profile), ...sandbox, ...extra],
  })
}

/** @param folder where an unpacked extension lies, of whomever */
export const launchChromiumWith = (profile: string, folder: string, options: LaunchOptions = {}): Promise<BrowserContext> =>
  launch(profile, options, [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`])

export const launchChromiumWithout = (profile: string, flags: readonly string[] = []): Promise<BrowserContext> => launch(profile, {}, ['--disable-extensions', ...flags])

export class DrivenChromium implements Driven {
  readonly #sessions = new WeakMap<Page, Promise<CDPSession>>()

  private constructor(
    readonly context: BrowserContext,
    private readonly profile: string,
  ) {}

  static async launch(profile: string, options: LaunchOptions): Promise<DrivenChromium> {
    const path = resolve(options.published === true ? 'dist/chrome' : 'dist/chrome-granted')
    return new DrivenChromium(await launchChromiumWith(profile, path, options), profile)
  }

  async worker(): Promise<ExtensionWorker> {
    return this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'))
  }

  async killWorker(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page)
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const own = versions.filter(({ scriptURL }) => scriptURL === `chrome-extension://${extensionId}/background.js`)
        if (own.some(({ runningStatus }) => runningStatus === 'stopped')) resolve()
      })
    })
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await stopped
    await session.detach()
  }

  async forgetSites(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page)
    await session.send('Network.clearBrowserCache')
    await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'local_storage,indexeddb,cache_storage,service_workers' })
    await session.detach()
  }

  async accessibles(page: Page): Promise<readonly Accessible[]> {
    const session = await this.#sessionOf(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const all: Accessible[] = []
    const read = (id: string): readonly Accessible[] => {
      const node = byId.get(id)
      const childIds = node?.childIds ?? []
      // What is ignored has children that are not.
      if (node === undefined || node.ignored) return childIds.flatMap(read)
      const at = all.length
      const middle = () => middleOf(session, node.backendDOMNodeId ?? 0)
      const placeholder: Accessible = { role: '', name: '', children: [], middle }
      all.push(placeholder)
      const children = childIds.flatMap(read)
      const accessible = { role: String(node.role?.value ?? ''), name: String(node.name?.value ?? ''), children, middle }
      all[at] = accessible
      return [accessible]
    }
    const [root] = nodes
    if (root !== undefined) read(root.nodeId)
    return all
  }

  async seeAs(page: Page, how: Seen): Promise<void> {
    await page.emulateMedia(how)
  }

  /** The browser draws it where no test can press: the worker hears what it would. */
  async chooseInMenu(page: Page, entry: MenuEntry): Promise<void> {
    const worker = await this.worker()
    await worker.evaluate(
      async ([url, id]) => {
        const { tabs, contextMenus } = (globalThis as unknown as { chrome: Menus }).chrome
        const [tab] = await tabs.query({ url })
        contextMenus.onClicked.dispatch({ menuItemId: id, pageUrl: url }, tab)
      },
      [page.url(), entry] as const,
    )
  }

  async wayOf(page: Page): Promise<readonly string[]> {
    const session = await this.#sessionOf(page)
    const { entries } = await session.send('Page.getNavigationHistory')
    return entries.flatMap(({ url, userTypedURL, title }) => [url, userTypedURL, title])
  }

  async pressToolbarButton(page: Page): Promise<void> {
    await pressToolbarButton(page)
  }

  async quit(): Promise<ReadonlySet<string>> {
    await this.context.close()
    return hostsOf(this.profile)
  }

  #sessionOf(page: Page): Promise<CDPSession> {
    const session = this.#sessions.get(page) ?? this.context.newCDPSession(page)
    this.#sessions.set(page, session)
    return session
  }
}

async function middleOf(session: CDPSession, backendNodeId: number): Promise<{ readonly x: number; readonly y: number }> {
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId })
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}
