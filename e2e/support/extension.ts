import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright'
import type { Factor, Input, MessageType, Output, Reply } from '../../src/messaging/contract'
import { findChromium } from '../../scripts/browser.mjs'
import { extensionId } from '../extension-id'
import { hostLogFlag, keepHosts } from './host-log'

export const extensionUrl = (path: string): string => `chrome-extension://${extensionId}/${path}`

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

/** Messages that may be answered with 'step-up'. */
export type GuardedType = { [K in MessageType]: 'stepUp' extends keyof Input<K> ? K : never }[MessageType]
/** What such a message asks for, without the proof. */
export type Asked<K extends GuardedType> = Omit<Input<K>, 'stepUp'>

export interface LaunchOptions {
  /** Keeps the profile of an earlier launch: a reader coming back. */
  readonly profile?: string
  readonly headless?: boolean
  /** Windows have the size they were opened with, as on a desk. Absent: every page has the same size, whatever its window. */
  readonly ownSizes?: boolean
  /** The build that is published, which has no access to any site. Absent: the one for driven browsers. */
  readonly published?: boolean
  /** Where the reader is: a time zone of the IANA database, "Asia/Kolkata". Absent: where this machine is. */
  readonly timeZone?: string
}

const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'farthing-profile-'))

async function launchBrowser(profile: string, options: LaunchOptions, extra: readonly string[]): Promise<BrowserContext> {
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

/** The same Chromium without the extension: what a page finds there is what it may find. */
export async function launchWithout(): Promise<{ readonly context: BrowserContext; dispose(): Promise<void> }> {
  const profile = await newProfile()
  const context = await launchBrowser(profile, {}, ['--disable-extensions'])
  const dispose = async (): Promise<void> => {
    await context.close()
    await rm(`${profile}.net-log.json`, { force: true })
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { context, dispose }
}

/** A real Chromium with the extension loaded, in a profile of its own. */
export class Extension {
  #isClosed = false

  private constructor(
    readonly context: BrowserContext,
    readonly profile: string,
  ) {
    context.on('close', () => {
      this.#isClosed = true
    })
  }

  static async launch(options: LaunchOptions = {}): Promise<Extension> {
    const profile = options.profile ?? (await newProfile())
    const path = resolve(options.published === true ? 'dist/chrome' : 'dist/chrome-granted')
    const context = await launchBrowser(profile, options, [`--disable-extensions-except=${path}`, `--load-extension=${path}`])
    const extension = new Extension(context, profile)
    await extension.worker()
    return extension
  }

  /** The browser was closed, by a test or by itself. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'))
  }

  /** The tab that opens by itself when the extension is installed, some time after the browser has started. */
  async firstPage(): Promise<Page> {
    const isFirst = (page: Page) => page.url().startsWith(extensionUrl('onboarding.html'))
    return this.context.pages().find(isFirst) ?? (await this.context.waitForEvent('page', { predicate: isFirst }))
  }

  /** Kills the service worker, as the browser does when it needs the memory. `page` is any open page of the extension. */
  async killWorker(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page)
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const own = versions.filter(({ scriptURL }) => scriptURL === extensionUrl('background.js'))
        if (own.some(({ runningStatus }) => runningStatus === 'stopped')) resolve()
      })
    })
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await stopped
    await session.detach()
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
    await this.context.close()
    await keepHosts(this.profile)
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
