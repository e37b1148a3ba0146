import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalResource } from '../purchase/identity'
import { minimised } from './minimise'

const article = (url: string) => minimised({ kind: 'document', page: url, resource: url }).resource

describe('what is written down of an address', () => {
  it.each([
    ['https://news.example/2026/03/wren?utm_source=newsletter&utm_medium=email&utm_campaign=march&mc_cid=3f2&mc_eid=9a81', 'https://news.example/2026/03/wren'],
    ['https://news.example/wren?fbclid=IwAR0x_9&issue=3', 'https://news.example/wren?issue=3'],
    ['https://news.example/article.php?id=5120&gclid=EAIaIQ', 'https://news.example/article.php?id=5120'],
    ['https://news.example/?p=771&utm_term=a%20b#comments', 'https://news.example/?p=771'],
    ['https://shop.example/read?isbn=978-0&page=2&_ga=2.1-3', 'https://shop.example/read?isbn=978-0&page=2'],
    ['https://news.example/wren?msclkid=1&twclid=2&igshid=3&li_fat_id=4', 'https://news.example/wren'],
    ['https://news.example/s?q=utm_source', 'https://news.example/s?q=utm_source'],
    ['https://news.example/wren#part-2', 'https://news.example/wren'],
  ])('%s is %s', (url, kept) => {
    expect(minimised({ kind: 'document', page: url, resource: url })).toEqual({ page: kept, resource: kept })
  })

  it('keeps what a page loads as the page writes it, and of the page no more than of any other', () => {
    const src = 'https://news.example/a.jpg?utm_source=cdn'
    expect(minimised({ kind: 'subresource', page: 'https://news.example/a?gclid=1', resource: src })).toEqual({ page: 'https://news.example/a', resource: src })
  })

  it('keeps the link of an account as it is', () => {
    const link = 'ethereum:0x833589fcd6edb6e08f4c7c32d4f71b54bda02913@8453/transfer?address=0x209693bc6afc0c5328ba36faf03c514ef312287c'
    expect(minimised({ kind: 'tip', page: 'https://blog.example/?utm_source=x', resource: link })).toEqual({ page: 'https://blog.example/', resource: link })
  })

  it('is known by the same number as before, and nothing that belongs to the piece is lost', () => {
    const queries = fc.array(fc.tuple(fc.constantFrom('id', 'issue', 'p', 'lang', 'utm_source', 'gclid', 'fbclid', 'UTM_Medium', 'mc_eid'), fc.stringMatching(/^[a-z0-9]{0,6}$/)), { maxLength: 6 })
    fc.assert(
      fc.property(fc.webUrl(), queries, (url, pairs) => {
        const full = `${url}?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`
        const kept = article(full)
        expect(canonicalResource(kept)).toBe(canonicalResource(full))
        expect(article(kept)).toBe(kept)
        const own = pairs.filter(([name]) => ['id', 'issue', 'p', 'lang'].includes(name)).map(([name, value]) => `${name}=${value}`)
        expect(new URL(kept).search.slice(1)).toBe(new URL(`${url}?${own.join('&')}`).search.slice(1))
      }),
    )
  })
})
