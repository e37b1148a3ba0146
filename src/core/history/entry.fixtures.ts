import fc from 'fast-check'
import { start, terms } from '../purchase/machine.fixtures'
import { deliveryKinds, purchaseStates } from '../purchase/purchase'
import type { HistoryEntry } from './entry'
import { unlabelled } from './label'
import { historySorts, type HistoryQuery } from './query'

/** Five cents for an article on the wren. */
export const entry: HistoryEntry = {
  id: '00000000-0000-4000-8000-000000000001',
  order: 1,
  at: start,
  paidAt: start + 5,
  title: 'The wren',
  host: 'news.example',
  path: '/birds/wren',
  kind: 'document',
  state: 'delivered',
  amount: 50_000n,
  network: terms.network,
  asset: terms.asset,
  payTo: terms.payTo,
  unasked: false,
  note: null,
  toOthers: 0n,
  label: unlabelled,
}

const anyWord = fc.constantFrom('wren', 'Wren', 'robin', 'Zaunkönig', 'ZAUNKÖNIG', 'Éire', '東京', '0.05', 'ß', 'ΣΊΣΥΦΟΣ')
const anyText = fc.array(anyWord, { maxLength: 3 }).map((words) => words.join(' '))
const anyTag = fc.constantFrom('birds', 'Birds', 'Été', 'work')
const anyAmount = fc.constantFrom(0n, 1n, 50_000n, 500_000n, 10_050_000n, 2n ** 200n)
const anyTime = fc.integer({ min: start, max: start + 5 })

/** Entries that have much in common, in the sequence they were begun in. */
export const anyEntries: fc.Arbitrary<readonly HistoryEntry[]> = fc
  .array(
    fc.record({
      at: anyTime,
      paidAt: fc.option(anyTime),
      title: anyText,
      host: fc.constantFrom('news.example', 'blog.example', 'Post.example:8443'),
      path: fc.constantFrom('/', '/wren', '/Zaunk%C3%B6nig', '/%E0%A4%A'),
      kind: fc.constantFrom(...deliveryKinds),
      state: fc.constantFrom(...purchaseStates),
      amount: anyAmount,
      network: fc.constantFrom('eip155:8453' as const, 'eip155:31337' as const),
      unasked: fc.boolean(),
      note: fc.option(anyText),
      toOthers: fc.option(anyAmount),
      label: fc.record({ note: fc.option(anyText), tags: fc.uniqueArray(anyTag, { maxLength: 2 }) }),
    }),
    { maxLength: 30 },
  )
  .map((some) => some.map((one, at) => ({ ...entry, ...one, id: `p${at}`, order: at * 2 + 1 })))

export const anyQuery: fc.Arbitrary<HistoryQuery> = fc.record({
  text: anyText,
  from: fc.option(anyTime),
  to: fc.option(anyTime),
  hosts: fc.uniqueArray(fc.constantFrom('news.example', 'blog.example'), { maxLength: 2 }),
  states: fc.uniqueArray(fc.constantFrom(...purchaseStates), { maxLength: 6 }),
  kinds: fc.uniqueArray(fc.constantFrom(...deliveryKinds), { maxLength: 3 }),
  tags: fc.uniqueArray(anyTag, { maxLength: 2 }),
  least: fc.option(anyAmount),
  most: fc.option(anyAmount),
  sort: fc.constantFrom(...historySorts),
  offset: fc.nat(4),
  limit: fc.integer({ min: 1, max: 10 }),
})
