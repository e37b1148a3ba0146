const day = String.raw`(\d{4})-(\d{2})-(\d{2})`
const time = String.raw`([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?`
const offset = String.raw`(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))`
const pattern = new RegExp(`^${day}[Tt]${time}${offset}$`)

/**
 * The moment an RFC 3339 date-time names, in milliseconds since 1970; what is finer is cut off. Null for anything else, days
 * that are in no calendar, and leap seconds. Browsers differ in what else `Date.parse` takes, so it is not asked.
 */
export function readTimestamp(text: string): number | null {
  const found = pattern.exec(text)
  if (found === null) return null
  const part = (at: number): number => Number(found[at] ?? 0)
  const midnight = new Date(Date.UTC(part(1), part(2) - 1, part(3)))
  if (midnight.toISOString().slice(0, 10) !== text.slice(0, 10)) return null
  const milliseconds = Number((found[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const east = (found[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10))
  return midnight.getTime() + ((part(4) * 60 + part(5) - east) * 60 + part(6)) * 1000 + milliseconds
}
