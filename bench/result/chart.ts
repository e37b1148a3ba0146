import { digits } from './cells'
import type { Bars, Chart, Curves, Unit } from './part'
import type { Spread } from './spread'

const width = 760
const nameWidth = 270
const rowHeight = 24

/** Colours as in the wallet's own pages, on paper and at night. */
const style = `<style>
text{font:12px system-ui,sans-serif;fill:#211C14}.title{font-size:14px;font-weight:600}.quiet{fill:#6A6254}
.paper{fill:#FBF8F3}.grid{stroke:#E7E0D3}.spread{stroke:#211C14}
.c0{fill:#9A4F16;stroke:#9A4F16}.c1{fill:#2E6B3E;stroke:#2E6B3E}.c2{fill:#8A5A00;stroke:#8A5A00}.c3{fill:#4A5F8A;stroke:#4A5F8A}.c4{fill:#8A3F6B;stroke:#8A3F6B}.c5{fill:#A39B8B;stroke:#A39B8B}.c6{fill:#3D7F86;stroke:#3D7F86}
.line{fill:none;stroke-width:2}
@media (prefers-color-scheme:dark){text{fill:#F1EBDF}.quiet{fill:#A89F8E}.paper{fill:#17150F}.grid{stroke:#353026}.spread{stroke:#F1EBDF}
.c0{fill:#E29A5B;stroke:#E29A5B}.c1{fill:#7CC58C;stroke:#7CC58C}.c2{fill:#E9B44C;stroke:#E9B44C}.c3{fill:#8FA8DE;stroke:#8FA8DE}.c4{fill:#DB92BD;stroke:#DB92BD}.c5{fill:#6A6254;stroke:#6A6254}.c6{fill:#7CC4CB;stroke:#7CC4CB}.line{fill:none}}
</style>`
const colours = 7

/** A chart as a file of its own, which follows the reader's choice of light or dark. */
export const asSvg = (chart: Chart): string => (chart.kind === 'bars' ? barsAsSvg(chart) : curvesAsSvg(chart))

function frame(title: string, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">${style}<rect class="paper" width="${width}" height="${height}" rx="8"/><text class="title" x="16" y="26">${escape(title)}</text>${parts.join('')}</svg>\n`
}

function barsAsSvg({ title, unit, bars }: Bars): string {
  const top = 44
  const most = niceAbove(Math.max(...bars.map(({ length, spread }) => Math.max(length, spread?.high ?? 0))))
  const scale = (value: number): number => round((value / most) * (width - nameWidth - 110))
  const rows = bars.map(({ name, length, spread }, row) => {
    const y = top + row * rowHeight
    const end = nameWidth + scale(Math.max(length, spread?.high ?? 0))
    const value = `${digits(length)} ${unit}`.trim()
    return `<text x="${nameWidth - 10}" y="${y + 11}" text-anchor="end">${escape(name)}</text><rect class="c0" stroke="none" x="${nameWidth}" y="${y}" width="${scale(length)}" height="14"/>${whisker(spread, y + 7, scale)}<text class="quiet" x="${round(end + 8)}" y="${y + 11}">${escape(value)}</text>`
  })
  return frame(title, top + bars.length * rowHeight + 12, rows)
}

function whisker(spread: Spread | null, y: number, scale: (value: number) => number): string {
  if (spread === null || spread.low === spread.high) return ''
  const [from, to] = [nameWidth + scale(spread.low), nameWidth + scale(spread.high)]
  return `<path class="spread" fill="none" d="M${from} ${y - 3}v6M${from} ${y}H${to}M${to} ${y - 3}v6"/>`
}

function curvesAsSvg({ title, unit, across, sizes, lines }: Curves): string {
  const [left, right, top, bottom] = [70, width - 30, 84, 290] as const
  const most = niceAbove(Math.max(...lines.flatMap(({ spreads }) => spreads.map((one) => one?.high ?? 0))))
  const place = (size: number): number => Math.log10(Math.max(1, size))
  const [first, last] = [place(sizes[0] ?? 1), place(sizes.at(-1) ?? 10)]
  const x = (size: number): number => round(left + ((place(size) - first) / Math.max(1, last - first)) * (right - left - 40))
  const y = (value: number): number => round(bottom - (value / most) * (bottom - top))
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => `<path class="grid" d="M${left} ${y(most * part)}H${right}"/><text class="quiet" x="${left - 8}" y="${y(most * part) + 4}" text-anchor="end">${digits(most * part)}</text>`)
  const under = sizes.map((size) => `<text class="quiet" x="${x(size)}" y="${bottom + 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`)
  const drawn = lines.map(({ spreads }, line) => {
    const points = spreads.flatMap((one, at) => (one === null ? [] : [{ x: x(sizes[at] ?? 1), spread: one }]))
    const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x} ${y(point.spread.median)}`).join('')
    const spots = points.map((point) => `<path class="c${line % colours}" fill="none" d="M${point.x} ${y(point.spread.low)}V${y(point.spread.high)}"/><circle class="c${line % colours}" cx="${point.x}" cy="${y(point.spread.median)}" r="3"/>`)
    return `<path class="c${line % colours} line" style="fill:none" d="${path}"/>${spots.join('')}`
  })
  const axes = `<text class="quiet" x="16" y="${top - 12}">${escape(unitName(unit))}</text><text class="quiet" x="${right}" y="${bottom + 36}" text-anchor="end">${escape(across)}</text>`
  return frame(title, bottom + 50, [legend(lines.map(({ name }) => name)), axes, ...marks, ...under, ...drawn])
}

const unitName = (unit: Unit): string => (unit === '' ? '' : `in ${unit}`)

function legend(names: readonly string[]): string {
  let x = 16
  return names
    .map((name, at) => {
      const entry = `<rect class="c${at % colours}" stroke="none" x="${x}" y="42" width="10" height="10"/><text x="${x + 15}" y="51">${escape(name)}</text>`
      x += 34 + name.length * 6.6
      return entry
    })
    .join('')
}

/** The next of 1, 2, 2.5, 5 and 10 with noughts. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value > 0 ? value : 1))
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value
}

const round = (value: number): number => Math.round(value * 10) / 10
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
