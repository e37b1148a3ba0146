/** A moment as a calendar and a clock show it, in pieces that a spreadsheet understands. */
export interface Moment {
  /** YYYY-MM-DD. */
  readonly date: string
  /** HH:MM:SS. */
  readonly time: string
  /** "Europe/Berlin, UTC+02:00": a name, and what it meant then. */
  readonly zone: string
}

/** @param name what is to be the name of a time zone (IANA) */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const minute = 60_000
const day = 24 * 60 * minute
/** Years of four digits, in which zones differ from UTC by whole minutes. */
const [earliest, latest] = [Date.UTC(1980, 0), Date.UTC(2100, 0)]

/**
 * Writes moments in one time zone. A day at whose beginning and end the clocks agree is reckoned with, which is many times faster than
 * asking the browser for each moment of it. @param timeZone IANA name @throws RangeError if it is none
 */
export function momentWriter(timeZone: string): (at: number) => Moment {
  const ask = momentAsker(timeZone)
  const asked = new Map<number, { readonly zone: string; readonly ahead: number | null }>()
  const atBeginning = (days: number) => {
    const known = asked.get(days)
    if (known !== undefined) return known
    const { zone } = ask(days * day)
    const fresh = { zone, ahead: aheadOfUtc(zone) }
    asked.set(days, fresh)
    return fresh
  }
  return (at) => {
    if (at < earliest || at >= latest) return ask(at)
    const days = Math.floor(at / day)
    const { zone, ahead } = atBeginning(days)
    if (ahead === null || zone !== atBeginning(days + 1).zone) return ask(at)
    const local = new Date(at + ahead).toISOString()
    return { date: local.slice(0, 10), time: local.slice(11, 19), zone }
  }
}

/** Milliseconds; null where it is no whole minutes. */
function aheadOfUtc(zone: string): number | null {
  const [, sign, hours, minutes] = /UTC([+-])([0-9]{2}):([0-9]{2})$/.exec(zone) ?? []
  if (sign === undefined) return null
  return (sign === '-' ? -minute : minute) * (Number(hours) * 60 + Number(minutes))
}

function momentAsker(timeZone: string): (at: number) => Moment {
  // English with Latin digits, whatever the reader's language: files are compared and sorted.
  const format = new Intl.DateTimeFormat('en-u-nu-latn-ca-gregory', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  })
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value])) as Record<Intl.DateTimeFormatPartTypes, string>
    const offset = parts.timeZoneName.replace('GMT', 'UTC')
    return {
      date: `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}`,
      time: `${parts.hour}:${parts.minute}:${parts.second}`,
      zone: `${timeZone}, ${offset === 'UTC' ? 'UTC+00:00' : offset}`,
    }
  }
}
