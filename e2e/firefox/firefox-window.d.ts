/** The parts of Firefox's own window that tests use (inside.ts). */

interface FirefoxMessages {
  addMessageListener(name: string, listener: (message: { readonly data: object }) => void): void
  removeMessageListener(name: string, listener: (message: { readonly data: object }) => void): void
  loadFrameScript(url: string, delayed: boolean): void
}

interface FirefoxExtension {
  readonly backgroundContext: object | null | undefined
  readonly views: Iterable<{ readonly viewType: string; readonly xulBrowser: { readonly messageManager: FirefoxMessages } }>
  wakeupBackground(): Promise<void>
  terminateBackground(options: { readonly ignoreDevToolsAttached: boolean; readonly disableResetIdleForTest: boolean }): Promise<void>
}

interface FirefoxPrincipal {
  readonly addonId: string
}

interface FirefoxChannel {
  readonly URI: { readonly spec: string }
  readonly loadInfo: { readonly loadingPrincipal: FirefoxPrincipal | null; readonly triggeringPrincipal: FirefoxPrincipal | null }
}

interface FirefoxRequest {
  callback: () => void
  readonly result: unknown
}

interface FirefoxAccessible {
  readonly role: number
  readonly name: string | null
  readonly childCount: number
  readonly attributes: { getStringProperty(name: string): string }
  getChildAt(index: number): FirefoxAccessible
  getBounds(...out: readonly { value: number }[]): void
}

interface FirefoxAccessibility {
  getAccessibleFor(node: unknown): FirefoxAccessible | null
  getStringRole(role: number): string
}

interface FirefoxHistory {
  readonly count: number
  getEntryAtIndex(index: number): { readonly URI: { readonly spec: string }; readonly title: string }
}

interface FirefoxBrowser {
  readonly ownerDocument: Document & { readonly defaultView: { readonly devicePixelRatio: number } }
  readonly browsingContext: { mediumOverride: string; prefersColorSchemeOverride: string; forcedColorsOverride: string; readonly sessionHistory: FirefoxHistory | null }
}

interface FirefoxTabs {
  readonly NavigableManager: { getBrowserById(id: string): FirefoxBrowser | null; getIdForBrowser(browser: FirefoxBrowser): string }
}

interface FirefoxWindow {
  readonly closed: boolean
  readonly toolbar: { readonly visible: boolean }
  readonly gBrowser: { readonly selectedBrowser: FirefoxBrowser }
}

interface FirefoxPopup extends HTMLElement {
  readonly state: 'closed' | 'showing' | 'open' | 'hiding'
  activateItem(item: Element): void
}

interface FirefoxObserver {
  observe(subject: null, topic: string, data: string): void
}

interface FirefoxRegistrar {
  registerFactory(id: unknown, name: string, contract: string, factory: object): void
}

interface FirefoxExtensionParent {
  readonly apiManager: { readonly global: { browserActionFor(extension: FirefoxExtension): { triggerAction(window: unknown): void } } }
}

interface FirefoxCompletion {
  readonly return?: { unsafeDereference(): unknown }
  readonly throw?: { unsafeDereference(): unknown }
}

interface FirefoxDebugger {
  addDebuggee(global: unknown): { executeInGlobal(source: string): FirefoxCompletion | null }
  removeAllDebuggees(): void
}

declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: FirefoxExtension } }
declare const ChromeUtils: { importESModule(url: string): unknown; generateQI(kinds: readonly string[]): (kind: unknown) => unknown }
declare const Components: { readonly manager: { QueryInterface(kind: unknown): FirefoxRegistrar }; ID(id: string): unknown }
declare const Cu: { Sandbox(principal: unknown, options: object): unknown }
declare const Ci: { readonly nsIHttpChannel: unknown; readonly nsIComponentRegistrar: unknown; readonly nsIClearDataService: { readonly CLEAR_ALL_CACHES: number }; readonly nsIAccessibilityService: unknown }
declare const Cc: Readonly<Record<'@mozilla.org/accessibilityService;1', { getService(kind: unknown): FirefoxAccessibility }>>
declare const Services: {
  readonly wm: { getEnumerator(kind: string): Iterable<FirefoxWindow> }
  readonly obs: { addObserver(observer: { observe(subject: unknown): void }, topic: string): void }
  readonly scriptSecurityManager: { getSystemPrincipal(): unknown; createContentPrincipalFromOrigin(origin: string): unknown }
  readonly clearData: { deleteData(flags: number, callback: { onDataDeleted(): void }): void }
  readonly qms: { listOrigins(): FirefoxRequest; clearStoragesForPrincipal(principal: unknown): FirefoxRequest }
}
/** In a frame script: the window of the tab. */
declare const content: unknown
declare function sendAsyncMessage(name: string, value: object): void
