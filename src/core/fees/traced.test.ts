import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../hex'
import { breakdown, creatorKeeps, readerTotal } from './breakdown'
import { traced } from './traced'

const account = (digit: string): Address => `0x${digit.repeat(40)}`
const [payee, platform, service, stranger] = ['1', '2', '3', '4'].map(account) as [Address, Address, Address, Address]
const fees = [
  { kind: 'platform', amount: 5_000n, paidBy: 'seller', account: platform },
  { kind: 'facilitator', amount: 1_000n, paidBy: 'seller', account: null },
] as const
const declared = breakdown(50_000n, { state: 'declared', fees }, 0)
const line = (lines: ReturnType<typeof traced>, kind: string) => lines.find((one) => one.kind === kind)

describe('what the settlement shows', () => {
  it('takes the place of what was said of an account, more or less', () => {
    const lines = traced(declared, { sender: service, onward: [{ to: platform, amount: 7_000n }] }, payee)
    expect(line(lines, 'platform')).toMatchObject({ amount: 7_000n, known: 'chain' })
    expect(line(lines, 'facilitator')).toMatchObject({ amount: 1_000n, known: 'declared' })
    expect(creatorKeeps(lines)).toBe(42_000n)
  })

  it('names what went to accounts that nobody had named', () => {
    const lines = traced(declared, { sender: service, onward: [{ to: stranger, amount: 300n }, { to: service, amount: 200n }] }, payee)
    expect(line(lines, 'onward')).toEqual({ kind: 'onward', amount: 500n, paidBy: 'seller', known: 'chain', account: null })
    expect(line(lines, 'platform')).toMatchObject({ amount: 5_000n, known: 'declared' })
  })

  it('tells who paid the network', () => {
    expect(line(traced(declared, { sender: service, onward: [] }, payee), 'network')).toMatchObject({ paidBy: 'service', known: 'chain' })
    expect(line(traced(declared, { sender: payee, onward: [] }, payee), 'network')).toMatchObject({ paidBy: 'seller', known: 'chain' })
  })

  it('confirms what the reader pays on top of the content, and never changes it', () => {
    const onTop = breakdown(50_000n, { state: 'signed', fees: [{ kind: 'platform', amount: 5_000n, paidBy: 'reader', account: platform }] }, 0)
    const confirmed = traced(onTop, { sender: service, onward: [{ to: platform, amount: 5_000n }] }, payee)
    expect(line(confirmed, 'platform')).toMatchObject({ amount: 5_000n, known: 'chain' })
    expect(line(confirmed, 'onward')).toBeUndefined()
    const more = traced(onTop, { sender: service, onward: [{ to: platform, amount: 7_000n }] }, payee)
    expect(line(more, 'platform')).toMatchObject({ amount: 5_000n, known: 'signed' })
    expect(line(more, 'onward')).toMatchObject({ amount: 2_000n, known: 'chain' })
    expect([confirmed, more].map(readerTotal)).toEqual([50_000n, 50_000n])
  })

  it('leaves the words of two lines that name one account, and names only what goes beyond them', () => {
    const both = fees.map((fee) => ({ ...fee, account: platform }))
    const lines = traced(breakdown(50_000n, { state: 'declared', fees: both }, 0), { sender: service, onward: [{ to: platform, amount: 6_500n }] }, payee)
    expect(line(lines, 'platform')).toMatchObject({ amount: 5_000n, known: 'declared' })
    expect(line(lines, 'onward')).toMatchObject({ amount: 500n })
  })

  it('is nothing where nobody has looked', () => expect(traced(declared, null, payee)).toBe(declared))
})

it('whatever the settlement shows, what the reader paid stays what was signed, and every unit that went on is in a line', () => {
  const onward = fc.array(fc.record({ to: fc.constantFrom(platform, service, stranger), amount: fc.bigInt({ min: 0n, max: 3_000n }) }), { maxLength: 8 })
  fc.assert(
    fc.property(onward, fc.constantFrom(payee, service), (transfers, sender) => {
      const lines = traced(declared, { sender, onward: transfers }, payee)
      expect(readerTotal(lines)).toBe(50_000n)
      const total = transfers.reduce((sum, { amount }) => sum + amount, 0n)
      const proved = lines.reduce((sum, { known, amount }) => (known === 'chain' ? sum + (amount ?? 0n) : sum), 0n)
      expect(proved).toBe(total)
      expect(new Set(lines.map(({ kind }) => kind)).size).toBe(lines.length)
    }),
  )
})
