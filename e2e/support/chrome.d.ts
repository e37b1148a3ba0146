/** The parts of the extension API that tests call inside the worker and in content scripts. */
interface ChromeForTests {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>
    sendMessage(id: string, message: unknown): Promise<unknown>
    readonly onMessage: { addListener(listener: (message: unknown, sender: { readonly tab?: { readonly url?: string } }) => void): void }
  }
  readonly notifications: { getAll(): Promise<Record<string, true>>; create(id: string, options: object): Promise<string>; clear(id: string): Promise<boolean> }
  readonly permissions: { contains(asked: { readonly origins: readonly string[] }): Promise<boolean>; getAll(): Promise<{ readonly origins?: readonly string[]; readonly permissions?: readonly string[] }> }
  readonly alarms: { clearAll(): Promise<boolean> }
  readonly declarativeNetRequest: { getSessionRules(): Promise<readonly unknown[]>; updateSessionRules(change: { readonly removeRuleIds: readonly number[] }): Promise<void> }
  readonly tabs: { create(options: object): Promise<unknown>; query(filter: object): Promise<readonly { readonly id: number; readonly url: string; readonly windowId: number }[]> }
  readonly storage: Readonly<Record<'local' | 'session' | 'sync', { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void>; clear(): Promise<void> }>>
  readonly windows: { create(options: object): Promise<{ readonly id: number }> }
  readonly scripting: {
    executeScript<Arguments extends unknown[], Value>(injection: {
      target: { tabId: number; frameIds?: readonly number[]; allFrames?: boolean }
      args?: Arguments
      func: (...args: Arguments) => Value | Promise<Value>
    }): Promise<readonly { readonly frameId: number; readonly result: Value }[]>
  }
}

declare const chrome: ChromeForTests
