import fc from 'fast-check'
import { expect, it } from 'vitest'
import { momentWriter } from './moments'

/** As the browser says it, moment by moment. */
function asker(timeZone: string): (at: number) => object {
  const format = new Intl.DateTimeFormat('en-GB-u-nu-latn', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset' })
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
    const offset = of('timeZoneName').replace('GMT', 'UTC')
    return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}:${of('second')}`, zone: `${timeZone}, ${offset === 'UTC' ? 'UTC+00:00' : offset}` }
  }
}

const zones = ['UTC', 'Europe/Berlin', 'Europe/London', 'America/St_Johns', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Asia/Kathmandu', 'Africa/Casablanca', 'Africa/Cairo', 'Africa/Monrovia', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Kiritimati', 'America/Sao_Paulo', 'Asia/Gaza']

it.each(zones)('tells every moment in %s as the browser does', (zone) => {
  const [moment, asked] = [momentWriter(zone), asker(zone)]
  const written = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2105, 0) })
  fc.assert(
    fc.property(written, (at) => {
      expect(moment(at)).toEqual(asked(at))
    }),
  )
})

it.each(zones)('tells the hours in which the clocks of %s are changed as the browser does', (zone) => {
  const [moment, asked] = [momentWriter(zone), asker(zone)]
  const quarter = 15 * 60_000
  let before = moment(Date.UTC(2010, 0)).zone
  for (let at = Date.UTC(2010, 0); at < Date.UTC(2012, 0); at += 96 * quarter) {
    const { zone: now } = moment(at)
    const wrong: number[] = []
    if (now !== before) for (let near = at - 96 * quarter; near <= at; near += quarter) for (const one of [near - 1, near]) if (JSON.stringify(moment(one)) !== JSON.stringify(asked(one))) wrong.push(one)
    expect(wrong).toEqual([])
    before = now
  }
})
