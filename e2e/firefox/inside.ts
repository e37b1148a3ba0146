/**
 * What tests do in Firefox's own window, where all of the browser is in reach. Each function is sent there as text and stands by
 * itself; what it takes and gives is JSON.
 */

import type { Seen } from '../support/driven'

/** What a screen reader is told of a part of a page. */
export interface Heard {
  readonly role: string
  readonly name: string
  readonly children: readonly Heard[]
  /** The middle of it in its tab, in CSS pixels. */
  readonly x: number
  readonly y: number
}

/** Kills the page in the background, whatever it has begun. It may be awake again at once, as another. */
export async function terminateBackground(addOn: string): Promise<void> {
  const { extension } = WebExtensionPolicy.getByID(addOn)
  const alive = extension.backgroundContext
  // An event that comes meanwhile calls it off.
  while (alive !== null && alive !== undefined && extension.backgroundContext === alive) {
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
  }
}

/** Runs a source in the page in the background, which is woken for it. @param answer a name for its answer that no other has @returns its value as JSON, or null for undefined */
export async function evaluateInBackground(addOn: string, source: string, answer: string): Promise<string | null> {
  /** Runs in the process of that page. The debugger is how a source runs there in spite of the content security policy. */
  const frameScript = (wanted: string, answer: string): void => {
    const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs') as { addDebuggerToGlobal: (global: object) => void }
    const apart = Cu.Sandbox(Services.scriptSecurityManager.getSystemPrincipal(), { freshCompartment: true }) as { readonly Debugger: new () => FirefoxDebugger }
    addDebuggerToGlobal(apart)
    const watcher = new apart.Debugger()
    const done = (value: object): void => {
      watcher.removeAllDebuggees()
      sendAsyncMessage(answer, value)
    }
    const completion = watcher.addDebuggee(content).executeInGlobal(wanted)
    if (completion === null || completion.return === undefined) done({ fault: String(completion?.throw?.unsafeDereference()) })
    else (completion.return.unsafeDereference() as Promise<string>).then((json) => done({ json }), (fault: unknown) => done({ fault: String(fault) }))
  }
  const { extension } = WebExtensionPolicy.getByID(addOn)
  await extension.wakeupBackground()
  const background = [...extension.views].find(({ viewType }) => viewType === 'background')
  if (background === undefined) throw new Error('there is no page in the background')
  const { messageManager } = background.xulBrowser
  const { json, fault } = await new Promise<{ readonly json?: string; readonly fault?: string }>((resolve) => {
    const listener = ({ data }: { readonly data: object }): void => {
      messageManager.removeMessageListener(answer, listener)
      resolve(data)
    }
    messageManager.addMessageListener(answer, listener)
    const wanted = `Promise.resolve(${source}).then((value) => value === undefined ? 'null' : JSON.stringify(value))`
    const script = `(${String(frameScript)})(${JSON.stringify(wanted)}, ${JSON.stringify(answer)})`
    messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, false)
  })
  if (fault !== undefined) throw new Error(fault)
  return json ?? null
}

/** Writes down where the extension's own pages and its page in the background send requests. */
export function watchRequests(addOn: string): void {
  const urls = new Set<string>()
  const observe = (subject: unknown): void => {
    const channel = (subject as { QueryInterface(kind: unknown): FirefoxChannel }).QueryInterface(Ci.nsIHttpChannel)
    const { loadingPrincipal, triggeringPrincipal } = channel.loadInfo
    if (triggeringPrincipal?.addonId === addOn || loadingPrincipal?.addonId === addOn) urls.add(channel.URI.spec)
  }
  Services.obs.addObserver({ observe }, 'http-on-opening-request')
  Object.assign(globalThis, { requestsOfTests: urls })
}

export function requested(): readonly string[] {
  return [...((globalThis as unknown as { requestsOfTests?: Set<string> }).requestsOfTests ?? [])]
}

/** Stands for the part of the system that shows notifications, which a machine without a screen does not have: each stays until it is taken back. */
export function showNotices(): void {
  const shown = new Map<string, FirefoxObserver | null>()
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert: (alert: { readonly name: string }, listener: FirefoxObserver | null): void => {
      shown.set(alert.name, listener)
      listener?.observe(null, 'alertshow', alert.name)
    },
    closeAlert: (name: string): void => {
      const listener = shown.get(name)
      shown.delete(name)
      listener?.observe(null, 'alertfinished', name)
    },
  }
  const factory = { QueryInterface: ChromeUtils.generateQI(['nsIFactory']), createInstance: (kind: unknown) => service.QueryInterface(kind) }
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar)
  registrar.registerFactory(Components.ID('{5d0f6a52-3a4c-4b0e-9c1b-7f2a86d1e0c4}'), 'notifications of tests', '@mozilla.org/alerts-service;1', factory)
}

/** The tab in front in a window that takes tabs; null where there is none. */
export function tabOfReader(): string | null {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs') as FirefoxTabs
  const window = [...Services.wm.getEnumerator('navigator:browser')].find(({ toolbar, closed }) => toolbar.visible && !closed)
  return window === undefined ? null : NavigableManager.getIdForBrowser(window.gBrowser.selectedBrowser)
}

/** Shows a tab in another theme, as on paper, or in the colours of the system. */
export function seeAs(tab: string, { media, colorScheme, forcedColors }: Seen): void {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs') as FirefoxTabs
  const context = NavigableManager.getBrowserById(tab)?.browsingContext
  if (context === undefined) throw new Error('there is no such tab')
  if (media !== undefined) context.mediumOverride = media === 'screen' ? '' : media
  if (colorScheme !== undefined) context.prefersColorSchemeOverride = colorScheme
  if (forcedColors !== undefined) context.forcedColorsOverride = forcedColors
}

/** Presses an entry that the add-on has in the menu of a page, which is opening. */
export async function chooseInMenu(tab: string, addOn: string, entry: string): Promise<void> {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs') as FirefoxTabs
  const window = NavigableManager.getBrowserById(tab)?.ownerDocument
  const menu = window?.getElementById('contentAreaContextMenu') as FirefoxPopup | null | undefined
  if (menu === null || menu === undefined) throw new Error('there is no menu')
  const isOpen = (popup: FirefoxPopup): Promise<void> =>
    popup.state === 'open' ? Promise.resolve() : new Promise((resolve) => popup.addEventListener('popupshown', () => resolve(), { once: true }))
  await isOpen(menu)
  const item = window?.getElementById(`${addOn.replace(/[^a-z0-9_-]/g, '_')}-menuitem-_${entry}`)
  if (item === null || item === undefined) throw new Error(`the menu has no "${entry}"`)
  const popup = item.parentElement as unknown as FirefoxPopup
  if (popup !== menu) {
    ;(popup.parentElement as unknown as { openMenu(open: boolean): void }).openMenu(true)
    await isOpen(popup)
  }
  popup.activateItem(item)
}

/** Addresses and titles of where a tab has been. */
export function wayOf(tab: string): readonly string[] {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs') as FirefoxTabs
  const history = NavigableManager.getBrowserById(tab)?.browsingContext.sessionHistory
  if (history === null || history === undefined) throw new Error('nothing is known of that tab')
  return Array.from({ length: history.count }, (_, at) => history.getEntryAtIndex(at)).flatMap(({ URI, title }) => [URI.spec, title])
}

/** Caches, and what sites have kept; nothing of the extension's. */
export async function forgetSites(): Promise<void> {
  const { CLEAR_ALL_CACHES } = Ci.nsIClearDataService
  await new Promise<void>((resolve) => Services.clearData.deleteData(CLEAR_ALL_CACHES, { onDataDeleted: () => resolve() }))
  const listed = (request: FirefoxRequest): Promise<unknown> => new Promise((resolve) => (request.callback = () => resolve(request.result)))
  const origins = (await listed(Services.qms.listOrigins())) as readonly string[]
  for (const origin of origins.filter((one) => one.startsWith('http'))) {
    await listed(Services.qms.clearStoragesForPrincipal(Services.scriptSecurityManager.createContentPrincipalFromOrigin(origin)))
  }
}

/** What is told of the tab of this number (WebDriver BiDi): its document, and all in it. */
export function accessibles(tab: string): readonly Heard[] {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs') as FirefoxTabs
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService)
  const browser = NavigableManager.getBrowserById(tab)
  const root = browser === null ? null : service.getAccessibleFor(browser)
  if (browser === null || root === null) return []
  const ratio = browser.ownerDocument.defaultView.devicePixelRatio
  const roles: Readonly<Record<string, string>> = { 'text leaf': 'StaticText', pushbutton: 'button', statusbar: 'status' }
  const said = (accessible: FirefoxAccessible): string => {
    try {
      // What the page says it is, if it says so, before what the system calls it.
      return accessible.attributes.getStringProperty('xml-roles').split(' ')[0] ?? ''
    } catch {
      return ''
    }
  }
  /** In pixels of the screen. */
  const placeOf = (accessible: FirefoxAccessible): Record<'x' | 'y' | 'width' | 'height', number> => {
    const [x, y, width, height] = [{ value: 0 }, { value: 0 }, { value: 0 }, { value: 0 }]
    accessible.getBounds(x, y, width, height)
    return { x: x.value, y: y.value, width: width.value, height: height.value }
  }
  const edge = placeOf(root)
  const hear = (accessible: FirefoxAccessible): Heard => {
    const role = service.getStringRole(accessible.role)
    const at = placeOf(accessible)
    const children = Array.from({ length: accessible.childCount }, (_, index) => hear(accessible.getChildAt(index)))
    return {
      role: said(accessible) || (roles[role] ?? role),
      name: accessible.name ?? '',
      children,
      x: (at.x + at.width / 2 - edge.x) / ratio,
      y: (at.y + at.height / 2 - edge.y) / ratio,
    }
  }
  return [hear(root)]
}

/** Presses the add-on's button in the toolbar while the tab of this number is in front: the browser gives it that tab. */
export function pressToolbarButton(addOn: string, tab: string): void {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs') as {
    NavigableManager: { getBrowserById(id: string): FirefoxBrowser | null }
  }
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs') as { ExtensionParent: FirefoxExtensionParent }
  const browser = NavigableManager.getBrowserById(tab)
  if (browser === null) throw new Error('there is no such tab')
  const { extension } = WebExtensionPolicy.getByID(addOn)
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(browser.ownerDocument.defaultView)
}
