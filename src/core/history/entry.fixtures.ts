import fc from 'fast-check'
import { toHex } from '../hex'
import { start, terms } from '../purchase/machine.fixtures'
import { deliveryKinds, feeKinds, purchaseStates } from '../purchase/purchase'
import { entryOnly, type HistoryEntry, type HistoryRecord } from './entry'
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
  refunds: [],
  label: unlabelled,
}

const anyWord = fc.constantFrom('wren', 'Wren', 'robin', 'Zaunkönig', 'ZAUNKÖNIG', 'Éire', '東京', '0.05', 'ß', 'ΣΊΣΥΦΟΣ')
const anyText = fc.array(anyWord, { maxLength: 3 }).map((words) => words.join(' '))
const anyTag = fc.constantFrom('birds', 'Birds', 'Été', 'work')
const anyAmount = fc.constantFrom(0n, 1n, 50_000n, 500_000n, 10_050_000n, 2n ** 200n)
const anyTime = fc.integer({ min: start, max: start + 5 })

const anyRate = fc.record({
  currency: fc.constantFrom('EUR', 'JPY'),
  numerator: fc.constantFrom(1n, 9n, 10n ** 20n),
  denominator: fc.constantFrom(1n, 10n ** 8n),
  source: fc.constantFrom('feed' as const, 'reference' as const),
  at: anyTime,
})

/** What is kept of payments that have much in common, in the sequence they were begun in. */
export const anyRecords: fc.Arbitrary<readonly HistoryRecord[]> = fc
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
      refunds: fc.oneof(fc.constant([]), fc.array(fc.record({ at: anyTime, amount: anyAmount }), { maxLength: 2 })),
      label: fc.record({ note: fc.option(anyText), tags: fc.uniqueArray(anyTag, { maxLength: 2 }) }),
      page: fc.constantFrom('https://news.example/wren', 'https://news.example/wren?id=7', 'http://blog.example/', 'nowhere'),
      rate: fc.option(anyRate),
      fees: fc.uniqueArray(fc.tuple(fc.constantFrom(...feeKinds), fc.option(anyAmount)), { selector: ([kind]) => kind, maxLength: 3 }),
      transaction: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex)),
    }),
    { maxLength: 30 },
  )
  .map((some) => some.map((one, at) => ({ ...entry, ...one, id: `p${at}`, order: at * 2 + 1 })))

/** What stays in memory of such payments. */
export const anyEntries: fc.Arbitrary<readonly HistoryEntry[]> = anyRecords.map((records) => records.map(entryOnly))

export const anyQuery: fc.Arbitrary<HistoryQuery> = fc.record({
  text: anyText,
  from: fc.option(anyTime),
  to: fc.option(anyTime),
  hosts: fc.uniqueArray(fc.constantFrom('news.example', 'blog.example'), { maxLength: 2 }),
  states: fc.uniqueArray(fc.constantFrom(...purchaseStates), { maxLength: 6 }),
  kinds: fc.uniqueArray(fc.constantFrom(...deliveryKinds), { maxLength: 3 }),
  tags: fc.uniqueArray(anyTag, { maxLength: 2 }),
  refunded: fc.boolean(),
  least: fc.option(anyAmount),
  most: fc.option(anyAmount),
  sort: fc.constantFrom(...historySorts),
  offset: fc.nat(4),
  limit: fc.integer({ min: 1, max: 10 }),
})
