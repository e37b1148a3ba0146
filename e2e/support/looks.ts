import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { Page } from 'playwright'

export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[]
}

/** What has moved on a page since it was opened, by itself (Layout Instability API): when, what, from where and to where. */
export async function shifts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const found: string[] = []
        const place = ({ x, y, width, height }: DOMRectReadOnly): string => [x, y, width, height].map(Math.round).join(' ')
        new PerformanceObserver((list) => {
          for (const { startTime, sources } of list.getEntries() as LayoutShift[]) {
            for (const { node, previousRect, currentRect } of sources) {
              const what = node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : (node?.textContent ?? 'what is gone again')
              found.push(`at ${startTime.toFixed()} ms ${what}: ${place(previousRect)} to ${place(currentRect)}`)
            }
          }
        }).observe({ type: 'layout-shift', buffered: true })
        // Entries that are buffered are handed over in a task of their own, after the next frames.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(found))))
      }),
  )
}

/**
 * The elements that are wider than the place they have, and so cut off or scrolled sideways: tag and class of each. Not those of
 * tables that are meant to be scrolled, nor what only screen readers are meant to find.
 */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // What is folded up has the sizes of some time before.
    const all = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && element.closest('.spending-scroll, .heard, .skip') === null)
    const wide = [document.documentElement, ...all].filter(({ clientWidth, scrollWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
    const beyond = all.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (right > document.documentElement.clientWidth + 1 || left < -1)
    })
    return [...new Set([...wide, ...beyond])].map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  })
}

/** What is chosen in a list, and is wider than the place for it: the text of each. No box says so, the browser draws it cut off. */
export async function cutChoices(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) throw new Error('nothing can be measured here')
    const arrow = 20
    return [...document.querySelectorAll('select')].flatMap((select) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(select)
      context.font = font
      const text = select.selectedOptions[0]?.text ?? ''
      return select.checkVisibility() && context.measureText(text).width > select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - arrow ? [text] : []
    })
  })
}

/** Words and figures that go on in the next line without a hyphen, which no language does that is written with spaces: the text of each. What is longer than any word, such as an account, may be. */
export async function torn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const word = /[\p{Script=Latin}\p{Script=Arabic}\p{M}\p{Nd}]+(?:[./,:]\p{Nd}+)*/gu
    const longest = 24
    // Meant for screen readers alone: squeezed into a pixel.
    const isOnlyHeard = (element: Element | null): boolean => element !== null && (element.getBoundingClientRect().width <= 1.5 || isOnlyHeard(element.parentElement))
    const found = new Set<string>()
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (text.parentElement?.checkVisibility() !== true || text.parentElement.closest('code') !== null || isOnlyHeard(text.parentElement)) continue
      for (const { 0: one, index } of (text.textContent ?? '').matchAll(word)) {
        if (one.length < 2 || one.length > longest) continue
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + one.length)
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ bottom }) => Math.round(bottom)))
        if (lines.size > 1) found.add(one)
      }
    }
    return [...found]
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

/** What a shape needs against what is behind it (WCAG 1.4.11). */
export const leastContrast = 3

/**
 * What is drawn and cannot be told from what is behind it, one line a find; what is not there at all is one as well. Of a canvas
 * the colours of its pixels count, of anything else what fills, edges or writes it.
 * @param selectors of what is drawn; may end in "::before"
 */
export async function unseen(page: Page, selectors: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(colourTools)
  return page.evaluate(
    ([wanted, least]) => {
      const { behind, contrast, inkOf } = (globalThis as unknown as { colourTools: ColourTools }).colourTools
      return wanted.flatMap((selector) => {
        const [base = '', pseudo] = selector.split('::')
        const found = [...document.querySelectorAll(base)]
        if (found.length === 0) return [`${selector}: is not there`]
        return found.flatMap((element) => {
          const best = Math.max(0, ...inkOf(element, pseudo).map((ink) => contrast(ink, behind(element))))
          return best >= least ? [] : [`${selector}: ${best.toFixed(2)} to 1`]
        })
      })
    },
    [selectors, leastContrast] as const,
  )
}

/** Goes through a page with the Tab key. @returns how many places there are, and those at which no ring is seen: tag, class and text of each */
export async function unseenFocus(page: Page): Promise<{ readonly stops: number; readonly unseen: readonly string[] }> {
  await page.evaluate(colourTools)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const lost: string[] = []
  let stops = 0
  // More presses than places: at the end of a page the focus is the browser's own for a while.
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate((least) => {
      const { behind, contrast } = (globalThis as unknown as { colourTools: ColourTools }).colourTools
      const element = document.activeElement
      if (element === null || element === document.body) return null
      if (element.hasAttribute('data-been')) return 'been'
      element.setAttribute('data-been', '')
      // Of a field, the frame around it has the ring.
      const isSeen = [element, element.parentElement ?? element].some((ringed) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && contrast(outlineColor, behind(ringed)) >= least
      })
      return isSeen ? '' : `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.slice(0, 40)}`
    }, leastContrast)
    if (at === 'been') return { stops, unseen: lost }
    if (at !== null) stops += 1
    if (at !== null && at !== '') lost.push(at)
  }
  throw new Error('the keyboard comes to no end')
}

export interface ColourTools {
  /** The colour behind an element, as the browser resolved it. */
  readonly behind: (element: Element) => string
  /** From 1 to 21. */
  readonly contrast: (one: string, other: string) => number
  readonly inkOf: (element: Element, pseudo?: string) => readonly string[]
}

/** Runs in the page, whose style sheets alone know what a colour of the system is. */
export function colourTools(): void {
  const parts = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const isClear = (colour: string): boolean => colour === 'none' || colour === 'transparent' || parts(colour)[3] === 0
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const behind = (element: Element): string => {
    for (let at: Element | null = element.parentElement; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!isClear(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const contrast = (one: string, other: string): number => {
    const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  }
  const pixelsOf = (canvas: HTMLCanvasElement): readonly string[] => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
    const colours = new Set<string>()
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) colours.add(`rgb(${data[at] ?? 0}, ${data[at + 1] ?? 0}, ${data[at + 2] ?? 0})`)
    return [...colours]
  }
  const inkOf = (element: Element, pseudo?: string): readonly string[] => {
    if (element instanceof HTMLCanvasElement) return pixelsOf(element)
    const style = getComputedStyle(element, pseudo === undefined ? undefined : `::${pseudo}`)
    const inks = element instanceof SVGElement ? [style.fill, style.stroke] : [style.backgroundColor, style.borderTopColor]
    return inks.filter((ink) => !isClear(ink))
  }
  Object.assign(globalThis, { colourTools: { behind, contrast, inkOf } satisfies ColourTools })
}
