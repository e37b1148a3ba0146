import type { Life } from '../life'
import { extension, type Browser } from './index'
import type { Rule } from './rules'
import { ordinaryWindow, type Tab } from './tabs'

/** The extension API as far as the worker uses it, for one life. Every call goes through the gate. */
export function apiFor(browser: Browser, life: Life): object {
  const call =
    <Asked extends readonly unknown[], T>(name: string, act: (...asked: Asked) => T) =>
    (...asked: Asked): Promise<T> =>
      life.effect(name, () => act(...asked))
  return {
    runtime: {
      id: extension.id,
      getURL: (path: string) => `${extension.origin}/${path}`,
      sendMessage: call('runtime.sendMessage', () => undefined),
      onMessage: life.event('runtime.onMessage'),
      onInstalled: life.event('runtime.onInstalled'),
      onStartup: life.event('runtime.onStartup'),
    },
    storage: {
      session: {
        get: call('session.get', (key: string) => browser.session.get(key)),
        set: call('session.set', (values: Record<string, unknown>) => browser.session.set(values)),
      },
      local: {
        get: call('local.get', (key: string) => browser.profile.local.get(key)),
        set: call('local.set', (values: Record<string, unknown>) => browser.profile.local.set(values)),
        remove: call('local.remove', (key: string) => browser.profile.local.remove(key)),
        onChanged: life.event('local.onChanged'),
      },
    },
    alarms: {
      create: call('alarms.create', (name: string, info: Parameters<Browser['alarms']['create']>[1]) => browser.alarms.create(name, info)),
      clear: call('alarms.clear', (name: string) => browser.alarms.clear(name)),
      onAlarm: life.event('alarms.onAlarm'),
    },
    declarativeNetRequest: {
      updateSessionRules: call('rules.update', (update: { removeRuleIds?: number[]; addRules?: Rule[] }) => browser.rules.update(update)),
      getSessionRules: call('rules.get', () => browser.rules.all()),
    },
    tabs: tabsFor(browser, life, call),
    windows: windowsFor(call),
    scripting: {
      executeScript: call('executeScript', ({ target }: { target: { tabId: number } }) => browser.contents.inject(browser.tabs.get(target.tabId))),
      getRegisteredContentScripts: call('scripts.get', () => [{ id: 'detector' }]),
    },
    permissions: {
      contains: call('permissions.contains', () => true),
      onAdded: life.event('permissions.onAdded'),
      onRemoved: life.event('permissions.onRemoved'),
    },
    action: {
      setBadgeBackgroundColor: call('badge.color', () => undefined),
      setBadgeText: call('badge.text', () => undefined),
      setIcon: call('badge.icon', () => undefined),
    },
    i18n: { getUILanguage: () => 'en-US' },
    notifications: {
      create: call('notifications.create', () => ''),
      clear: call('notifications.clear', () => true),
      getAll: call('notifications.getAll', () => ({})),
      onClicked: life.event('notifications.onClicked'),
    },
    idle: { onStateChanged: life.event('idle.onStateChanged') },
    contextMenus: { onClicked: life.event('contextMenus.onClicked') },
    commands: { onCommand: life.event('commands.onCommand') },
    webRequest: Object.fromEntries(webRequestEvents.map((name) => [name, life.event(`webRequest.${name}`)])),
  }
}

const webRequestEvents = ['onSendHeaders', 'onHeadersReceived', 'onBeforeRedirect', 'onCompleted', 'onErrorOccurred']

type Call = <Asked extends readonly unknown[], T>(name: string, act: (...asked: Asked) => T) => (...asked: Asked) => Promise<T>

/** What the worker gets to see of a tab. */
const shown = ({ id, url, windowId }: Tab) => ({ id, url, windowId })

function tabsFor(browser: Browser, life: Life, call: Call) {
  return {
    get: call('tabs.get', (id: number) => shown(browser.tabs.get(id))),
    query: call('tabs.query', () => [browser.tabs.active()].filter((tab) => tab !== null).map(shown)),
    create: call('tabs.create', ({ url }: { url: string }) => shown(browser.open(url))),
    reload: call('tabs.reload', (id: number) => {
      const tab = browser.tabs.get(id)
      browser.navigator.go(tab, tab.url)
    }),
    remove: call('tabs.remove', () => undefined),
    sendMessage: call('tabs.sendMessage', (id: number, event: unknown) => browser.contents.hear(browser.tabs.get(id), structuredClone(event))),
    onRemoved: life.event('tabs.onRemoved'),
  }
}

/** The tab of a window that asks, which no page is ever in. */
const askingTab = -1

/** The reader's window, and those that ask: nothing here depends on more than their numbers. */
function windowsFor(call: Call) {
  const ordinary = { id: ordinaryWindow, type: 'normal', focused: true }
  return {
    create: call('windows.create', () => ({ id: ordinaryWindow + 1, tabs: [{ id: askingTab }] })),
    update: call('windows.update', () => undefined),
    getLastFocused: call('windows.getLastFocused', () => ordinary),
  }
}
