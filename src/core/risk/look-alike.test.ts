import fc from 'fast-check'
import { toASCII } from 'punycode/'
import { describe, expect, it } from 'vitest'
import { looksLike } from './look-alike'

const known = ['lantern.example', 'harbour-review.co.uk', 'theguardian.com', 'paypal.com']

describe('a site that looks like one the reader pays on', () => {
  it.each([
    ['lantem.example', 'lantern.example'],
    ['1antern.example', 'lantern.example'],
    ['lanterm.example', 'lantern.example'],
    ['latnern.example', 'lantern.example'],
    ['lantern.shop', 'lantern.example'],
    [toASCII('l\u0430ntern.example'), 'lantern.example'],
    ['harbourreview.com', 'harbour-review.co.uk'],
    ['thegaurdian.com', 'theguardian.com'],
    ['theguardian-news.com', 'theguardian.com'],
    ['paypa1.com', 'paypal.com'],
  ])('%s looks like %s', (site, like) => expect(looksLike(site, known)).toBe(like))

  it.each(['lantern.example', 'paper.example', 'nytimes.com', 'news.localhost', '127.0.0.1', 'guard.com', ''])('%s looks like none', (site) => {
    expect(looksLike(site, known)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (site, sites) => {
        expect([null, ...sites]).toContain(looksLike(site, sites))
      }),
    )
  })
})
