import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeTransfer, type TransferAuthorization } from '../../core/authorization/transfer'
import { toHex, type Hex } from '../../core/hex'
import type { FeeLineView } from '../../messaging/views'
import { readDraft } from './draft'
import { transfer } from './testing'

const message = (changes: Partial<TransferAuthorization> = {}): Hex => {
  const bytes = encodeTransfer({ ...transfer, ...changes })
  if (!bytes.ok) throw new Error(bytes.error)
  return toHex(bytes.value)
}
const money = (atomic: string, symbol = 'USDC', decimals = 6) => ({ atomic, decimals, symbol })
const content = (atomic: string): FeeLineView => ({ kind: 'content', amount: money(atomic), paidBy: 'reader', known: 'agreed', account: null })
const seller: FeeLineView = { kind: 'network', amount: money('999999'), paidBy: 'seller', known: 'agreed', account: null }
const undeclared: FeeLineView = { kind: 'platform', amount: null, paidBy: 'seller', known: 'undeclared', account: null }
const fault = (result: ReturnType<typeof readDraft>) => (result.ok ? null : result.error)

describe('readDraft', () => {
  it('takes amount, payee, payer and network from the bytes', () => {
    const draft = readDraft({ message: message(), feeLines: [content('50000'), undeclared, seller] })
    expect(draft).toMatchObject({
      ok: true,
      value: {
        amount: money('50000'),
        payee: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C',
        payer: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
        network: { label: 'Base Sepolia' },
      },
    })
  })

  it('adds up several lines of the reader', () => {
    expect(readDraft({ message: message(), feeLines: [content('45000'), { ...content('5000'), kind: 'platform' }] }).ok).toBe(true)
  })

  it.each([
    ['one unit too little', [content('49999')]],
    ['one unit too much', [content('50001')]],
    ['no line', []],
    ['only what the seller pays', [{ ...content('50000'), paidBy: 'seller' }]],
    ['a line of the reader that nobody declared', [content('50000'), { ...undeclared, paidBy: 'reader' }]],
    ['a line that is no amount', [content('5e4')]],
    ['a negative line that evens out', [content('60000'), { ...content('-10000'), kind: 'platform' }]],
    ['another currency', [{ ...content('50000'), amount: money('50000', 'USDT') }]],
    ['other decimals', [{ ...content('50000'), amount: money('50000', 'USDC', 2) }]],
  ] satisfies [string, FeeLineView[]][])('refuses %s', (_name, feeLines) => {
    expect(fault(readDraft({ message: message(), feeLines }))).toBe('lines')
  })

  it.each<[string, Hex]>([
    ['nothing', '0x'],
    ['half a message', `0x${message().slice(2, 300)}`],
    ['a message with more behind it', `${message()}00`],
    ['no hex', '0xzz'],
  ])('refuses %s', (_name, bytes) => {
    expect(fault(readDraft({ message: bytes, feeLines: [content('50000')] }))).toBe('unreadable')
  })

  it('shows no other amount than the one in the bytes, whatever the lines say', () => {
    const atomic = fc.bigInt({ min: 0n, max: 10n ** 15n })
    fc.assert(
      fc.property(atomic, atomic, (value, said) => {
        const draft = readDraft({ message: message({ value }), feeLines: [content(said.toString())] })
        expect(draft.ok).toBe(value === said)
        if (draft.ok) expect(draft.value.amount.atomic).toBe(value.toString())
      }),
    )
  })
})
