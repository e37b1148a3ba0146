import { describe, expect, it } from 'vitest'
import { delivered, fold, quoted, reserved, sent, settled, signed, terms, transaction } from '../purchase/machine.fixtures'
import type { FeeLineRecord, Purchase, PurchaseTerms } from '../purchase/purchase'
import { entryOf } from './entry'
import { unlabelled } from './label'

function bought(change: Partial<PurchaseTerms> = {}, note: string | null = null): Purchase {
  const purchase = fold([{ ...quoted, terms: { ...terms, ...change } }, reserved, { ...signed, note }, sent, settled, delivered])
  if (purchase === null) throw new Error('nothing was bought')
  return purchase
}

const of = (purchase: Purchase) => entryOf(purchase, 3, unlabelled)
const line = (change: Partial<FeeLineRecord>): FeeLineRecord => ({ kind: 'platform', amount: 5_000n, paidBy: 'seller', known: 'declared', account: null, ...change })

it('has no query and no fragment of the page', () => {
  expect(of(bought({ page: 'https://news.example:8443/wren?utm_source=letter#top' }))).toMatchObject({ host: 'news.example:8443', path: '/wren', order: 3 })
  expect(of(bought({ page: 'no address' }))).toMatchObject({ host: 'no address', path: '' })
})

it('has what was written with it, and whether anybody was asked', () => {
  expect(of(bought({ allowance: 'a' }, 'Thank you'))).toMatchObject({ note: 'Thank you', unasked: true, paidAt: settled.at, state: 'delivered' })
})

describe('what went to others', () => {
  const content = line({ kind: 'content', amount: 45_000n, paidBy: 'reader', known: 'agreed' })

  it('is the sum of what is declared, and not known where something is not', () => {
    expect(of(bought({ feeLines: [content] })).toOthers).toBe(0n)
    expect(of(bought({ feeLines: [content, line({}), line({ kind: 'facilitator', amount: 7n })] })).toOthers).toBe(5_007n)
    expect(of(bought({ feeLines: [content, line({}), line({ kind: 'facilitator', amount: null, known: 'undeclared' })] })).toOthers).toBeNull()
  })

  it('is what the chain shows, where somebody has looked', () => {
    const purchase = bought({ feeLines: [content] })
    const trace = { sender: terms.payer, onward: [{ to: terms.payer, amount: 1_234n }] }
    expect(purchase.settlement?.transaction).toBe(transaction)
    expect(of({ ...purchase, trace }).toOthers).toBe(1_234n)
  })

  it('is not what getting dollars cost', () => {
    expect(of(bought({ feeLines: [content, line({ kind: 'funding', paidBy: 'earlier', known: 'reader' })] })).toOthers).toBe(0n)
  })
})
