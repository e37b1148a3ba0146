import { rehearsal } from './rehearsal'
import { signals } from './signals'
import { reminders } from './reminders'
import { menu } from './menu'
import type { Language } from '../language'
import { answers } from './answers'
import { books } from './books'
import { card } from './card'
import { dashboard } from './dashboard'
import { disputes } from './disputes'
import { exporting } from './export'
import { help } from './help'
import { helpTrees } from './help-trees'
import { history } from './history'
import { library } from './library'
import { limits } from './limits'
import { news } from './news'
import { onboarding } from './onboarding'
import { outside } from './outside'
import { overview } from './overview'
import { pages } from './pages'
import { policy } from './policy'
import { privacy } from './privacy'
import { privacyText } from './privacy-text'
import { promiseAreas, promises } from './promises'
import { purses } from './purses'
import { receiptsPage } from './receipts-page'
import { refunds } from './refunds'
import { security } from './security'
import { silence } from './silence'
import { terms } from './terms'
import { watch } from './watch'
import { ways } from './ways'
import { worker } from './worker'
import { workerDisputes } from './worker-disputes'
import { workerPolicy } from './worker-policy'
import { workerPrivacy } from './worker-privacy'
import { workerPurses } from './worker-purses'

const language: Language = {
  menu,
  reminders,
  signals,
  rehearsal,
  answers,
  silence,
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

export default language
