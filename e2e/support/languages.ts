import type { Page } from 'playwright'
import { factsOf, offered, type Tag } from '../../src/core/words/languages'
import { expect } from './expect'
import { cutChoices, cutOff, torn } from './looks'

/** Every language but English. */
export const foreign: readonly Tag[] = (offered as readonly Tag[]).filter((tag) => tag !== 'en')

const named = (process.env['FARTHING_LANGUAGES'] ?? '').split(' ').filter((tag): tag is Tag => (offered as readonly string[]).includes(tag))
/** Those in which screens are looked at: what FARTHING_LANGUAGES names, else all. */
export const lookedAt: readonly Tag[] = named.length > 0 ? named : offered

/** Chooses a language for everything, as the settings do, and waits until this page speaks it. @param page any page of the extension's own */
export async function speaks(page: Page, tag: Tag): Promise<void> {
  await page.evaluate((language) => chrome.storage.local.set({ language }), tag)
  await expect(page.locator('html')).toHaveAttribute('lang', tag)
  await expect(page.locator('html')).toHaveAttribute('dir', factsOf(tag).direction)
  // What the worker says comes a moment after what the page says itself.
  await page.waitForLoadState('networkidle')
}

/** English that is left on a page: texts with two words in them that only English has. Titles and words that a page brought are marked as such. */
export async function leftInEnglish(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const english = /\b(the|your|you|is|are|and|of|for|with|what|this|that|not|by|to|from|it|has|was)\b/gi
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const left: string[] = []
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const isForeign = node.parentElement?.closest('[dir="auto"], [lang]:not(html), bdi, pre, code, title, script, style') !== null
      if (!isForeign && new Set(text.toLowerCase().match(english) ?? []).size > 1) left.push(text.slice(0, 120))
    }
    return [...new Set(left)]
  })
}

/** What does not fit on a page, and what of it is still English. */
export async function amiss(page: Page, tag: Tag): Promise<readonly string[]> {
  const english = tag === 'en' ? [] : await leftInEnglish(page)
  const cut = [...(await cutOff(page)), ...(await cutChoices(page))]
  const broken = await torn(page)
  return [...cut.map((place) => `does not fit: ${place}`), ...broken.map((word) => `is torn apart: ${word}`), ...english.map((text) => `is in English: ${text}`)]
}
