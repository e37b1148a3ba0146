import { describe, expect, it } from 'vitest'
import { readKeptPage } from './kept-page'

const picture = { src: 'https://paper.example/a.jpg', type: 'image/webp', width: 3, height: 2, data: 'AAAA' }
const page = { html: '<p>Wrens</p>', byline: null, lang: 'en', dir: null, pictures: [picture], left: 0 }

describe('what a page brings', () => {
  it('is taken as it is where it is of its shape', () => {
    const kept = readKeptPage(page, 7)
    expect(kept?.card).toEqual({ savedAt: 7, byline: null, lang: 'en', dir: null, left: 0 })
    expect(kept?.pictures[0]?.bytes).toEqual(new Uint8Array(3))
  })

  it.each([
    null,
    'x',
    [],
    { ...page, more: 1 },
    { ...page, html: '' },
    { ...page, html: 'w'.repeat(1_000_001) },
    { ...page, byline: 'b'.repeat(301) },
    { ...page, dir: 'auto' },
    { ...page, left: -1 },
    { ...page, left: 1.5 },
    { ...page, pictures: Array.from({ length: 25 }, () => picture) },
    { ...page, pictures: [{ ...picture, type: 'image/svg+xml' }] },
    { ...page, pictures: [{ ...picture, type: 'text/html' }] },
    { ...page, pictures: [{ ...picture, width: 0 }] },
    { ...page, pictures: [{ ...picture, data: '<script>' }] },
    { ...page, pictures: [{ ...picture, data: 'A' }] },
    { ...page, pictures: [{ ...picture, data: 'A'.repeat(2_796_208) }] },
    { ...page, pictures: [{ ...picture, src: 'x'.repeat(4097) }] },
    { ...page, pictures: Array.from({ length: 7 }, () => ({ ...picture, data: 'AAAA'.repeat(650_000) })) },
  ])('is refused where it is anything else (%#)', (brought) => {
    expect(readKeptPage(brought, 7)).toBeNull()
  })
})
