import { inWords } from './cells'
import type { Chart, Part, Table } from './part'

/** When and on what a part was measured. */
export interface Circumstances {
  readonly machine: string
  readonly load: string
  readonly at: string
  readonly quick: boolean
}

export interface Measured extends Circumstances {
  readonly part: Part
}

const about = `What Farthing costs, measured beside what people would use instead, in one run: \`npm run bench\` (an hour or so; \`npm run bench -- --quick\` shows roughly the same in five minutes, and leaves this page alone). The command writes this page, its charts, and the same figures as JSON ([bench.json](bench.json)). Nothing here is ever a condition of a test: a slow machine breaks nothing.

Every figure is the median of its runs, with the first and third quartile in parentheses. What is compared ran in turn, one of each, and the ratio is the median of the ratios of those turns: what slows the machine for a moment slows both. Milliseconds are this machine's; ratios travel better.`

/** The page of figures. @param pictures folder of the charts as the page links to it */
export function asMarkdown(measured: readonly Measured[], pictures: string): string {
  const budgets = measured.flatMap(({ part }) => part.budgets)
  return [
    '# What it costs',
    about,
    ...(budgets.length === 0 ? [] : ['## Budgets', budgetTable(measured)]),
    ...measured.map((one) => section(one, pictures)),
    '',
  ].join('\n\n').replace(/\n+$/, '\n')
}

function budgetTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ part }) => part.budgets.map(({ what, most, found, kept, because }) => [what, most, inWords(found), kept ? 'yes' : `**no**${because === null ? '' : `. ${because}`}`]))
  return grid(['', 'at most', 'found', 'kept'], rows)
}

function section({ part, machine, load, at, quick }: Measured, pictures: string): string {
  const where = `Measured ${at.slice(0, 10)} on ${machine}; load ${load}${quick ? '; quick, with few runs' : ''}.`
  return [`## ${part.title}`, part.about, `*${where}*`, ...part.charts.map((chart) => picture(chart, pictures)), ...part.tables.map(tableAsMarkdown)].join('\n\n')
}

const picture = ({ name, title }: Chart, pictures: string): string => `![${title}](${pictures}/${name}.svg)`

const tableAsMarkdown = ({ title, says, head, rows }: Table): string =>
  [`### ${title}`, ...(says === '' ? [] : [says]), grid(head, rows.map(({ name, cells }) => [name, ...cells.map(inWords)]))].join('\n\n')

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}
