import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newRecoverySecret, readRecoveryCode, spellRecoveryCode } from './recovery-code'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anySecret = fc.uint8Array({ minLength: 26, maxLength: 26, max: 31 })
const compact = (secret: Uint8Array): string => spellRecoveryCode(secret).replaceAll('-', '')

describe('a recovery code', () => {
  it('is seven groups of four signs that cannot be mistaken for each other', () => {
    const shape = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/
    fc.assert(fc.property(anySecret, (secret) => shape.test(spellRecoveryCode(secret))))
  })

  it('is read back as what was spelt', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        expect(readRecoveryCode(spellRecoveryCode(secret))).toEqual(secret)
      }),
    )
  })

  it('uses all of its 130 bits', () => {
    const drawn = Array.from({ length: 2000 }, newRecoverySecret)
    for (let at = 0; at < 26; at++) {
      expect(new Set(drawn.map((secret) => secret[at])).size).toBe(32)
    }
    expect(new Set(drawn.map((secret) => secret.join())).size).toBe(drawn.length)
  })

  /** Changing this vector makes codes on paper worthless. */
  it('keeps its spelling', () => {
    const secret = Uint8Array.from({ length: 26 }, (_, at) => at + 6)
    expect(spellRecoveryCode(secret)).toBe('6789-ABCD-EFGH-JKMN-PQRS-TVWX-YZ1E')
  })
})

describe('typing', () => {
  const secret = Uint8Array.from([0, 1, 1, 0, ...Array.from({ length: 22 }, (_, at) => at + 10)])
  const code = spellRecoveryCode(secret)

  it.each([
    ['small letters', code.toLowerCase()],
    ['no dashes', code.replaceAll('-', '')],
    ['spaces', ` ${code.replaceAll('-', '  ')}\n`],
    ['signs that look alike', code.replace('0110', 'oIlO')],
    ['the dashes of a word processor', code.replaceAll('-', '\u2011').replace('\u2011', '\u2014').replace('\u2011', '\u2212')],
    ['wide letters', code.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
  ])('with %s is understood', (_, typed) => {
    expect(typed).not.toBe(code)
    expect(readRecoveryCode(typed)).toEqual(secret)
  })

  it.each(['', '-', code.slice(0, -1), `${code}0`, code.replace('A', 'U'), code.replace('A', '*'), code.replace('A', 'é'), '\ud800', '0'.repeat(10_000)])(
    'refuses %j',
    (typed) => {
      expect(readRecoveryCode(typed)).toBeNull()
    },
  )
})

describe('a mistake', () => {
  it('in one sign is always noticed', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const code = compact(secret)
        const mistaken = Array.from(code, (right, at) =>
          Array.from(alphabet.replace(right, ''), (wrong) => code.slice(0, at) + wrong + code.slice(at + 1)),
        ).flat()
        expect(mistaken.length).toBe(28 * 31)
        expect(mistaken.filter((typed) => readRecoveryCode(typed) !== null)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('of swapping two neighbours is always noticed', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const code = compact(secret)
        for (let at = 0; at + 1 < code.length; at++) {
          const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
          if (swapped !== code) expect(readRecoveryCode(swapped)).toBeNull()
        }
      }),
      { numRuns: 500 },
    )
  })

  it('of any other kind gets through once in a thousand times', () => {
    const through = Array.from({ length: 20_000 }, () => {
      const secret = newRecoverySecret()
      return readRecoveryCode(compact(secret).slice(0, 10) + compact(newRecoverySecret()).slice(10, 26) + compact(secret).slice(26))
    }).filter((read) => read !== null)
    expect(through.length).toBeLessThan(60)
  })
})
