import { expect, it, vi } from 'vitest'
import { answered, delivered, facts, fold, quoted, reserved, sent, settled, signed } from '../../core/purchase/machine.fixtures'
import type { Purchase, PurchaseEvent } from '../../core/purchase/purchase'
import { outcomeOf } from './outcome'

vi.mock('../../platform/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en' } } }))

const came = answered(facts(200, { contentArrived: true }))
const cameNot = answered(facts(500, { contentArrived: false }))
const steps: readonly (readonly [string, readonly PurchaseEvent[], string])[] = [
  ['it is paid only once the chain says so', [], 'sending'],
  ['the chain says so, and the page has not come', [settled], 'delivering'],
  ['the page has come, and the chain has not spoken', [came], 'confirming'],
  ['an answer without a page is worth a look', [cameNot], 'checking'],
]

it.each(steps)('while %s', (_, events, step) => {
  const purchase = fold([quoted, reserved, signed, sent, ...events])
  expect(purchase && outcomeOf(purchase, { host: 'news.example', title: 'The wren' })).toMatchObject({ state: 'working', step })
})

it('is over once both have come', () => {
  const purchase = fold([quoted, reserved, signed, sent, came, settled, delivered]) as Purchase
  expect(outcomeOf(purchase, { host: 'news.example', title: 'The wren' })).toMatchObject({ state: 'done', outcome: 'delivered' })
})
