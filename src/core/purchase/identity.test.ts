import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalResource, nextCounter } from './identity'
import { delivered, expired, fold, interrupted, quoted, reserved, sent, settled, signed, terms } from './machine.fixtures'
import type { Purchase, PurchaseEvent } from './purchase'

describe('canonicalResource', () => {
  it.each([
    ['https://News.example:443/a#part', 'https://news.example/a'],
    ['http://news.example:8080/a', 'http://news.example:8080/a'],
    ['https://news.example/a?utm_source=x&id=5&UTM_Medium=y&fbclid=z', 'https://news.example/a?id=5'],
    ['https://news.example/a?gclid=1', 'https://news.example/a'],
    ['https://news.example/a?b=2&a=1&b=3', 'https://news.example/a?b=2&a=1&b=3'],
    ['https://news.example/a?q=a%20b+c&e=&f', 'https://news.example/a?q=a%20b+c&e=&f'],
    ['https://news.example/a?mc_eid=1&mc_eids=2', 'https://news.example/a?mc_eids=2'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['https://news.example/a/', 'https://news.example/a/'],
    ['https://news.example/a??', 'https://news.example/a??'],
    ['not a url', 'not a url'],
  ])('%s is %s', (url, canonical) => expect(canonicalResource(url)).toBe(canonical))

  it('is settled after one pass, and keeps everything else apart', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalResource(url)
        expect(canonicalResource(once)).toBe(once)
        expect(canonicalResource(`${once}${once.includes('?') ? '&' : '?'}utm_campaign=x#y`)).toBe(once)
        expect(canonicalResource(`${once}${once.includes('?') ? '&' : '?'}chapter=2`)).not.toBe(once)
      }),
    )
  })
})

describe('nextCounter', () => {
  const ends: readonly (readonly PurchaseEvent[])[] = [[settled], [settled, delivered], [interrupted], [expired], [interrupted, settled]]
  const bought = (counter: number, more: readonly PurchaseEvent[]): Purchase => {
    const purchase = fold([{ ...quoted, terms: { ...terms, counter } }, reserved, signed, sent, ...more])
    if (purchase === null) throw new Error('no purchase')
    return purchase
  }

  it('begins at zero, and is zero again after an attempt that was not paid', () => {
    expect(nextCounter([])).toBe(0)
    expect(nextCounter([bought(0, [expired]), bought(0, [interrupted])])).toBe(0)
    expect(nextCounter([bought(0, [settled, delivered])])).toBe(1)
  })

  it('never gives out the counter of a purchase that was paid, and skips none', () => {
    const history = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...ends)).map(([counter, more]) => bought(counter, more)), { maxLength: 6 })
    fc.assert(
      fc.property(history, (purchases) => {
        const next = nextCounter(purchases)
        const paid = purchases.filter((purchase) => purchase.settlement !== null).map((purchase) => purchase.terms.counter)
        expect(paid).not.toContain(next)
        expect(next).toBe(paid.length === 0 ? 0 : Math.max(...paid) + 1)
      }),
    )
  })
})
