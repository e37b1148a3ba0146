import { parseRoute, type Route } from './route'
import { screenFrom, type Screen } from './screen'
import { words } from './words'

export interface DashboardPage {
  /** The first part of its address after "#/". */
  readonly id: string
  readonly label: string
  readonly screen: Screen
  /** Asks the worker for what the screen begins with, as soon as its file is there. */
  readonly askAhead?: (route: Route) => Promise<void>
}

/** The rail, from top to bottom. The first is where the dashboard opens. A page is a folder here and a line below. */
export const pages: readonly DashboardPage[] = [
  { id: 'overview', label: words.pages.overview, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-overview" */ './overview/view')).Overview), askAhead: async () => (await import(/* webpackChunkName: "screen-overview" */ './overview/view')).askForOverview() },
  { id: 'history', label: words.pages.history, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-history" */ './history/view')).History), askAhead: async (route) => (await import(/* webpackChunkName: "screen-history" */ './history/use-finding')).askForHistory(route) },
  { id: 'library', label: words.pages.library, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-library" */ './library/view')).Library) },
  { id: 'limits', label: words.pages.limits, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-limits" */ './limits/view')).Limits) },
  { id: 'purses', label: words.pages.purses, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-purses" */ './purses/view')).Purses) },
  { id: 'disputes', label: words.pages.disputes, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-disputes" */ './disputes/view')).Disputes) },
  { id: 'security', label: words.pages.security, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-security" */ './security/view')).Security) },
  { id: 'privacy', label: words.pages.privacy, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-privacy" */ './privacy/pages')).PrivacyPages) },
  { id: 'policy', label: words.pages.policy, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-policy" */ './policy/pages')).PolicyPages) },
  { id: 'settings', label: words.pages.settings, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-settings" */ './settings/view')).Settings) },
  { id: 'help', label: words.pages.help, screen: screenFrom(async () => (await import(/* webpackChunkName: "screen-help" */ './help/view')).Help) },
]

export const pageIds = pages.map(({ id }) => id)

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
