import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import type { MenuEntry } from '../../src/background/menu/menu'
import type { Factor, Input, MessageType, Output, Reply } from '../../src/messaging/contract'
import { extensionId } from '../extension-id'
import { DrivenFirefox, firefoxUrl } from '../firefox/firefox'
import { DrivenChromium, launchChromiumWithout } from './chromium'
import { isFirefox, type Accessible, type Driven, type ExtensionWorker, type LaunchOptions, type Seen } from './driven'
import { keepHosts } from './host-log'

export type { LaunchOptions } from './driven'

/** Where one of the extension's own pages is. */
export const extensionUrl = (path: string): string => (isFirefox ? firefoxUrl(path) : `chrome-extension://${extensionId}/${path}`)

/** Messages that may be answered with 'step-up'. */
export type GuardedType = { [K in MessageType]: 'stepUp' extends keyof Input<K> ? K : never }[MessageType]
/** What such a message asks for, without the proof. */
export type Asked<K extends GuardedType> = Omit<Input<K>, 'stepUp'>

const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'farthing-profile-'))

/** The same Chromium without the extension: what a page finds there is what it may find. @param flags of the command line, beside the usual */
export async function launchWithout(flags: readonly string[] = []): Promise<{ readonly context: BrowserContext; dispose(): Promise<void> }> {
  const profile = await newProfile()
  const context = await launchChromiumWithout(profile, flags)
  const dispose = async (): Promise<void> => {
    await context.close()
    await rm(`${profile}.net-log.json`, { force: true })
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { context, dispose }
}

/** A real browser with the extension loaded, in a profile of its own. */
export class Extension {
  #isClosed = false

  private constructor(
    private readonly driven: Driven,
    readonly profile: string,
  ) {
    driven.context.on('close', () => {
      this.#isClosed = true
    })
  }

  static async launch(options: LaunchOptions = {}): Promise<Extension> {
    const profile = options.profile ?? (await newProfile())
    const driven = await (isFirefox ? DrivenFirefox : DrivenChromium).launch(profile, options)
    await driven.worker()
    return new Extension(driven, profile)
  }

  get context(): BrowserContext {
    return this.driven.context
  }

  /** The browser was closed, by a test or by itself. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  worker(): Promise<ExtensionWorker> {
    return this.driven.worker()
  }

  /** The tab that opens by itself when the extension is installed, some time after the browser has started. */
  async firstPage(): Promise<Page> {
    const isFirst = (page: Page) => page.url().startsWith(extensionUrl('onboarding.html'))
    return this.context.pages().find(isFirst) ?? (await this.context.waitForEvent('page', { predicate: isFirst }))
  }

  /** Kills the service worker, as the browser does when it needs the memory. `page` is any open page of the extension. */
  async killWorker(page: Page): Promise<void> {
    await this.driven.killWorker(page)
  }

  /** Caches, and what sites have kept, cookies apart. */
  async forgetSites(page: Page): Promise<void> {
    await this.driven.forgetSites(page)
  }

  /** Everything on a page that a screen reader is told of, each part before those in it; closed shadow roots as well. */
  accessibles(page: Page): Promise<readonly Accessible[]> {
    return this.driven.accessibles(page)
  }

  seeAs(page: Page, how: Seen): Promise<void> {
    return this.driven.seeAs(page, how)
  }

  /** Chooses an entry of the menu that a page has in the browser. */
  chooseInMenu(page: Page, entry: MenuEntry): Promise<void> {
    return this.driven.chooseInMenu(page, entry)
  }

  /** What the browser has written down of where a tab has been: addresses and titles. */
  wayOf(page: Page): Promise<readonly string[]> {
    return this.driven.wayOf(page)
  }

  pressToolbarButton(page: Page): Promise<void> {
    return this.driven.pressToolbarButton(page)
  }

  /** Opens one of the extension's own pages in a tab. */
  async open(path: string): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(extensionUrl(path))
    return page
  }

  /** Sends a message as the extension's own page does, and expects it to succeed. */
  async ask<K extends MessageType>(page: Page, type: K, input: Input<K>): Promise<Output<K>> {
    const reply = await send(page, type, input)
    if (!reply.ok) throw new Error(`${type}: ${reply.code}: ${reply.sentence}`)
    return reply.value
  }

  /** The same for a message that may need a fresh proof: gives one with the password where it is asked for. */
  async askGuarded<K extends GuardedType>(page: Page, type: K, input: Asked<K>, password: string): Promise<Output<K>> {
    const first = await send(page, type, input)
    if (first.ok) return first.value
    if (first.code !== 'step-up') throw new Error(`${type}: ${first.code}: ${first.sentence}`)
    const stepUp = await this.prove(page, type, input, { kind: 'password', password })
    return this.ask(page, type, { ...input, stepUp })
  }

  /** Gives a fresh proof for exactly this message, and returns its name. @param code the confirmation code, where one is asked for */
  async prove(page: Page, type: GuardedType, input: object, factor: Factor, code: string | null = null): Promise<string> {
    const { id } = await this.ask(page, 'stepUp.begin', { act: { type, input } })
    await this.ask(page, 'stepUp.prove', { id, factor, code })
    return id
  }

  /** Closes the browser and keeps the profile. */
  async quit(): Promise<void> {
    await keepHosts(await this.driven.quit())
  }

  async dispose(): Promise<void> {
    await this.quit()
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Sends any message from any page or frame that has the extension's `chrome.runtime`. */
export async function send<K extends MessageType>(page: Page, type: K, input: Input<K>): Promise<Reply<K>> {
  const reply = await page.evaluate(([sentType, sentInput]) => chrome.runtime.sendMessage({ type: sentType, input: sentInput }), [
    type,
    input,
  ] as const)
  return reply as Reply<K>
}
