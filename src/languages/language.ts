import type { answers } from '../core/words/answers'
import type { books } from '../core/words/books'
import type { card } from '../core/words/card'
import type { dispute } from '../core/words/disputes'
import type { en as worker } from '../core/words/en'
import type { menu } from '../core/words/menu'
import type { outside } from '../core/words/outside'
import type { policy as workerPolicy } from '../core/words/policy'
import type { privacy as workerPrivacy } from '../core/words/privacy'
import type { purse } from '../core/words/purses'
import type { refunds } from '../core/words/refunds'
import type { reminders } from '../core/words/reminders'
import type { watch } from '../core/words/watch'
import type { slotName } from '../core/words/ways'
import type { silence } from '../messaging/client'
import type { words as dashboard } from '../ui/dashboard/words'
import type { words as disputes } from '../ui/dashboard/disputes/words'
import type { TreeTexts } from '../ui/dashboard/help/told-trees'
import type { words as help } from '../ui/dashboard/help/words'
import type { words as history } from '../ui/dashboard/history/words'
import type { words as library } from '../ui/dashboard/library/words'
import type { words as limits } from '../ui/dashboard/limits/words'
import type { words as overview } from '../ui/dashboard/overview/words'
import type { words as news } from '../ui/dashboard/policy/news-words'
import type { areas, promised } from '../ui/dashboard/policy/promises'
import type { privacy as privacyText } from '../ui/dashboard/policy/privacy-text'
import type { terms } from '../ui/dashboard/policy/terms-text'
import type { words as policy } from '../ui/dashboard/policy/words'
import type { words as exporting } from '../ui/dashboard/privacy/export/words'
import type { words as privacy } from '../ui/dashboard/privacy/words'
import type { words as purses } from '../ui/dashboard/purses/words'
import type { words as security } from '../ui/dashboard/security/words'
import type { words as signals } from '../ui/dashboard/settings/words'
import type { words as rehearsal } from '../ui/onboarding/rehearsal-words'
import type { words as onboarding } from '../ui/onboarding/words'
import type { en as pages } from '../ui/words/en'
import type { receiptsPage } from '../verifier/words'

/** Modules of their own, below. */
type InWorker = 'slotName' | 'watch' | 'policy' | 'privacy' | 'books' | 'dispute' | 'refunds' | 'purse' | 'card'

/**
 * All that is said, in one language: what every module of words in English has, and nothing else. A word that is missing, or one too
 * many, fails the types.
 */
export interface Language {
  readonly answers: typeof answers
  readonly silence: typeof silence
  readonly menu: typeof menu
  readonly outside: typeof outside
  readonly receiptsPage: typeof receiptsPage
  readonly worker: Omit<typeof worker, InWorker>
  readonly ways: typeof slotName
  readonly reminders: typeof reminders
  readonly watch: typeof watch
  readonly workerPolicy: typeof workerPolicy
  readonly workerPrivacy: typeof workerPrivacy
  readonly books: typeof books
  readonly workerDisputes: typeof dispute
  readonly refunds: typeof refunds
  readonly workerPurses: typeof purse
  readonly card: typeof card
  readonly pages: typeof pages
  readonly dashboard: typeof dashboard
  readonly disputes: typeof disputes
  readonly export: typeof exporting
  readonly help: typeof help
  readonly helpTrees: TreeTexts
  readonly history: typeof history
  readonly library: typeof library
  readonly limits: typeof limits
  readonly news: typeof news
  readonly onboarding: typeof onboarding
  readonly signals: typeof signals
  readonly rehearsal: typeof rehearsal
  readonly overview: typeof overview
  readonly policy: typeof policy
  readonly privacyText: typeof privacyText
  readonly terms: typeof terms
  readonly promiseAreas: typeof areas
  readonly promises: typeof promised
  readonly privacy: typeof privacy
  readonly purses: typeof purses
  readonly security: typeof security
}
