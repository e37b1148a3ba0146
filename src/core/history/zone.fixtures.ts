import type { Zone } from './calendar'

const parts = (name: string) =>
  new Intl.DateTimeFormat('en-US', { timeZone: name, calendar: 'iso8601', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })

/** A real time zone by its IANA name, with its changes of clock. */
export function zoneNamed(name: string): Zone {
  const format = parts(name)
  return (at) => {
    const shown = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Record<string, number>
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown
    return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000) / 60_000)
  }
}

/** Zones that differ in what makes calendars hard: changes at midnight, quarter hours, half an hour of summer, both edges of the day. */
export const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'America/Santiago', 'Asia/Beirut', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns'] as const
