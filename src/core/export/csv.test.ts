import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvLine, defuse } from './csv'

/** Read by somebody else's parser. */
const parse = (text: string): string[][] => Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', quoteChar: '"' }).data.slice(0, -1)

/** Texts made of what could go wrong. */
const nasty = fc.oneof(
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '\u00A0', '\u200B', '\uFEFF', '＝', '＠', '"', "'", ',', ';', '|', 'a', 'é', '1', '\u0000', '\uD83D') }),
  fc.string({ unit: 'grapheme' }),
)

it('is read back as it was written, cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.array(nasty, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(parse(rows.map(csvLine).join(''))).toEqual(rows.map((row) => row.map(defuse)))
    }),
  )
})

it('leaves alone only what it would do nothing to', () => {
  const ascii = fc.string({ unit: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)), maxLength: 4 })
  const one = (cell: string) => csvLine([cell]).slice(0, -2)
  fc.assert(
    fc.property(fc.oneof(ascii, nasty), (text) => {
      const safe = defuse(text)
      expect(one(text)).toBe(/[",;\r\n\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe)
    }),
    { numRuns: 2_000 },
  )
})

describe('a spreadsheet', () => {
  /** What a program may drop before it looks at the first letter. */
  const begins = (cell: string): string => cell.replace(/^[\s\u200B-\u200F\u2060\uFEFF]+/u, '').normalize('NFKC').charAt(0)

  it('finds no formula in any cell', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect('=+-@').not.toContain(begins(defuse(text)) || 'x')
        expect(defuse(text)).not.toMatch(/^[\t\r]/)
      }),
    )
  })

  it.each([';', '\t', '|'])('that cuts at %j finds none either, quoted or not', (separator) => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (cells) => {
        for (const line of csvLine(cells).split(/\r\n|\r|\n/)) {
          // The first cell of a line may be the middle of a comma-separated row; those behind the separator are the danger.
          for (const cell of line.split(separator).slice(1)) expect('=+-@').not.toContain(begins(cell.replace(/^"/, '')) || 'x')
        }
      }),
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['  =HYPERLINK("https://evil.example")', "  '=HYPERLINK(\"https://evil.example\")"],
    ['\u00A0@SUM(A1)', "\u00A0'@SUM(A1)"],
    ['＝cmd|x', "'＝cmd|x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\t=x', "'\t'=x"],
    ['wren;=1', "wren;'=1"],
    ['first\n=second', "first\n'=second"],
    ['-5 degrees', "'-5 degrees"],
    ['a = b, and 3 - 2', 'a = b, and 3 - 2'],
    ['0.05', '0.05'],
    ['', ''],
  ])('reads %j as text', (text, safe) => expect(defuse(text)).toBe(safe))
})

it('writes a record as RFC 4180 has it', () => {
  expect(csvLine(['a', 'b "c"', 'd,e', 'f\ng', ''])).toBe('a,"b ""c""","d,e","f\ng",\r\n')
})
