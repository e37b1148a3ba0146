/** The wren on its coin, as in src/ui/shared/wren.ts (mark.test.ts holds the two together), with a ring that turns while something is worked on. */
export const drawing = {
  viewBox: '0 0 64 64',
  coin: { cx: 32, cy: 32, r: 30 },
  wren: [
    'M9.5 25.5 17.6 20.6C19.4 15.4 24 12.6 29 13.2 34.6 13.9 37 18.4 40.6 22.4L46.4 9.2C47.1 7.6 49.2 7 50.7 8L54 10.2',
    'C55.4 11.1 55.8 12.9 55 14.3L48.6 26.5C50.9 38.4 44 48.2 32.4 48.2 22.4 48.2 16.2 40.4 17.2 29.4Z',
    'M24.6 19.6A2.4 2.4 0 1 0 24.6 24.4 2.4 2.4 0 1 0 24.6 19.6Z',
  ].join(''),
  legs: 'M29 47V55M36 47V55',
} as const

const ring = { cx: 32, cy: 32, r: 30 }

export function createMark(): SVGSVGElement {
  const mark = shape('svg', { class: 'mark', viewBox: drawing.viewBox, 'aria-hidden': 'true' })
  const bird = shape('g', { class: 'mark-bird' })
  bird.append(
    shape('circle', { class: 'mark-coin', ...drawing.coin }),
    shape('path', { class: 'mark-wren', 'fill-rule': 'evenodd', d: drawing.wren }),
    shape('path', { class: 'mark-legs', d: drawing.legs }),
  )
  mark.append(bird, shape('circle', { class: 'mark-ring', ...ring }))
  return mark
}

/** The sign on the button that puts the card away. */
export function createCross(): SVGSVGElement {
  const cross = shape('svg', { viewBox: '0 0 12 12', 'aria-hidden': 'true' })
  cross.append(shape('path', { d: 'M1 1 11 11M11 1 1 11' }))
  return cross
}

function shape<K extends keyof SVGElementTagNameMap>(name: K, attributes: Readonly<Record<string, string | number>>): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}
