import { describe, expect, it } from 'vitest'
import { delivered, fold, quoted, reserved, settled, signed, sent, start } from '../purchase/machine.fixtures'
import type { Purchase } from '../purchase/purchase'
import { assess, type Circumstances } from './assess'
import { paidJournal, paidPurchase } from './dispute.fixtures'

const day = 24 * 3_600_000
const around = (more: Partial<Circumstances> = {}): Circumstances => ({ others: [], signedPrice: null, receipt: 'none', terms: null, refunded: 0n, isDisputed: false, now: start + day, ...more })
const like = (purchase: Purchase, id: string, terms: Partial<Purchase['terms']> = {}, more: Partial<Purchase> = {}): Purchase => ({ ...purchase, id, terms: { ...purchase.terms, ...terms }, ...more })

describe('what helps at once comes before a dispute', () => {
  it('fetching it again, where it was paid and never came', () => {
    expect(assess(paidPurchase(), 'not-delivered', around())).toMatchObject({ helps: ['retry'], facts: ['paid', 'never-arrived', 'no-receipt'], hindrance: null, most: 50_000n, proposed: 50_000n })
  })

  it('nothing, where nothing was charged', () => {
    const unsent = fold([quoted, reserved, signed, sent])
    const found = unsent === null ? null : assess(unsent, 'not-delivered', around())
    expect(found).toMatchObject({ helps: ['not-charged'], facts: ['maybe-paid', 'never-arrived', 'no-receipt'], hindrance: 'not-known', until: null })
  })

  it('nothing either, once it is certain that nothing was', () => {
    const gone = fold([quoted, reserved, signed, sent, { type: 'expired', at: start + day }])
    expect(gone === null ? null : assess(gone, 'not-delivered', around())).toMatchObject({ facts: ['not-paid', 'never-arrived', 'no-receipt'], hindrance: 'not-paid' })
  })

  it('the wallet’s own door, where it was somebody else', () => {
    expect(assess(paidPurchase(), 'not-me', around()).helps).toEqual(['secure'])
  })
})

describe('charged twice', () => {
  const purchase = paidPurchase([delivered])
  it.each<readonly [string, Purchase, boolean]>([
    ['the same thing again', like(purchase, 'p2', { counter: 1 }, { createdAt: start + 300 * day }), true],
    ['the same thing under an address with another fragment', like(purchase, 'p2', { resource: `${purchase.terms.resource}#top` }), true],
    ['one of the same name and price, an hour later', like(purchase, 'p2', { resource: 'https://news.example/copy' }, { createdAt: start + 3_600_000 }), true],
    ['one of the same name and price, a week later', like(purchase, 'p2', { resource: 'https://news.example/copy' }, { createdAt: start + 7 * day }), false],
    ['one of another price', like(purchase, 'p2', { resource: 'https://news.example/copy', amount: 60_000n }), false],
    ['one paid to somebody else', like(purchase, 'p2', { payTo: `0x${'55'.repeat(20)}` }), false],
    ['one that was never charged', like(purchase, 'p2', {}, { settlement: null }), false],
    ['itself', purchase, false],
  ])('%s', (_, other, isTwice) => {
    const found = assess(purchase, 'charged-twice', around({ others: [other] }))
    expect(found.duplicates.map(({ id }) => id)).toEqual(isTwice ? ['p2'] : [])
    expect(found.facts).toContain(isTwice ? 'twice' : 'not-twice')
  })
})

describe('a wrong price', () => {
  it('is proved by what the seller has signed, and what was too much is proposed', () => {
    expect(assess(paidPurchase(), 'wrong-price', around({ signedPrice: 30_000n }))).toMatchObject({ facts: ['paid', { kind: 'signed-less', signed: 30_000n }], proposed: 20_000n, most: 50_000n })
  })

  it.each([
    [null, 'price-unsigned'],
    [50_000n, 'price-as-signed'],
    [70_000n, 'price-as-signed'],
  ] as const)('is not proved by %s', (signedPrice, fact) => {
    expect(assess(paidPurchase(), 'wrong-price', around({ signedPrice }))).toMatchObject({ facts: ['paid', fact], proposed: 50_000n })
  })
})

describe('nothing can be asked', () => {
  it.each([
    ['twice at once', { isDisputed: true }, 'under-way'],
    ['of what is back', { refunded: 50_000n }, 'refunded'],
    ['after its time', { now: start + 15 * day }, 'too-late'],
  ] as const)('%s', (_, more, hindrance) => {
    expect(assess(paidPurchase(), 'withdrawal', around(more)).hindrance).toBe(hindrance)
  })

  it('but the rest, where a part is back; never more than was paid', () => {
    expect(assess(paidPurchase(), 'not-delivered', around({ refunded: 20_000n }))).toMatchObject({ most: 30_000n, proposed: 30_000n, helps: ['refunded', 'retry'] })
    expect(assess(paidPurchase(), 'not-delivered', around({ refunded: 80_000n })).most).toBe(0n)
  })
})

it('a purchase that only the chain remembers can be disputed like any other', () => {
  const terms = paidJournal[0]?.type === 'quoted' ? paidJournal[0].terms : undefined
  const recognised = terms === undefined ? null : fold([{ type: 'recognised', at: settled.at, terms, transaction: settled.transaction }])
  expect(recognised === null ? null : assess(recognised, 'not-as-described', around()).hindrance).toBeNull()
})
