import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { Page } from 'playwright'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How much has moved on a page since it was opened, by itself: the sum of its layout shifts (Layout Instability API). */
export async function shifted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { readonly value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        // Entries that are buffered are handed over in a task of their own, after the next frames.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))))
      }),
  )
}

/** The elements that are wider than the place they have, and so cut off or scrolled sideways: tag and class of each. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // One pixel wide is what only screen readers are meant to find.
    const wide = [document.documentElement, ...document.querySelectorAll('body *')].filter(
      ({ clientWidth, scrollWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1,
    )
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return width > 1 && right > document.documentElement.clientWidth + 1
    })
    return [...new Set([...wide, ...beyond])].map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  })
}

/** Doubles the size of text, as a reader does in the browser's settings. */
export async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
}

/** Shows a page in another theme, at once: colours on their way from one to the other are neither. */
export async function toTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => {
    for (const movement of document.getAnimations()) if (movement.effect?.getComputedTiming().endTime !== Infinity) movement.finish()
  })
}

/** What axe-core finds wrong with a page, one line a finding. Empty is good. */
export async function unfit(page: Page): Promise<readonly string[]> {
  // Through the debugger: a script element would be refused by the extension's content security policy.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`))
  })
}
