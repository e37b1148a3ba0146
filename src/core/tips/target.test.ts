import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestTitle } from '../protocols/tips/detect'
import { atomicOf, readAmount, tipTarget, withAmount } from './target'

const page = 'https://paper.example/essays/swifts'
const target = (href: string, title = '') => tipTarget([{ href, title }], page)

describe('where tips go', () => {
  it('is the first place that can be asked safely, whole and without fragment', () => {
    expect(target('/tip#now', 'Tip Ada')).toEqual({ url: 'https://paper.example/tip', title: 'Tip Ada' })
    expect(target('https://ada.example/tip?from=paper')?.url).toBe('https://ada.example/tip?from=paper')
    expect(target('http://tips.localhost:81/tip')?.url).toBe('http://tips.localhost:81/tip')
    const marks = ['javascript:pay()', 'http://ada.example/tip', '/tip'].map((href) => ({ href, title: '' }))
    expect(tipTarget(marks, page)?.url).toBe('https://paper.example/tip')
  })

  it.each(['http://ada.example/tip', 'javascript:alert(1)', 'data:text/html,x', 'mailto:ada@ada.example', 'ftp://ada.example/', 'https://ada:pw@ada.example/', 'https://', 'http://localhost.evil.example/', `https://ada.example/${'x'.repeat(2048)}`])('is not %s', (href) => {
    expect(target(href)).toBeNull()
  })

  it('has a name without anything invisible in it, and a short one', () => {
    expect(target('/tip', 'Tip\u202E Ada\u0000\n now')?.title).toBe('Tip Ada now')
    expect(target('/tip', 'x'.repeat(500))?.title).toHaveLength(longestTitle)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.array(fc.record({ href: fc.string(), title: fc.string() })), (marks) => void tipTarget(marks, page)))
  })
})

describe('an amount of one’s own', () => {
  it.each([['1', '1'], ['1.50', '1.50'], ['0,5', '0.5'], [' $2.25 ', '2.25'], ['9999.99', '9999.99']])('%j is %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount)
  })

  it.each(['', '0', '0.00', '-1', '1.234', '1e3', '01', '10000', '.5', '5.', '1,000.00', 'NaN', '１'])('%j is none', (typed) => {
    expect(readAmount(typed)).toBeNull()
  })

  it('is exact in atomic units', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (cents) => {
        const typed = `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`
        expect(atomicOf(readAmount(typed) ?? '', 6)).toBe(BigInt(cents) * 10_000n)
      }),
    )
    expect(atomicOf('1', 6)).toBe(1_000_000n)
  })

  it('goes into the address once, and out again', () => {
    expect(withAmount('https://ada.example/tip?from=paper', '1.5')).toBe('https://ada.example/tip?from=paper&amount=1.5')
    expect(withAmount('https://ada.example/tip?amount=9&from=paper', '1.5')).toBe('https://ada.example/tip?amount=1.5&from=paper')
    expect(withAmount('https://ada.example/tip?amount=9', null)).toBe('https://ada.example/tip')
  })
})
