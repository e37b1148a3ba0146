import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPage } from './cut'
import { Cuts, type Bounds } from './cuts'
import { partAddress } from './place'

const origin = 'https://ada.example'
const page = (paid: string, free = 'Free.') => `<title>Ferry</title><pay-wall price="0.10"><p>${free}</p><p data-paid>${paid}</p></pay-wall><a href="#up">Up</a>`

const fresh = (html: string, place: string, soldAt: string) => cutPage(html, { page: new URL(origin + place), addressOf: (number) => partAddress(soldAt, number) })

/** All that can be seen of a cut. */
function seen(cut: ReturnType<Cuts['cut']>): unknown {
  if (!cut.ok) return cut.error
  const { whole, ...rest } = cut.value
  return { ...rest, wholes: [[], [1], [2], [1, 2]].map((bought) => [whole(new Set(bought)), whole(new Set(bought), '/elsewhere')]) }
}

describe('pages that were cut', () => {
  it('are cut once as long as they stay as they are', () => {
    const cuts = new Cuts(origin)
    expect(cuts.cut(page('For sale.'), '/ferry', '/ferry')).toBe(cuts.cut(page('For sale.'), '/ferry', '/ferry'))
    expect(cuts.size.pages).toBe(1)
  })

  it('are as if they were cut now, in whatever order they come and however little is kept', () => {
    const text = fc.constantFrom('', 'One.', 'Two.', 'One. ', '<b data-paid>', '</p>', '</pay-wall>', '\n/ferry\n', '<base href="https://cdn.example/">', 'x'.repeat(20_000), `${'x'.repeat(19_999)}y`)
    const place = fc.constantFrom('/', '/ferry', '/ferry?a=1', '/ferry%0A', '/ferry/')
    const asked = fc.record({ paid: text, free: text, place, soldAt: place })
    const bounds = fc.constantFrom<Bounds>({ pages: 500, bytes: 32 * 1024 * 1024 }, { pages: 2, bytes: 1_000_000 }, { pages: 500, bytes: 9_000 }, { pages: 0, bytes: 0 })
    fc.assert(
      fc.property(bounds, fc.array(asked, { maxLength: 8 }), (most, all) => {
        const cuts = new Cuts(origin, most)
        // Each twice, the second time after all the others.
        for (const { paid, free, place: at, soldAt } of [...all, ...all]) {
          expect(seen(cuts.cut(page(paid, free), at, soldAt))).toEqual(seen(fresh(page(paid, free), at, soldAt)))
          expect(cuts.size.pages).toBeLessThanOrEqual(most.pages)
          expect(cuts.size.bytes).toBeLessThanOrEqual(most.bytes)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('are told apart by any one letter, also where they are as long as each other', () => {
    const cuts = new Cuts(origin)
    const long = 'What is said of the ferry. '.repeat(800)
    for (let at = 0; at < long.length; at += 1_999) {
      const changed = `${long.slice(0, at)}#${long.slice(at + 1)}`
      const cut = cuts.cut(page(changed), '/ferry', '/ferry')
      expect(cut.ok && cut.value.parts[0]?.fragment.includes(changed)).toBe(true)
    }
  })

  it('give nothing away of what is for sale now and was not before', () => {
    const cuts = new Cuts(origin)
    const secret = 'the ferryman kept two sets of books'
    const free = cuts.cut(page('Another thing.', secret), '/ferry', '/ferry')
    expect(free.ok && free.value.forAll).toContain(secret)
    const sold = cuts.cut(page(secret, 'Another thing.'), '/ferry', '/ferry')
    expect(sold.ok && sold.value.forAll).not.toContain(secret)
    // As are those that could not be cut, once they are mended.
    expect(cuts.cut(page(`${secret}<p data-paid>`), '/ferry', '/ferry').ok).toBe(false)
    expect(cuts.cut(page(secret), '/ferry', '/ferry').ok).toBe(true)
  })

  it('make place for others, those first that nobody asks for', () => {
    const cuts = new Cuts(origin, { pages: 3, bytes: 1_000_000 })
    const ask = (name: string) => cuts.cut(page(name), `/${name}`, `/${name}`)
    const often = ask('often')
    const seldom = ask('seldom')
    for (let number = 0; number < 20; number += 1) {
      ask(`passing-${number}`)
      expect(ask('often')).toBe(often)
    }
    expect(ask('seldom')).not.toBe(seldom)
    expect(cuts.size.pages).toBe(3)
  })

  it('are not kept where one is so large that it would drive out the others', () => {
    const cuts = new Cuts(origin, { pages: 10, bytes: 20_000 })
    const small = cuts.cut(page('Small.'), '/small', '/small')
    const large = cuts.cut(page('x'.repeat(5_000)), '/large', '/large')
    expect(large.ok && large.value.parts).toHaveLength(1)
    expect(cuts.size.pages).toBe(1)
    expect(cuts.cut(page('Small.'), '/small', '/small')).toBe(small)
  })

  it('are weighed with all that is kept of them', () => {
    const cuts = new Cuts(origin)
    const many = page('x', '<a href="#a">b</a>'.repeat(1_000))
    const { bytes } = (cuts.cut(many, '/', '/'), cuts.size)
    expect(bytes).toBeGreaterThan(many.length * 6)
  })
})
