import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

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
 * Draws bars into an element, in its size, its text, the direction of its writing and the colours that its style sheet gives it (--chart-*).
 * @returns takes them away again. Null where the browser has no canvas
 */
export function drawBars(root: HTMLElement, bars: Bars, on: OnBars): (() => void) | null {
  const { clientWidth: width, clientHeight: height } = root
  const style = styleOf(root)
  if (style === null || width === 0 || height === 0) return null
  const count = bars.labels.length
  // One series is the whole bar, hollow; the other is laid over its lower part. What is nothing has no line either.
  const drawn = (part: (bar: Bars['heights'][number]) => number) => bars.heights.map((bar) => (part(bar) === 0 ? null : part(bar)))
  const data: uPlot.AlignedData = [bars.labels.map((_, at) => at), drawn(({ whole }) => whole), drawn(({ full }) => full)]
  const plot = new uPlot({ width, height, ...optionsOf(bars, style), ...pointing(count, on) }, data, root)
  const press = () => {
    const bar = plot.cursor.idx
    if (typeof bar === 'number') on.press(bar)
  }
  plot.over.addEventListener('click', press)
  return () => plot.destroy()
}

interface Style {
  readonly colour: (name: 'bar' | 'ground' | 'text' | 'rule') => string
  readonly font: string
  readonly fontSize: number
  /** Time runs the way that the words run, as it does in the table below. */
  readonly isRightToLeft: boolean
  readonly widthOf: (text: string) => number
}

/** What the style sheet says at this place, resolved: a canvas knows neither variables nor the system's colours. */
function styleOf(root: HTMLElement): Style | null {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return null
  const { fontSize, fontFamily, direction } = getComputedStyle(root)
  const font = `${fontSize} ${fontFamily}`
  context.font = font
  return {
    colour: (name) => resolved(root, `--chart-${name}`),
    font,
    fontSize: parseFloat(fontSize),
    isRightToLeft: direction === 'rtl',
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

function optionsOf({ labels, scale }: Bars, { colour, font, fontSize, isRightToLeft, widthOf }: Style): Pick<uPlot.Options, 'scales' | 'axes' | 'series' | 'padding' | 'legend'> {
  const widest = (texts: readonly string[]) => Math.max(...texts.map(widthOf))
  const labelWidth = widest(labels)
  const gap = 8
  const paths = uPlot.paths.bars?.({ size: [0.7, 40], radius: 0.1 })
  const bar = { ...(paths !== undefined && { paths }), stroke: colour('bar'), width: 1, points: { show: false } }
  const text = { font, stroke: colour('text'), ticks: { show: false }, gap: gap / 2 }
  // Beyond the newest bar, which is named in the middle: half its name.
  const beyond = labelWidth / 2
  return {
    legend: { show: false },
    padding: isRightToLeft ? [fontSize, 0, 0, beyond] : [fontSize, beyond, 0, 0],
    scales: { x: { time: false, dir: isRightToLeft ? -1 : 1, range: () => [-0.5, labels.length - 0.5] }, y: { range: () => [0, 1] } },
    series: [{}, { ...bar, fill: colour('ground') }, { ...bar, fill: colour('bar') }],
    axes: [
      {
        ...text,
        size: fontSize * 1.5 + gap,
        grid: { show: false },
        // Counted from the newest, which is always named; as many as there is room for.
        splits: (plot) => everySo(labels.length, Math.ceil((labelWidth + 2 * gap) / (plot.bbox.width / uPlot.pxRatio / labels.length))),
        values: (_, places) => places.map((at) => labels[at] ?? ''),
      },
      {
        ...text,
        // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a constant enum of another package
        side: isRightToLeft ? 1 : 3,
        size: widest(scale.map(({ label }) => label)) + gap,
        grid: { stroke: colour('rule'), width: 1 },
        splits: () => scale.map(({ at }) => at),
        values: () => scale.map(({ label }) => label),
      },
    ],
  }
}

const everySo = (count: number, step: number): number[] => Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % Math.max(step, 1) === 0)

function pointing(count: number, on: OnBars): Pick<uPlot.Options, 'cursor' | 'hooks'> {
  let last: number | null = null
  return {
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    hooks: {
      setCursor: [
        ({ cursor: { idx, left = -1 } }) => {
          const bar = left < 0 || typeof idx !== 'number' || idx >= count ? null : idx
          if (bar !== last) on.point((last = bar))
        },
      ],
    },
  }
}
