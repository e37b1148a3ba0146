import { describe, expect, it } from 'vitest'
import { chosenLanguage, factsOf, offered, readChoice, tags } from './languages'

describe('what was stored', () => {
  it.each([undefined, null, 1, {}, [], '', 'xx', 'EN', '__proto__', 'constructor', 'toString', 'browser', 'en '.repeat(99)])('%j is no choice', (stored) => {
    expect(readChoice(stored)).toBe('browser')
  })

  it.each(offered)('%s is one', (tag) => {
    expect(readChoice(tag)).toBe(tag)
  })
})

describe('the language that is spoken', () => {
  it('is the one of the browser, as its reader writes numbers and dates', () => {
    expect(chosenLanguage('browser', ['en-GB', 'de'])).toEqual({ tag: 'en', locale: 'en-GB', direction: 'ltr' })
  })

  it('is the next one that is offered, where the browser speaks one that is not', () => {
    expect(chosenLanguage('browser', ['xx-XX', 'en-AU'])).toEqual({ tag: 'en', locale: 'en-AU', direction: 'ltr' })
  })

  it('is English where nothing else is known, with numbers and dates to match', () => {
    expect(chosenLanguage('browser', ['xx', 'tlh'])).toEqual({ tag: 'en', locale: 'en', direction: 'ltr' })
    expect(chosenLanguage('browser', [])).toEqual({ tag: 'en', locale: 'en', direction: 'ltr' })
  })

  it('is the one that was chosen, whatever the browser speaks', () => {
    expect(chosenLanguage('ar', ['en-US', 'ar-EG'])).toEqual({ tag: 'ar', locale: 'ar-u-nu-latn', direction: 'rtl' })
    expect(chosenLanguage('de', ['en-US', 'de-AT', 'de-DE'])).toEqual({ tag: 'de', locale: 'de-AT', direction: 'ltr' })
    expect(chosenLanguage('de', ['en-US'])).toEqual({ tag: 'de', locale: 'de', direction: 'ltr' })
  })

  it('breaks on no name of a language', () => {
    for (const odd of ['', '-', 'en_US', 'de-', 'en-ü', 'x'.repeat(99), 'en-US-u-nu-fantasy']) expect(() => new Intl.NumberFormat(chosenLanguage('browser', [odd]).locale)).not.toThrow()
  })

  it.each(tags)('%s writes numbers in one kind of digits', (tag) => {
    const { locale } = factsOf(tag)
    expect(new Intl.NumberFormat(locale).format(12.5)).toMatch(/^12[.,٫]5$/)
  })
})
