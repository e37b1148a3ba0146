import type { ComponentType } from 'preact'
import { Disputes } from './disputes/view'
import { Help } from './help/view'
import { History } from './history/view'
import { Library } from './library/view'
import { Limits } from './limits/view'
import { Overview } from './overview/view'
import type { PageProps } from './page'
import { PrivacyPages } from './privacy/pages'
import { Purses } from './purses/view'
import { Security } from './security/view'
import { Settings } from './settings/view'
import { words } from './words'

export interface DashboardPage {
  /** The first part of its address after "#/". */
  readonly id: string
  readonly label: string
  readonly View: ComponentType<PageProps>
}

/** The rail, from top to bottom. The first is where the dashboard opens. A page is a folder here and a line below. */
export const pages: readonly DashboardPage[] = [
  { id: 'overview', label: words.pages.overview, View: Overview },
  { id: 'history', label: words.pages.history, View: History },
  { id: 'library', label: words.pages.library, View: Library },
  { id: 'limits', label: words.pages.limits, View: Limits },
  { id: 'purses', label: words.pages.purses, View: Purses },
  { id: 'disputes', label: words.pages.disputes, View: Disputes },
  { id: 'security', label: words.pages.security, View: Security },
  { id: 'privacy', label: words.pages.privacy, View: PrivacyPages },
  { id: 'settings', label: words.pages.settings, View: Settings },
  { id: 'help', label: words.pages.help, View: Help },
]
