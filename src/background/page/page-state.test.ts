import { describe, expect, it } from 'vitest'
import { itemsOf, titleOf } from './page-state'

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
