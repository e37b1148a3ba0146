import type { Cell, Figure } from './part'

/** Three digits are more than any of this is exact to. */
export function digits(value: number): string {
  const size = Math.abs(value)
  if (size >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en')
  return size >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** "12.3 ms (11.9 to 13.0)": the median, and the quartiles. */
export function inWords(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  return cell.runs === 1 || cell.low === cell.high ? median(cell) : `${median(cell)} (${digits(cell.low)} to ${digits(cell.high)})`
}

const median = ({ median: middle, unit }: Figure): string => `${digits(middle)} ${unit}`.trim()
