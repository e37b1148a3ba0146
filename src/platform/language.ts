import { readChoice, type Choice } from '../core/words/languages'
import { browser } from './browser'

/**
 * Which language the reader has chosen. It lies outside the seal: a locked wallet speaks it, too, and it tells nothing but this.
 * What is read is held to be written by anybody.
 */
const key = 'language'

export async function readLanguage(): Promise<Choice> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.local.get(key).catch(() => ({}))
  return readChoice(stored[key])
}

/** Every page hears of it, and so does the worker. */
export async function chooseLanguage(choice: Choice): Promise<void> {
  if (choice === 'browser') await browser.storage.local.remove(key)
  else await browser.storage.local.set({ [key]: choice })
}

/** The worker is woken by a choice that was made while it slept, and tells the pages when it speaks it. */
export function onLanguageChosen(listener: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (key in changes) listener()
  })
}

/** The languages of the browser: its own, then those in which its reader wants to see pages. */
export const browserLanguages = (): readonly string[] => [browser.i18n.getUILanguage(), ...(typeof navigator === 'undefined' ? [] : navigator.languages)]
