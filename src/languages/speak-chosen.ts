import { chosenLanguage } from '../core/words/languages'
import { speak } from '../core/words/speakable'
import { browserLanguages, readLanguage } from '../platform/language'
import { languageOf } from './load'

/** From now on everything is said in the language of the reader's choice. In English where its file cannot be read: never not at all. */
export async function speakChosen(): Promise<void> {
  try {
    const { tag, locale, direction } = chosenLanguage(await readLanguage(), browserLanguages())
    speak({ tag, locale, direction, words: { ...(await languageOf(tag)) } })
  } catch {
    speak({ tag: 'en', locale: 'en', direction: 'ltr', words: {} })
  }
}
