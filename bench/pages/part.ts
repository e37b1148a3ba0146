import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { budget, figure, type Bars, type Budget, type Cell, type Effort, type Figure, type Part, type Row, type Table } from '../result/part'
import { difference, ratio, spread } from '../result/spread'
import { measurePages, type MeasuredPage, type MeasuredPages, type Variant } from './measure'
import { pageNames, pages } from './site'
import type { Visit } from './visit'

const title = 'Nothing to pay'

/** Pages that ask for nothing, without an extension, with one that does nothing, and with Farthing looking at every site. */
export async function pagesPart({ quick }: Effort): Promise<Part> {
  const measured = await measurePages(quick ? 2 : 15)
  const files = [...new Set(pageNames.flatMap((page) => measured[page].own.flatMap((own) => own.files)))].sort()
  return {
    title,
    about:
      'What Farthing costs a page that asks for no payment. The same Chromium three times, a new tab each time, in turn: without an extension; with one whose content script is an empty file, which is what the browser itself takes for having any; and with Farthing, an open wallet, and access to every site. A visit ends 1.7 seconds after nothing is left to load, because the detector looks a last time after 1.5.',
    tables: [clockTable(measured), threadTable(measured), heapTable(measured), ownTable(measured), injectedTable(files)],
    charts: [threadChart(measured)],
    budgets: budgets(measured, files),
  }
}

type Of = (visit: Visit) => number
const valuesOf = (page: MeasuredPage, variant: Variant, of: Of): readonly number[] => page.visits[variant].map(of)

const besideEachOther = ['', 'without', 'bare extension', 'Farthing', 'Farthing beside without', 'Farthing beside bare'] as const

function comparison(name: string, says: string, measured: MeasuredPages, of: Of, unit: Figure['unit']): Table {
  const row = (page: (typeof pageNames)[number]): Row => {
    const [none, bare, farthing] = (['none', 'bare', 'farthing'] as const).map((variant) => valuesOf(measured[page], variant, of))
    if (none === undefined || bare === undefined || farthing === undefined) throw new Error('not measured')
    const cells: Cell[] = [none, bare, farthing].map((values) => figure(spread(values), unit))
    return { name: pages[page].name, cells: [...cells, figure(ratio(farthing, none), '×'), figure(ratio(farthing, bare), '×')] }
  }
  return { title: name, says, head: besideEachOther, rows: pageNames.map(row) }
}

const clockTable = (measured: MeasuredPages): Table =>
  comparison('Page load', 'From the beginning of the navigation to the end of the load event.', measured, ({ load }) => load, 'ms')

const threadTable = (measured: MeasuredPages): Table =>
  comparison('Main thread', 'Everything that the main thread of the page did in the whole visit: markup, style, layout, scripts, painting.', measured, ({ mainThread }) => mainThread, 'ms')

const heapTable = (measured: MeasuredPages): Table =>
  comparison('Heap', 'JavaScript heap of the page after a collection. A world of its own for a content script is what most of the difference is, and does not grow with the page: these pages have next to no script of their own.', measured, ({ heap }) => heap, 'MiB')

function ownTable(measured: MeasuredPages): Table {
  const row = (page: (typeof pageNames)[number]): Row => {
    const { own, beside } = measured[page]
    const script = difference(valuesOf(measured[page], 'farthing', ({ script: ms }) => ms), valuesOf(measured[page], 'bare', ({ script: ms }) => ms))
    const counted = [spread(own.map(({ total }) => total)), spread(own.map(({ longest }) => longest)), script, spread(beside)]
    return { name: pages[page].name, cells: counted.map((one) => figure(one, 'ms')) }
  }
  return {
    title: 'What Farthing itself runs',
    says: 'In the page, by the browser’s own trace, which slows what it looks at: all together, and the longest piece. Then, without a trace, how much more time the page spent in scripts than with the bare extension. Last, what the process of the extension computed meanwhile: the browser tells it of the answer to every page.',
    head: ['', 'traced, all', 'traced, longest', 'script beside bare', 'beside the page'],
    rows: pageNames.map(row),
  }
}

const sizesOf = (file: string): { readonly bytes: number; readonly gzipped: number } => {
  const content = readFileSync(`dist/chrome-granted/${file}`)
  return { bytes: content.length, gzipped: gzipSync(content, { level: 9 }).length }
}

const counted = (value: number, unit: Figure['unit']): Figure => figure(spread([value]), unit)

const injectedTable = (files: readonly string[]): Table => ({
  title: 'Injected',
  says: 'Files of Farthing’s that ran in these pages.',
  head: ['', 'minified', 'gzipped'],
  rows: files.map((file) => ({ name: file, cells: [counted(sizesOf(file).bytes, 'B'), counted(sizesOf(file).gzipped, 'B')] })),
})

const threadChart = (measured: MeasuredPages): Bars => ({
  kind: 'bars',
  name: 'pages-main-thread',
  title: 'Main thread of a page that asks for nothing',
  unit: 'ms',
  bars: pageNames.flatMap((page) =>
    (['none', 'bare', 'farthing'] as const).map((variant) => {
      const all = spread(valuesOf(measured[page], variant, ({ mainThread }) => mainThread))
      return { name: `${pages[page].name}, ${{ none: 'without', bare: 'bare', farthing: 'Farthing' }[variant]}`, length: all.median, spread: all }
    }),
  ),
})

function budgets(measured: MeasuredPages, files: readonly string[]): readonly Budget[] {
  const all = pageNames.flatMap((page) => measured[page].own)
  const light = measured.light
  const script = difference(valuesOf(light, 'farthing', ({ script: ms }) => ms), valuesOf(light, 'bare', ({ script: ms }) => ms))
  const heap = ratio(valuesOf(light, 'farthing', (visit) => visit.heap), valuesOf(light, 'none', (visit) => visit.heap))
  const injected = files.reduce((sum, file) => sum + sizesOf(file).gzipped, 0) / 1024
  return [
    budget('Injected into a page, gzipped', counted(injected, 'KiB'), 3),
    budget('Script of its own on a light page', figure(script, 'ms'), 1, 'The browser compiles these 3 KB anew in each page. Where the same page took a little more than half as long to load, it was 1.0 ms.'),
    budget('Heap of a light page, beside none', figure(heap, '×'), 1.1, 'A light page has less than 1 MiB of heap, and the browser takes about 0.2 MiB for the world that any content script runs in, an empty one as well (the column "bare extension"). On a page with 2 MiB of heap of its own it is less than a tenth.'),
    budget('Longest piece of work in a page, traced', figure(spread(all.map(({ longest }) => longest)), 'ms'), 50),
  ]
}
