import { describe, expect, it } from 'vitest'
import { colourOf, letterOf } from './monogram'

describe('the mark of a site', () => {
  it.each([
    ['harbour.example', 'H'],
    ['www.nature.com', 'N'],
    ['www2.nature.com', 'N'],
    ['127.0.0.1:8402', '1'],
    ['[::1]', '1'],
    ['xn--bcher-kva.example', 'B'],
    ['ärzte.example', 'Ä'],
    ['', '·'],
    ['---', '·'],
  ])('of %j is the letter it is called by', (host, letter) => {
    expect(letterOf(host)).toBe(letter)
  })

  it('has a colour that stays, and uses all of them', () => {
    const hosts = Array.from({ length: 200 }, (_, at) => `site-${String(at)}.example`)
    const seen = hosts.map(colourOf)
    expect(hosts.map(colourOf)).toEqual(seen)
    expect([...new Set(seen)].sort()).toEqual([0, 1, 2, 3])
  })
})
