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

/** Writes moments in one time zone. @param timeZone IANA name @throws RangeError if it is none */
export function momentWriter(timeZone: string): (at: number) => Moment {
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
