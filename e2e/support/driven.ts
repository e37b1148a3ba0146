import type { BrowserContext, Page, Worker } from 'playwright'
import type { MenuEntry } from '../../src/background/menu/menu'

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

/** The worker, or where there is none the page in the background: what holds the wallet. Goes on working after it was killed and woken. */
export type ExtensionWorker = Pick<Worker, 'evaluate'>

/** What a screen reader is told of a part of a page. */
export interface Accessible {
  /** As ARIA calls it; "StaticText" for a run of text. */
  readonly role: string
  readonly name: string
  readonly children: readonly Accessible[]
  /** Where it is in the window, in CSS pixels. */
  middle(): Promise<{ readonly x: number; readonly y: number }>
}

/** How a page is to be seen; what is absent stays. */
export interface Seen {
  readonly media?: 'screen' | 'print'
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active' | 'none'
}

/** A browser with the extension in it: the same acts in each, by whatever means that browser has for them. */
export interface Driven {
  readonly context: BrowserContext
  worker(): Promise<ExtensionWorker>
  /** Kills the worker, as the browser does when it needs the memory. `page` is any open page of the extension. */
  killWorker(page: Page): Promise<void>
  /** Caches, and what sites have kept, cookies apart. */
  forgetSites(page: Page): Promise<void>
  /** Every part of a page in one list, each before its children; closed shadow roots as well. */
  accessibles(page: Page): Promise<readonly Accessible[]>
  seeAs(page: Page, how: Seen): Promise<void>
  /** Chooses an entry of the menu that a page has in the browser. */
  chooseInMenu(page: Page, entry: MenuEntry): Promise<void>
  /** What the browser has written down of where a tab has been: addresses and titles. */
  wayOf(page: Page): Promise<readonly string[]>
  /** Presses the button in the toolbar while a page is in front, as a person does: the browser opens the popup and gives the extension that tab. */
  pressToolbarButton(page: Page): Promise<void>
  /** Closes the browser. @returns the hosts that the extension has asked */
  quit(): Promise<ReadonlySet<string>>
}

/** Chosen by `FARTHING_BROWSER=firefox`. */
export const isFirefox = process.env['FARTHING_BROWSER'] === 'firefox'
