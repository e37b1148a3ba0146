import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { firefox, type BrowserContext, type Page } from 'playwright'
import manifest from '../../manifest.json' with { type: 'json' }
import { findFirefox } from '../../scripts/browser.mjs'
import type { MenuEntry } from '../../src/background/menu/menu'
import type { Accessible, Driven, ExtensionWorker, LaunchOptions, Seen } from '../support/driven'
import * as inside from './inside'
import { Relay } from './relay'

const addOn = manifest.browser_specific_settings.gecko.id
/** The host of the extension's pages, which Firefox draws by lot for every profile. */
const host = '6c1f0b5e-8d42-4a37-b1de-90a2c7e5f3d4'

export const firefoxUrl = (path: string): string => `moz-extension://${host}/${path}`

const preferences = ({ ownSizes }: LaunchOptions) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [addOn]: host }),
  // A reader who comes back finds the wallet as it was: an add-on that is loaded by hand leaves with its data when the browser closes.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // As in the other browser, which keeps a worker for as long as it is watched.
  'extensions.background.idle.timeout': 600_000,
  'extensions.webextOptionalPermissionPrompts': false,
  'layout.css.prefers-color-scheme.content-override': 1,
  'ui.prefersReducedMotion': ownSizes === true ? 0 : 1,
})

/** Debian's Firefox, over WebDriver BiDi. */
export class DrivenFirefox implements Driven {
  readonly #tabs = new WeakMap<Page, Promise<string>>()

  private constructor(
    readonly context: BrowserContext,
    private readonly relay: Relay,
  ) {}

  static async launch(profile: string, options: LaunchOptions): Promise<DrivenFirefox> {
    const relay = await Relay.before(profile)
    const context = await firefox.launchPersistentContext(profile, {
      executablePath: await startOf(profile, relay),
      channel: 'moz-firefox',
      headless: options.headless ?? true,
      ...(options.timeZone === undefined ? {} : { env: { ...process.env, TZ: options.timeZone } }),
      viewport: options.ownSizes === true ? null : { width: 1280, height: 860 },
      args: ['--remote-allow-system-access'],
      firefoxUserPrefs: preferences(options),
    })
    const driven = new DrivenFirefox(context, relay)
    await driven.#inBrowser(inside.watchRequests, addOn)
    await driven.#inBrowser(inside.showNotices)
    relay.answers('emulation.setMediaFeaturesOverride', async ({ contexts, features }) => {
      const { 'prefers-color-scheme': colorScheme } = features as { readonly 'prefers-color-scheme'?: 'light' | 'dark' | null }
      const tab = (contexts as readonly string[] | undefined)?.[0]
      if (tab !== undefined) await driven.#inBrowser(inside.seeAs, tab, colorScheme === null || colorScheme === undefined ? {} : { colorScheme })
      return null
    })
    // Beside a tab of a window for tabs: Firefox would put it into the window of a question, if that is in front.
    relay.answers('browsingContext.create', async (params) => {
      const referenceContext = await driven.#inBrowser(inside.tabOfReader)
      return referenceContext === null ? { ...params, type: 'window' } : { ...params, type: 'tab', referenceContext }
    })
    await relay.send('webExtension.install', { extensionData: { type: 'path', path: resolve(options.published === true ? 'dist/firefox' : 'dist/firefox-granted') } })
    return driven
  }

  worker(): Promise<ExtensionWorker> {
    const evaluate = async (what: unknown, argument?: unknown): Promise<unknown> => {
      const source = `(${String(what)})(${argument === undefined ? '' : JSON.stringify(argument)})`
      const answer = await this.#inBrowser(inside.evaluateInBackground, addOn, source, randomUUID())
      return answer === null ? undefined : JSON.parse(answer)
    }
    return Promise.resolve({ evaluate } as ExtensionWorker)
  }

  async killWorker(): Promise<void> {
    await this.#inBrowser(inside.terminateBackground, addOn)
  }

  async forgetSites(): Promise<void> {
    await this.#inBrowser(inside.forgetSites)
  }

  async accessibles(page: Page): Promise<readonly Accessible[]> {
    return (await this.#inBrowser(inside.accessibles, await this.#tabOf(page))).map(toAccessible).flatMap(withAll)
  }

  async seeAs(page: Page, how: Seen): Promise<void> {
    await this.#inBrowser(inside.seeAs, await this.#tabOf(page), how)
  }

  /** Opens the menu with the mouse, and presses what Firefox has put there for Farthing. */
  async chooseInMenu(page: Page, entry: MenuEntry): Promise<void> {
    const tab = await this.#tabOf(page)
    await page.bringToFront()
    await page.mouse.click(1, 1, { button: 'right' })
    await this.#inBrowser(inside.chooseInMenu, tab, addOn, entry)
  }

  async wayOf(page: Page): Promise<readonly string[]> {
    return this.#inBrowser(inside.wayOf, await this.#tabOf(page))
  }

  async pressToolbarButton(page: Page): Promise<void> {
    await page.bringToFront()
    await this.#inBrowser(inside.pressToolbarButton, addOn, await this.#tabOf(page))
  }

  async quit(): Promise<ReadonlySet<string>> {
    const asked = await this.#inBrowser(inside.requested).catch(() => [])
    await this.context.close()
    this.relay.close()
    return new Set(asked.map((url) => new URL(url).host))
  }

  /** The number of the tab a page is in, which stays with it: heard when something is asked of it. */
  #tabOf(page: Page): Promise<string> {
    const tab = this.#tabs.get(page) ?? this.relay.overhear((mark) => page.evaluate(`"${mark}"`))
    this.#tabs.set(page, tab)
    return tab
  }

  /** Runs a function in the browser's own window, where all of the browser is in reach. */
  async #inBrowser<Arguments extends readonly unknown[], Value>(what: (...args: Arguments) => Value | Promise<Value>, ...args: Arguments): Promise<Value> {
    const { contexts } = (await this.relay.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })) as { contexts: readonly { context: string }[] }
    const answer = (await this.relay.send('script.callFunction', {
      functionDeclaration: `async (json) => JSON.stringify(await (${String(what)})(...JSON.parse(json)))`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context: contexts[0]?.context },
      awaitPromise: true,
    })) as unknown as Evaluated
    if (answer.type === 'exception') throw new Error(`${what.name} in Firefox: ${answer.exceptionDetails.text}`)
    return (answer.result.value === undefined ? undefined : JSON.parse(answer.result.value)) as Value
  }
}

type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } }

const toAccessible = ({ role, name, children, x, y }: inside.Heard): Accessible => ({
  role,
  name,
  children: children.map(toAccessible),
  middle: () => Promise.resolve({ x, y }),
})

const withAll = (accessible: Accessible): readonly Accessible[] => [accessible, ...accessible.children.flatMap(withAll)]

/** A program for Playwright to start, which names the relay as the place where Firefox can be reached, and becomes Firefox. */
async function startOf(profile: string, relay: Relay): Promise<string> {
  const browser = findFirefox()
  if (browser === null) throw new Error('No Firefox was found. Install Firefox 153 or newer, or name one in FIREFOX_PATH.')
  const program = join(profile, 'start.sh')
  const lines = ['#!/bin/sh', `echo "WebDriver BiDi listening on ${relay.url}" >&2`, `exec "${browser}" "$@"`]
  await writeFile(program, `${lines.join('\n')}\n`, { mode: 0o755 })
  return program
}
