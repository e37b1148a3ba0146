import type axeCore from 'axe-core'
import type { Page } from 'playwright'
import { axeSource, colourTools, cutOff, leastContrast, toTheme, type ColourTools } from './looks'

/**
 * What keeps somebody out of a screen, as far as a script can measure it: axe-core's rules for WCAG 2.2 A and AA and its best
 * practices, in light, dark and the system's own colours; what is lost at 320 pixels (a window of 1280 at 400 %), with twice the
 * text, and with the text spaced out; where the keyboard's place is not seen; what moves for those who asked for rest.
 */
export async function barriers(page: Page, shape: 'page' | 'window'): Promise<readonly string[]> {
  const size = page.viewportSize() ?? { width: 1280, height: 860 }
  const found: string[] = []
  const add = (where: string, finds: readonly string[]): void => void found.push(...finds.map((find) => `${where}: ${find}`))

  add('light', await violations(page))
  add('title', await untitled(page))
  add('at rest', await moving(page))
  await toTheme(page, 'dark')
  add('dark', await violations(page, 'colours'))
  await toTheme(page, 'light')
  await page.emulateMedia({ forcedColors: 'active' })
  add('forced colours', [...(await violations(page, 'all but colours')), ...(await lostFocus(page))])
  await page.emulateMedia({ forcedColors: 'none' })

  await inStyle(page, spacedOut, async () => add('spaced out', await misfits(page)))
  await inStyle(page, 'html { font-size: 200% !important }', async () => add('200 % text', await misfits(page)))
  if (shape === 'page') {
    await page.setViewportSize({ width: size.width / 2, height: Math.floor(size.height / 2) })
    add('200 %', await misfits(page))
  }
  await page.setViewportSize({ width: 320, height: 256 })
  add('400 %', [...(await misfits(page)), ...(await lostFocus(page))])
  await page.setViewportSize(size)
  return found
}

/** As a reader may set it (WCAG 1.4.12). */
const spacedOut = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
`

async function inStyle(page: Page, css: string, measure: () => Promise<void>): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [sheet]
  }, css)
  await measure()
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
}

/** Those that axe-core keeps back for being new or strict, and whose finds here are finds. */
const alsoAsked = ['target-size', 'label-content-name-mismatch', 'td-has-header', 'table-fake-caption', 'css-orientation-lock', 'focus-order-semantics'] as const
/** The only ones that another theme can change. */
const ofColours = ['color-contrast', 'link-in-text-block'] as const

type Rules = 'all' | 'colours' | 'all but colours'

/** What axe-core finds wrong with a page, one line a find. @param host of a shadow root: nothing else is looked at */
export async function violations(page: Page, rules: Rules = 'all', host: string | null = null): Promise<readonly string[]> {
  // Through the debugger: a script element would be refused by the extension's content security policy.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const options: axeCore.RunOptions = {
    resultTypes: ['violations'],
    ...(rules === 'colours'
      ? { runOnly: [...ofColours] }
      : { rules: Object.fromEntries([...alsoAsked.map((id) => [id, { enabled: true }]), ...(rules === 'all' ? [] : ofColours.map((id) => [id, { enabled: false }]))] as [string, { enabled: boolean }][]) }),
  }
  return page.evaluate(
    async ([chosen, within]) => {
      const { axe } = globalThis as unknown as { axe: typeof axeCore }
      const { violations: all } = await axe.run(within ?? document, chosen)
      return all.flatMap(({ id, help, nodes }) => nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 200)} ${any.map(({ message }) => message).join(' ')}`))
    },
    [options, host] as const,
  )
}

/** What does not fit into a size that was just given: what follows it a few frames later, as charts do, is not held against it. */
async function misfits(page: Page): Promise<readonly string[]> {
  let finds: readonly string[] = []
  for (let tries = 0; tries < 20; tries += 1) {
    finds = [...(await cutOff(page)), ...(await clipped(page))]
    if (finds.length === 0) return finds
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
  return finds
}

/** Texts of which a part cannot be seen: what lies outside of an element that hides it, and is not read whole elsewhere. */
async function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')]
    return all.flatMap((element) => {
      const { overflowY, clipPath, webkitLineClamp } = getComputedStyle(element)
      // A clamped text ends in dots, by intention; what only screen readers are meant to find has no size.
      if (overflowY !== 'hidden' && overflowY !== 'clip') return []
      if (clipPath !== 'none' || webkitLineClamp !== 'none' || element.clientHeight <= 1) return []
      return element.scrollHeight > element.clientHeight + 2 ? [`is cut off below: ${element.tagName.toLowerCase()}.${element.className}`] : []
    })
  })
}

/** The name of the tab, and the language it is spoken in. */
async function untitled(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(document.title.trim() === '' ? ['has no title'] : []), ...(document.querySelectorAll('h1').length === 1 ? [] : ['has not one first heading'])])
}

/** Movements that last longer than a blink, for those who asked for none: browsers of tests do. */
async function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap((movement) => {
      const { duration, iterations } = movement.effect?.getComputedTiming() ?? {}
      return Number(duration) * Number(iterations) > 10 ? [`moves: ${(movement.effect as KeyframeEffect).target?.className ?? ''}`] : []
    }),
  )
}

/** Puts the focus at each place that Tab reaches, in order: what cannot have it, what has no ring, what lies hidden under something else. */
async function lostFocus(page: Page): Promise<readonly string[]> {
  await page.evaluate(colourTools)
  // What is focused by a script after a key has a ring as if a key had moved it there.
  await page.keyboard.press('Shift')
  return page.evaluate(async (least) => {
    const { behind, contrast } = (globalThis as unknown as { colourTools: ColourTools }).colourTools
    const selector = 'a[href], button, input, select, textarea, summary, audio[controls], [tabindex="0"]'
    const scope = document.querySelector('dialog[open]') ?? document
    const before = document.activeElement
    // What has the focus already would not be brought into view.
    if (before instanceof HTMLElement) before.blur()
    const isRinged = (element: Element): boolean =>
      // Of a field, the frame around it has the ring.
      [element, element.parentElement ?? element].some((ringed) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && contrast(outlineColor, behind(ringed)) >= least
      })
    const isSeen = (element: Element): boolean => {
      // A link may begin at the end of one line and end at the beginning of the next.
      const points = [...element.getClientRects()].flatMap(({ left, top, right, bottom }) => {
        const [l, t, r, b] = [Math.max(0, left), Math.max(0, top), Math.min(innerWidth, right), Math.min(innerHeight, bottom)]
        return r <= l || b <= t ? [] : [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [l + (r - l) * x, t + (b - t) * y] as const))
      })
      return points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y)
        return top !== null && (element.contains(top) || (top.contains(element) && top.tagName === 'LABEL'))
      })
    }
    const drawn = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const lost: string[] = []
    for (const element of scope.querySelectorAll<HTMLElement>(selector)) {
      if (element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]') !== null) continue
      element.focus()
      // A page that has just been given other colours, or another size, may be a frame behind.
      if (!isRinged(element) || !isSeen(element)) {
        await drawn()
        element.blur()
        element.focus()
      }
      const name = `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent || element.getAttribute('aria-label') || element.id).slice(0, 40)}`
      if (document.activeElement !== element) lost.push(`cannot have the focus: ${name}`)
      else lost.push(...(isRinged(element) ? [] : [`has no ring: ${name}`]), ...(isSeen(element) ? [] : [`has the focus and is hidden: ${name}`]))
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    scrollTo(0, 0)
    return lost
  }, leastContrast)
}
