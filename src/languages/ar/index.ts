import { rehearsal } from './rehearsal'
import type { Language } from '../language'
import { isolating } from '../isolating'
import { answers, outside, silence, ways, workerPrivacy, workerPurses } from './answers'
import { books, card, receiptsPage, refunds } from './books'
import { dashboard, overview } from './dashboard'
import { disputes } from './disputes'
import { help } from './help'
import { helpTrees } from './help-trees'
import { history } from './history'
import { menu } from './menu'
import { reminders } from './reminders'
import { signals } from './signals'
import { library, limits, onboarding } from './onboarding'
import { pages } from './pages'
import { policy } from './policy'
import { exporting, privacy } from './privacy'
import { privacyText, promiseAreas, promises, terms } from './promises'
import { purses } from './purses'
import { security } from './security'
import { watch } from './watch'
import { worker } from './worker'
import { workerDisputes } from './worker-disputes'
import { news, workerPolicy } from './worker-policy'

const language: Language = {
  rehearsal,
  answers,
  silence,
  menu,
  reminders,
  signals,
  outside,
  receiptsPage,
  worker,
  ways,
  watch,
  workerPolicy,
  workerPrivacy,
  books,
  workerDisputes,
  refunds,
  workerPurses,
  card,
  pages,
  dashboard,
  disputes,
  export: exporting,
  help,
  helpTrees,
  history,
  library,
  limits,
  news,
  onboarding,
  overview,
  policy,
  privacyText,
  terms,
  promiseAreas,
  promises,
  privacy,
  purses,
  security,
}

export default isolating(language)
