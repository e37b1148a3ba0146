import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readable } from './readable'

const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('what is written', () => {
  it.each(['{"a":"ü"}', base64('{"a":"ü"}'), Buffer.from('{"a":"ü"}').toString('base64url'), ` ${base64('{"a":"ü"}')}\n`])('is set out line by line: %s', (text) => {
    expect(readable(text)).toBe('{\n  "a": "ü"\n}')
  })

  it.each(['', 'You agreed.', '{', 'e30', base64('hello'), base64('{'), '{\n  "a": 1\n}', '\u202e{}', 'a'.repeat(100_000)])('is left as it stands where there is nothing to set out: %#', (text) => {
    expect([null, '{}']).toContain(readable(text))
  })

  it('says the same and nothing else, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        for (const text of [json, base64(json)]) {
          const shown = readable(text)
          if (shown !== null) expect(JSON.parse(shown)).toEqual(JSON.parse(json))
        }
      }),
    )
  })
})
