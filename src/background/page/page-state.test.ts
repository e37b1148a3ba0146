import { describe, expect, it } from 'vitest'
import { addressesOf, isAbout, namedBy, itemsOf, titleOf } from './page-state'

const page = 'https://news.example/tides'
const head = { status: 402, tellsPrograms: false, title: '', tags: [], parts: [] }
const tag = (src: string) => ({ src, title: 'Tides', keep: null, words: null, price: null, currency: null })

describe('what a page asks money for', () => {
  it('takes the title the page has, though the answer’s head came before it', () => {
    const [early] = itemsOf(page, head, [])
    if (early === undefined) throw new Error('a 402 is an item')
    expect(titleOf(early)).toBe('/tides')
    const [late] = itemsOf(page, { ...head, title: 'What the tides know' }, [early])
    expect(late).toEqual({ ...early, title: 'What the tides know' })
  })

  it('keeps the title it has and the price it has found, whatever the page calls itself later', () => {
    const look = { state: 'refused', sentence: 'no' } as const
    const known = itemsOf(page, { ...head, title: 'Tides' }, []).map((item) => ({ ...item, look }))
    expect(itemsOf(page, { ...head, title: 'Free money' }, known)).toEqual(known)
  })

  it('asks a server as a program once the page tells that this is of use, and forgets that it could not be read', () => {
    const known = itemsOf(page, head, []).map((item) => ({ ...item, look: { state: 'refused' as const, sentence: 'no' } }))
    expect(known[0]?.tellsPrograms).toBe(false)
    expect(itemsOf(page, { ...head, tellsPrograms: true }, known)).toEqual(known.map((item) => ({ ...item, tellsPrograms: true, look: { state: 'loading' } })))
  })

  it('lists one resource once, without what hides in a title, and leaves out what is no address', () => {
    const tags = [tag(`${page}/more#a`), tag(`${page}/more#b`), { ...tag(`${page}/other`), title: 'A\u202EB\u0000' }, tag('https://')]
    expect(itemsOf(page, { status: 200, tellsPrograms: false, title: '', tags, parts: [] }, []).map(({ resource, title }) => [resource, title])).toEqual([
      [`${page}/more`, 'Tides'],
      [`${page}/other`, 'AB'],
    ])
  })

  it('lists what a content script cannot find beside what it found, once, and knows it again', () => {
    const found = { ...head, status: 200, parts: [{ src: `${page}/picture` }] }
    const items = itemsOf(page, found, [], [`${page}/song`, `${page}/picture`])
    expect(items.map(({ kind, resource }) => [kind, resource])).toEqual([
      ['subresource', `${page}/picture`],
      ['subresource', `${page}/song`],
    ])
    expect(itemsOf(page, found, items, [`${page}/song`])).toEqual(items)
  })

  it('looks nothing up on another site for a page', () => {
    const [item] = itemsOf(page, { status: 200, tellsPrograms: false, title: '', tags: [tag('https://bank.example/')], parts: [] }, [])
    expect(item?.look.state).toBe('refused')
  })
})

describe('the key of a sealed part', () => {
  const sealed = (page: string, src: string, part: string, also: string[] = []) =>
    itemsOf(page, { status: 200, tellsPrograms: false, title: '', tags: [{ src, title: 'Gears', price: null, currency: null, words: null, keep: null, sealed: { part, also } }], parts: [] }, [])[0]
  const isAsked = (page: string, src: string, part: string) => sealed(page, src, part)?.look.state === 'loading'
  const page = 'https://shop.example/gears'

  it('is asked for elsewhere, where nobody can read along and the part lies with the page or the seller', () => {
    expect(isAsked(page, 'https://keys.example/k/A', 'https://shop.example/gears.1.sealed')).toBe(true)
    expect(isAsked(page, 'https://keys.example/k/A', 'https://files.keys.example/gears.1.sealed')).toBe(true)
    expect(isAsked('http://shop.localhost:8080/gears', 'http://127.0.0.1:9/k/A', 'http://shop.localhost:8080/gears.1.sealed')).toBe(true)
  })

  it('is asked for nowhere else', () => {
    expect(isAsked(page, 'http://keys.example/k/A', 'https://shop.example/gears.1.sealed')).toBe(false)
    expect(isAsked(page, 'http://localhost/k/A', 'https://shop.example/gears.1.sealed')).toBe(false)
    expect(isAsked('http://shop.example/gears', 'http://localhost/k/A', 'http://shop.example/gears.1.sealed')).toBe(false)
    expect(isAsked(page, 'https://keys.example/k/A', 'https://third.example/gears.1.sealed')).toBe(false)
    expect(isAsked(page, 'https://keys.example/k/A', 'not an address')).toBe(false)
  })

  it('was bought whoever of those who sell it has sold it', () => {
    const item = sealed(page, 'https://one.example/k/A', 'https://shop.example/gears.1.sealed', ['https://two.example/k/B', 'nonsense'])
    expect(item === undefined ? [] : [addressesOf(item), namedBy({ ...item, resource: 'https://two.example/k/B' })]).toEqual([['https://one.example/k/A', 'https://two.example/k/B'], 'https://one.example/k/A'])
    expect(item !== undefined && isAbout(item, 'https://two.example/k/B#x')).toBe(true)
    expect(item !== undefined && isAbout(item, 'https://three.example/k/B')).toBe(false)
  })
})
