/** The statement of a year, as a place in the history: "statement-2026". */
export const statementDetail = (year: number): string => `statement-${String(year)}`

/** The year of such a place, or null for any other. */
export function statementYear(detail: string): number | null {
  const year = /^statement-(2[0-9]{3})$/.exec(detail)?.[1]
  return year === undefined ? null : Number(year)
}
