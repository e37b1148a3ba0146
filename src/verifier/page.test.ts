// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { recordOf } from '../core/export/receipts.fixtures'
import type { ReceiptRecord } from '../core/export/receipts'
import { sellers } from '../core/receipt/receipt.fixtures'
import { writePage } from './page'
import { receiptsPage as words } from './words'

let record: ReceiptRecord
beforeAll(async () => {
  const [seller] = sellers()
  if (seller !== undefined) record = await recordOf(seller)
})
const file = (...receipts: readonly object[]): string => JSON.stringify({ farthing: 'receipts', version: 1, receipts })

let root: HTMLElement
beforeEach(() => {
  root = document.createElement('main')
})

it('says of a whole payment what holds', () => {
  writePage(root, file(record), words)
  expect(root.textContent).toContain('One payment, and it holds.')
  expect(root.textContent).toContain('0.05 USDC')
  expect([...root.querySelectorAll('li')].map(({ className }) => className)).toEqual(['good', 'good', 'good', 'none'])
})

it.each([
  ['amount', { amount: '5' }, ['stop', 'stop', 'good', 'none']],
  ['settlement', { transaction: `0x${'cd'.repeat(32)}` }, ['good', 'good', 'stop', 'none']],
  ['account that was paid', { payTo: `0x${'44'.repeat(20)}` }, ['stop', 'stop', 'care', 'none']],
])('says that a payment with another %s does not hold', (_what, change, marks) => {
  writePage(root, file(record, { ...record, ...change }), words)
  expect(root.textContent).toContain('2 payments, of which 1 hold.')
  expect([...root.querySelectorAll('section')].map((section) => [...section.querySelectorAll('li')].map(({ className }) => className))).toEqual([['good', 'good', 'good', 'none'], marks])
})

it('tells what came back, and that nothing here proves it', () => {
  const refunds = [{ transaction: `0x${'ef'.repeat(32)}`, logIndex: 3, amount: '20000' }]
  writePage(root, file({ ...record, refunds }), words)
  expect(root.textContent).toContain('One payment, and it holds.')
  expect([...root.querySelectorAll('li')].map(({ className }) => className)).toEqual(['good', 'good', 'good', 'none', 'none'])
  expect(root.querySelector('li:last-child')?.textContent).toMatch(/0\.02 USDC came back to 0x.* in transaction 0xef.*No signature in this file proves that/)
  writePage(root, file({ ...record, refunds: [{ ...refunds[0], amount: -1 }] }), words)
  expect(root.textContent).toContain('cannot be read')
})

it.each<readonly [string, () => string]>([
  ['nothing', () => ''],
  ['half a file', () => file(record).slice(0, 500)],
  ['something else', () => '[]'],
  ['a later version', () => file(record).replace('"version":1', '"version":2')],
  ['no receipt', () => file({})],
  ['more than a receipt', () => file({ ...record, more: 1 })],
  ['money as a number', () => file({ ...record, amount: 50_000 })],
])('says that it cannot read %s', (_what, text) => {
  writePage(root, text(), words)
  expect(root.textContent).toContain('cannot be read')
  expect(root.querySelectorAll('section')).toHaveLength(0)
})

it('never takes a text for more than text', () => {
  const title = '<img src=x onerror=alert(1)></script><script>alert(1)</script>'
  writePage(root, file({ ...record, title }), words)
  expect(root.querySelector('h2')?.textContent).toBe(title)
  expect(root.querySelectorAll('img, script')).toHaveLength(0)
})
