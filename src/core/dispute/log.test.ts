import fc from 'fast-check'
import { canonicalize } from '@x402/extensions/offer-receipt'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { asked, filing } from './dispute.fixtures'
import { firstBreak, logged, type LogEntry } from './log'

const events = [{ type: 'filed', filing }, { type: 'sending', what: 'request' }, { type: 'sent', what: 'request' }, { type: 'refund', amount: 50_000n, transaction: `0x${'ef'.repeat(32)}`, logIndex: 3 }, { type: 'closed', outcome: 'refunded' }] as const
const log = events.reduce<readonly LogEntry[]>((entries, event, at) => logged(entries, asked + at, 'wallet', event), [])

it('holds together, and others can check it: SHA-256 of the canonical JSON of each entry', () => {
  expect(firstBreak(log)).toBeNull()
  for (const { sha256, ...entry } of log) {
    const plain: unknown = JSON.parse(JSON.stringify(entry, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)))
    expect(`0x${createHash('sha256').update(canonicalize(plain)).digest('hex')}`).toBe(sha256)
  }
})

it('broken at any place is noticed at that place', () => {
  const place = fc.nat(log.length - 1)
  const change = fc.constantFrom<(entry: LogEntry) => LogEntry>(
    (entry) => ({ ...entry, at: entry.at + 1 }),
    (entry) => ({ ...entry, by: 'seller' }),
    (entry) => ({ ...entry, seq: entry.seq + 1 }),
    (entry) => ({ ...entry, prev: `0x${'1'.repeat(64)}` }),
    (entry) => ({ ...entry, event: { type: 'silent' } }),
    (entry) => ({ ...entry, sha256: `0x${'2'.repeat(64)}` }),
  )
  fc.assert(
    fc.property(place, change, (at, changed) => {
      expect(firstBreak(log.map((entry, one) => (one === at ? changed(entry) : entry)))).toBe(at)
    }),
  )
})

it('with an entry taken out, put in or moved is noticed, even where that entry was made anew', () => {
  fc.assert(
    fc.property(fc.nat(log.length - 2), (at) => {
      expect(firstBreak(log.filter((_, one) => one !== at))).toBe(at)
    }),
  )
  const [first, second] = log
  if (first === undefined || second === undefined) throw new Error('the log is empty')
  expect(firstBreak([second, first, ...log.slice(2)])).toBe(0)
  expect(firstBreak([...logged([first], asked + 9, 'reader', { type: 'silent' }), ...log.slice(2)]), 'the one after it does not know it').toBe(2)
})
