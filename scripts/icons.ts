/** Draws public/icons/<state>-<size>.png from the mark: `node --import tsx scripts/icons.ts`. The pictures are committed. */
import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright'
import { mark } from '../src/ui/shared/wren'
import { findChromium } from './browser.mjs'
import { repackPng } from './png'

/** A copper between the light and the dark theme's: it stands out on toolbars of either kind (3:1 and more). */
const copper = '#b5672a'
const paper = '#fbf8f3'
const amber = '#f2b134'

const states = ['resting', 'asking', 'working', 'attention'] as const
type State = (typeof states)[number]

/** Sizes that somebody asks for: the toolbar in every state, the browser's lists of extensions and its notices only for the mark itself. */
const sizes: Readonly<Record<State, readonly number[]>> = { resting: [16, 32, 48], asking: [16, 32, 48, 128], working: [16, 32], attention: [16, 32] }

/** At 16 px a bird's legs are a smudge; the bird alone, a little larger, still reads. */
const bird = (fill: string, size: number) => {
  const legs = size > 16 ? `<path d="${mark.legs}" fill="none" stroke="${fill}" stroke-width="2.5" stroke-linecap="round"/>` : ''
  const moved = size > 16 ? '' : 'transform="translate(0 1.5)"'
  return `<g ${moved}><path d="${mark.wren}" fill="${fill}" fill-rule="evenodd"/>${legs}</g>`
}

const circle = (r: number, attributes: string) => `<circle cx="32" cy="32" r="${r}" ${attributes}/>`
const filledCoin = (size: number) => circle(32, `fill="${copper}"`) + bird(paper, size)

/** A thicker line where a pixel is four units wide. */
const line = (size: number) => (size > 32 ? 4 : 6)

const drawings: Readonly<Record<State, (size: number) => string>> = {
  resting: (size) => circle(32 - line(size) / 2, `fill="none" stroke="${copper}" stroke-width="${line(size)}"`) + shrink(bird(copper, size), 0.86),
  asking: filledCoin,
  working: (size) =>
    shrink(filledCoin(size), 0.78) +
    circle(29.5, `fill="none" stroke="${copper}" stroke-width="5" stroke-linecap="round" stroke-dasharray="120 200" transform="rotate(-90 32 32)"`),
  attention: (size) => {
    const dot = (r: number, rule: string) => `<circle cx="50" cy="50" r="${r}" ${rule}/>`
    // The gap around the dot is cut out, so that it shows whatever the toolbar's colour is.
    return `<mask id="gap"><rect width="64" height="64" fill="#fff"/>${dot(18, 'fill="#000"')}</mask>
      <g mask="url(#gap)">${filledCoin(size)}</g>${dot(14, `fill="${amber}"`)}`
  },
}

function shrink(content: string, by: number): string {
  return `<g transform="translate(32 32) scale(${by}) translate(-32 -32)">${content}</g>`
}

const executablePath = findChromium()
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()
await mkdir('public/icons', { recursive: true })
for (const state of states) {
  for (const size of sizes[state]) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block }</style>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="${mark.viewBox}" width="${size}" height="${size}">${drawings[state](size)}</svg>`,
    )
    const drawn = await page.screenshot({ omitBackground: true })
    await writeFile(`public/icons/${state}-${size}.png`, repackPng(drawn))
  }
}
await browser.close()
