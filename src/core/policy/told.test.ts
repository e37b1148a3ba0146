import { describe, expect, it } from 'vitest'
import { shippedParameters } from './parameters'
import { tell, tellHeld } from './told'

describe('what rules say', () => {
  it('is in dollars where it is money, to the cent, and a bare number elsewhere', () => {
    expect(tell({ kind: 'parameter', name: 'limit.day', from: 1_900, to: 205 }, 'en')).toMatch(/\$2\.05\D+\$19\.00\D*$/)
    expect(tell({ kind: 'parameter', name: 'burst.minute', from: 30, to: 20 }, 'en')).toMatch(/20\D+30\D*$/)
  })

  it('has its numbers as the language writes them', () => {
    const held = tellHeld(shippedParameters, 'de')
    expect([...held.limits, ...held.watch].join(' ')).not.toMatch(/\$\d/)
    expect(held.limits.every((sentence) => /\d,\d\d\s\$/.test(sentence))).toBe(true)
  })
})
