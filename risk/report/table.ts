/** A table in Markdown. The first column is text, the others are numbers, to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

export const percent = (part: number, digits = 0): string => `${(100 * part).toFixed(digits)} %`
export const dollars = (sum: number, digits = 2): string => `$${sum.toFixed(digits)}`
export const between = ([low, high]: readonly [number, number], write: (value: number) => string): string => `${write(low)} to ${write(high)}`
