import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Purchase } from '../purchase/purchase'
import { delivered, expired, fold, quoted, refunded, reserved, sent, settled, signed, terms } from '../purchase/machine.fixtures'
import { recordOf } from '../history/entry'
import { paymentsCsv } from './payments-csv'

const own = { note: '', tags: [] }

function bought(change: Partial<Purchase['terms']> = {}): Purchase {
  const purchase = fold([quoted, reserved, signed, sent, settled, delivered])
  if (purchase === null) throw new Error('a purchase')
  return { ...purchase, terms: { ...purchase.terms, ...change } }
}

/** Read by somebody else's parser. */
function read(purchases: readonly Purchase[], words = own, timeZone = 'Europe/Berlin'): Record<string, string>[] {
  const csv = paymentsCsv(timeZone)
  const text = csv.head + purchases.map((purchase) => csv.line(recordOf(purchase, 1, words))).join('')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r]/)
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(parsed.errors).toEqual([])
  return parsed.data
}
const row = (...given: Parameters<typeof read>) => read(...given)[0] ?? {}

it('tells of a payment what an accountant asks', () => {
  expect(row([bought()])).toEqual({
    Date: '2025-10-09',
    Time: '10:53:20',
    'Time zone': 'Europe/Berlin, UTC+02:00',
    Title: 'The wren',
    Site: 'news.example',
    Page: 'https://news.example/article',
    Kind: 'Page',
    State: 'Paid',
    Amount: '0.05',
    Currency: 'USDC',
    'Came back': '',
    Network: 'Local',
    'Estimated value': '',
    'Estimated in': '',
    'Rate for 1 USDC': '',
    'Rate from': '',
    'Rate of': '',
    'Creator receives': '0.05',
    'Platform share': '',
    'Payment service': '',
    'Network fee': '',
    'Held in trust': '',
    'Passed on to others': '',
    'Spent earlier to get these dollars': '',
    'Paid to': '0x2222222222222222222222222222222222222222',
    'Payment reference': settled.transaction,
    'Written to the creator': '',
    'Own note': '',
    'Own labels': '',
  })
})

it.each([
  ['UTC', '2025-10-09', '08:53:20', 'UTC, UTC+00:00'],
  ['Pacific/Kiritimati', '2025-10-09', '22:53:20', 'Pacific/Kiritimati, UTC+14:00'],
  ['America/St_Johns', '2025-10-09', '06:23:20', 'America/St_Johns, UTC-02:30'],
])('says when it was in %s', (zone, date, time, named) => {
  expect(row([bought()], own, zone)).toMatchObject({ Date: date, Time: time, 'Time zone': named })
})

it('tells what came back beside what was paid, and takes it off nothing', () => {
  const back = (...amounts: readonly bigint[]): Purchase => ({ ...bought(), refunds: amounts.map((amount, logIndex) => ({ ...refunded.refund, logIndex, amount, at: refunded.at })) })
  expect(row([back(20_000n, 1n)])).toMatchObject({ Amount: '0.05', 'Came back': '0.020001', 'Creator receives': '0.05' })
})

it('never shows an undeclared fee as nothing', () => {
  const feeLines = [...terms.feeLines, { kind: 'platform' as const, amount: null, paidBy: 'seller' as const, known: 'undeclared' as const, account: null }]
  expect(row([bought({ feeLines })])).toMatchObject({ 'Platform share': 'not declared', 'Network fee': '' })
})

it('converts at the rate of that day, as an estimate', () => {
  const rate = { currency: 'EUR', numerator: 9n, denominator: 10n, source: 'feed' as const, at: Date.UTC(2025, 9, 9, 8, 30) }
  expect(row([bought({ rate })])).toMatchObject({ 'Estimated value': '0.045', 'Estimated in': 'EUR', 'Rate for 1 USDC': '0.9', 'Rate from': 'Chainlink', 'Rate of': '2025-10-09 08:30' })
})

it('says that what was not taken was not charged', () => {
  const purchase = fold([quoted, reserved, signed, sent, expired])
  expect(purchase && row([purchase])).toMatchObject({ State: 'Not charged', 'Payment reference': '' })
})

describe('whatever is in it', () => {
  it('is read back cell by cell, and no title, note or label runs', () => {
    const text = fc.string({ unit: fc.constantFrom('=', '@', '"', ',', ';', '\n', '\r', '\t', ' ', 'a', '1', '＝') })
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), (title, note, tags) => {
        const csv = paymentsCsv('UTC')
        const lines = Papa.parse<string[]>(csv.head + csv.line(recordOf(bought({ title }), 1, { note, tags })), { newline: '\r\n', delimiter: ',' }).data
        expect(lines[1]).toHaveLength(29)
        for (const cell of lines[1] ?? []) expect(cell).not.toMatch(/^[\s]*[=@＝]/u)
      }),
    )
  })

  it('adds up to the last unit', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 10n ** 15n), { minLength: 1, maxLength: 20 }), (amounts) => {
        const rows = read(amounts.map((amount) => bought({ amount })))
        const sum = rows.reduce((total, { Amount = '' }) => {
          const [whole = '0', fraction = ''] = Amount.split('.')
          return total + BigInt(whole + fraction.padEnd(6, '0'))
        }, 0n)
        expect(sum).toBe(amounts.reduce((total, amount) => total + amount, 0n))
      }),
    )
  })
})
