import { parseRoute, type Route } from './route'
import { screenFrom, type Screen } from './screen'
import type { words } from './words'

export interface DashboardPage {
  /** The first part of its address after "#/". */
  readonly id: keyof typeof words.pages
  readonly screen: Screen
  /** Asks the worker for what the screen begins with, as soon as its file is there. */
  readonly askAhead?: (route: Route) => Promise<void>
}

/** The rail, from top to bottom. The first is where the dashboard opens. A page is a folder here and a line below. */
export const pages: readonly DashboardPage[] = [
  { id: 'overview', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-overview" */ './overview/view')).Overview), askAhead: async () => (await import(/* webpackChunkName: "screen-overview" */ './overview/view')).askForOverview() },
  { id: 'history', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-history" */ './history/view')).History), askAhead: async (route) => (await import(/* webpackChunkName: "screen-history" */ './history/use-finding')).askForHistory(route) },
  { id: 'library', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-library" */ './library/view')).Library) },
  { id: 'limits', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-limits" */ './limits/view')).Limits) },
  { id: 'purses', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-purses" */ './purses/view')).Purses) },
  { id: 'disputes', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-disputes" */ './disputes/view')).Disputes) },
  { id: 'security', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-security" */ './security/view')).Security) },
  { id: 'privacy', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-privacy" */ './privacy/pages')).PrivacyPages) },
  { id: 'policy', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-policy" */ './policy/pages')).PolicyPages) },
  { id: 'settings', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-settings" */ './settings/view')).Settings) },
  { id: 'help', screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-help" */ './help/view')).Help) },
]

export const pageIds: readonly string[] = pages.map(({ id }) => id)

/**
 * Fetches the screen of the place an address names, and asks for what it begins with, before anybody has asked whether it may be
 * shown: the file holds nothing of the reader's, and a worker that is locked tells nothing.
 */
export async function fetchScreen(hash: string): Promise<void> {
  const route = parseRoute(hash, pageIds)
  const page = pages.find(({ id }) => id === route.page)
  try {
    await page?.askAhead?.(route)
    await page?.screen.load()
  } catch {
    // It is tried again, and said, when it is to be shown.
  }
}
