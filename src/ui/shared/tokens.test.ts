import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

const colours = (block: string) => new Map(Array.from(block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g), ([, name, value]) => [name, value]))
const schemes = { light: colours(light), dark: colours(dark) }

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** As color-mix does in sRGB. @param share of the first */
function mixed(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(one.slice(at, at + 2), 16) * share + parseInt(other.slice(at, at + 2), 16) * (1 - share)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const text = ['ink', 'quiet', 'copper', 'good', 'care', 'stop'].flatMap((colour) => [
  [colour, 'paper'],
  [colour, 'card'],
])
const onCopper = [
  ['on-copper', 'copper'],
  ['on-copper', 'copper-pressed'],
]
const controls = [
  ['edge', 'paper'],
  ['edge', 'card'],
  ['copper', 'paper'],
  ['copper', 'card'],
]

describe.each(['light', 'dark'] as const)('%s tokens', (scheme) => {
  const of = (name = '') => {
    const value = schemes[scheme].get(name)
    if (value === undefined) throw new Error(`no --${name} in ${scheme}`)
    return value
  }

  it.each([...text, ...onCopper])('%s on %s can be read (4.5:1)', (front, back) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['copper', 'good', 'care', 'quiet'])('%s can be read on its own tint, as in a site’s mark (4.5:1)', (colour) => {
    expect(contrast(of(colour), mixed(of(colour), of('card'), 0.12))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(controls)('%s on %s can be told apart (3:1)', (front, back) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(3)
  })
})

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
