import { inWords } from './cells'
import type { Part, Table } from './part'

/** A part as a terminal shows it. */
export function asText({ title, tables, budgets }: Part): string {
  const asked = { title: 'Budgets', says: '', head: ['', 'at most', 'found', ''], rows: budgets.map(({ what, most, found, kept }) => ({ name: what, cells: [most, found, kept ? 'kept' : 'NOT KEPT'] })) }
  return [title.toUpperCase(), ...[...tables, ...(budgets.length === 0 ? [] : [asked])].map(tableAsText)].join('\n\n')
}

function tableAsText({ title, head, rows }: Table): string {
  const lines = [head, ...rows.map(({ name, cells }) => [name, ...cells.map(inWords)])]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const written = lines.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2))).join('').trimEnd())
  return [title, ...written].join('\n')
}
