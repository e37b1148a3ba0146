import { speech } from '../core/words/speakable'
import { browser } from './browser'

/** How numbers, dates and lists are written, BCP 47: as the language that is spoken does. */
export const locale = (): string => speech()?.locale ?? browser.i18n.getUILanguage()
