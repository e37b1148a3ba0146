/** Bars and their scale, made ready to be drawn: nothing in here is money any more. */
export interface Bars {
  /** One for each bar, for below it. */
  readonly labels: readonly string[]
  /** How high each bar is, and how much of that, from below, is in full colour; from 0 to 1. */
  readonly heights: readonly { readonly whole: number; readonly full: number }[]
  /** From below; `at` is from 0 to 1. */
  readonly scale: readonly { readonly at: number; readonly label: string }[]
}

export interface OnBars {
  /** The pointer is over a bar, or over none. */
  readonly point: (bar: number | null) => void
  readonly press: (bar: number) => void
}

/**
 * Draws bars into an element, in its size, its text and the colours that its style sheet gives it (--chart-*).
 * @returns takes them away again. Null where the browser has no canvas
 */
export function drawBars(root: HTMLElement, bars: Bars, on: OnBars): (() => void) | null {
  const { clientWidth: width, clientHeight: height } = root
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null || width === 0 || height === 0) return null
  canvas.width = Math.round(width * devicePixelRatio)
  canvas.height = Math.round(height * devicePixelRatio)
  context.scale(devicePixelRatio, devicePixelRatio)
  const style = styleOf(root, context)
  const plot = plotOf(bars, style, width, height)
  drawScale(context, bars, plot, style)
  drawLabels(context, bars, plot, style)
  for (const [at, { whole, full }] of bars.heights.entries()) {
    // The whole bar, hollow, and its lower part laid over it.
    drawBar(context, plot, at, whole, style.ground, style.bar)
    drawBar(context, plot, at, full, style.bar, style.bar)
  }
  const over = pointedAt(plot, bars.labels.length, on)
  root.append(canvas, over)
  return () => {
    canvas.remove()
    over.remove()
  }
}

/** Where in the picture the bars are, in CSS pixels. */
interface Plot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** What each bar has, with the space around it. */
  readonly slot: number
}

const gap = 8

/** Room for the words of the scale before the bars, and for their own below; half of one sticks out at the end. */
function plotOf({ labels, scale }: Bars, { fontSize, widthOf }: Style, width: number, height: number): Plot {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf))
  const left = widest(scale.map(({ label }) => label)) + gap
  const inner = Math.max(0, width - left - widest(labels) / 2)
  return { left, top: fontSize, width: inner, height: Math.max(0, height - fontSize * 2.5 - gap), slot: inner / Math.max(1, labels.length) }
}

const middleOf = ({ left, slot }: Plot, at: number): number => left + slot * (at + 0.5)
/** On the middle of a pixel, where a line of one pixel is sharp. */
const sharp = (place: number): number => Math.floor(place) + 0.5

function drawScale(context: CanvasRenderingContext2D, { scale }: Bars, plot: Plot, { rule, text }: Style): void {
  context.textAlign = 'end'
  context.textBaseline = 'middle'
  context.strokeStyle = rule
  context.fillStyle = text
  for (const { at, label } of scale) {
    const y = plot.top + plot.height * (1 - at)
    context.beginPath()
    context.moveTo(plot.left, sharp(y))
    context.lineTo(plot.left + plot.width, sharp(y))
    context.stroke()
    context.fillText(label, plot.left - gap / 2, y)
  }
}

/** Counted from the newest, which is always named; as many as there is room for. */
function drawLabels(context: CanvasRenderingContext2D, { labels }: Bars, plot: Plot, { text, widthOf }: Style): void {
  const step = Math.max(1, Math.ceil((Math.max(0, ...labels.map(widthOf)) + 2 * gap) / plot.slot))
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.fillStyle = text
  for (const [at, label] of labels.entries()) {
    if ((labels.length - 1 - at) % step === 0) context.fillText(label, middleOf(plot, at), plot.top + plot.height + gap / 2)
  }
}

/** @param height from 0 to 1; what is nothing has no line either */
function drawBar(context: CanvasRenderingContext2D, plot: Plot, at: number, height: number, fill: string, stroke: string): void {
  if (height === 0) return
  const width = Math.min(plot.slot * 0.7, 40)
  const [left, right] = [sharp(middleOf(plot, at) - width / 2), sharp(middleOf(plot, at) + width / 2)]
  const [top, bottom] = [sharp(plot.top + plot.height * (1 - height)), sharp(plot.top + plot.height)]
  const corner = Math.min(width / 10, bottom - top)
  context.fillStyle = fill
  context.strokeStyle = stroke
  context.beginPath()
  context.roundRect(left, top, right - left, bottom - top, [corner, corner, 0, 0])
  context.fill()
  context.stroke()
}

/** What lies over the bars, tells of the pointer, and has a line at the bar it is over. */
function pointedAt(plot: Plot, count: number, on: OnBars): HTMLElement {
  const over = document.createElement('div')
  over.className = 'chart-over'
  for (const side of ['left', 'top', 'width', 'height'] as const) over.style[side] = `${String(plot[side])}px`
  const line = over.appendChild(document.createElement('div'))
  line.className = 'chart-line'
  line.hidden = true
  const barAt = ({ clientX }: MouseEvent) => Math.min(count - 1, Math.max(0, Math.floor((clientX - over.getBoundingClientRect().left) / plot.slot)))
  let last: number | null = null
  const point = (bar: number | null) => {
    if (bar === last) return
    last = bar
    line.hidden = bar === null
    if (bar !== null) line.style.left = `${String(sharp(middleOf(plot, bar)) - plot.left)}px`
    on.point(bar)
  }
  over.addEventListener('pointermove', (event) => point(count === 0 ? null : barAt(event)))
  over.addEventListener('pointerleave', () => point(null))
  over.addEventListener('click', (event) => {
    if (count > 0) on.press(barAt(event))
  })
  return over
}

interface Style {
  readonly bar: string
  readonly ground: string
  readonly text: string
  readonly rule: string
  readonly fontSize: number
  readonly widthOf: (text: string) => number
}

/** What the style sheet says at this place, resolved: a canvas knows neither variables nor the system's colours. */
function styleOf(root: HTMLElement, context: CanvasRenderingContext2D): Style {
  const { fontSize, fontFamily } = getComputedStyle(root)
  context.font = `${fontSize} ${fontFamily}`
  return {
    bar: resolved(root, '--chart-bar'),
    ground: resolved(root, '--chart-ground'),
    text: resolved(root, '--chart-text'),
    rule: resolved(root, '--chart-rule'),
    fontSize: parseFloat(fontSize),
    widthOf: (text) => context.measureText(text).width,
  }
}

function resolved(root: HTMLElement, variable: string): string {
  const probe = root.appendChild(document.createElement('span'))
  probe.style.color = `var(${variable})`
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
