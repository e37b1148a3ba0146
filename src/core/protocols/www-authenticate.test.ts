import fc from 'fast-check'
import { Challenge } from 'mppx-peer'
import { describe, expect, it } from 'vitest'
import { parseChallenges } from './www-authenticate'

type Read = readonly (readonly [scheme: string, params: Readonly<Record<string, string>>, broken?: 'broken'])[]

const read = (header: string): Read =>
  parseChallenges(header).map(({ scheme, params, wellFormed }) => {
    const plain = Object.fromEntries(params)
    return wellFormed ? [scheme, plain] : [scheme, plain, 'broken']
  })

describe('what RFC 9110 allows', () => {
  it.each<[string, string, Read]>([
    ['nothing', '', []],
    ['only commas', ' , ,\t,', []],
    ['a scheme alone', 'Payment', [['payment', {}]]],
    ['a parameter', 'Payment id="a"', [['payment', { id: 'a' }]]],
    ['a token as value', 'Payment id=a-b!', [['payment', { id: 'a-b!' }]]],
    ['an empty quoted value', 'Payment realm=""', [['payment', { realm: '' }]]],
    ['names in any case', 'pAYMENT ID="a", ReAlm=b', [['payment', { id: 'a', realm: 'b' }]]],
    ['commas in quotes', 'Payment a="1, Basic b=2", c=3', [['payment', { a: '1, Basic b=2', c: '3' }]]],
    ['escaped quotes', String.raw`Payment a="say \"hi\", b=\\", c=3`, [['payment', { a: 'say "hi", b=\\', c: '3' }]]],
    ['an escaped letter', String.raw`Payment a="\x\y"`, [['payment', { a: 'xy' }]]],
    ['equals signs in quotes', 'Payment request="eyJ=="', [['payment', { request: 'eyJ==' }]]],
    ['text beyond ASCII', 'Payment a="Zażółć – \u00e9\u0094"', [['payment', { a: 'Zażółć – \u00e9\u0094' }]]],
    ['space around the equals sign', 'Payment a \t=\t "1" , b= 2', [['payment', { a: '1', b: '2' }]]],
    ['space around everything', ' \tPayment   a=1\t,\tb=2\t', [['payment', { a: '1', b: '2' }]]],
    ['no space at all', 'Payment a=1,b=2,Basic c=3', [['payment', { a: '1', b: '2' }], ['basic', { c: '3' }]]],
    ['empty list elements', ',Payment , a=1,,b=2,', [['payment', { a: '1', b: '2' }]]],
    ['two of one scheme', 'Payment id=1, Payment id=2', [['payment', { id: '1' }], ['payment', { id: '2' }]]],
    ['a scheme alone before another', 'Negotiate, Payment id=1', [['negotiate', {}], ['payment', { id: '1' }]]],
    ['a scheme alone behind another', 'Payment id=1, Negotiate', [['payment', { id: '1' }], ['negotiate', {}]]],
    ['a token68', 'Negotiate oRQw+/Ei~._-a==, Payment id=1', [['negotiate', {}], ['payment', { id: '1' }]]],
    ['a token68 like a parameter without value', 'Basic a=, Payment id=1', [['basic', {}], ['payment', { id: '1' }]]],
    ['a token68 at the end', 'Payment id=1, NTLM TlRMTVNTUAAC', [['payment', { id: '1' }], ['ntlm', {}]]],
    ['a scheme called like a parameter', 'realm realm=1', [['realm', { realm: '1' }]]],
    [
      'the example of section 11.6.1',
      String.raw`Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\""`,
      [['basic', { realm: 'simple' }], ['newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }]],
    ],
    [
      'L402, Basic and Bearer around a payment',
      'L402 version="0", token="AGIAJEemVQUTEyNCR0exk7ek90Cg==", invoice="lnbc1", Payment id="a", request="b", Basic realm="x, Payment id=\\"c\\"", Bearer',
      [
        ['l402', { version: '0', token: 'AGIAJEemVQUTEyNCR0exk7ek90Cg==', invoice: 'lnbc1' }],
        ['payment', { id: 'a', request: 'b' }],
        ['basic', { realm: 'x, Payment id="c"' }],
        ['bearer', {}],
      ],
    ],
  ])('%s', (_, header, expected) => expect(read(header)).toEqual(expected))
})

describe('what it does not allow spoils the challenge it stands in, and no other', () => {
  const good = 'Payment id=2'
  const tail: Read[number] = ['payment', { id: '2' }]
  it.each<[string, string, Read]>([
    ['a quote that never ends', 'Payment a=1, b="2, Basic c=3', [['payment', { a: '1' }, 'broken']]],
    ['a backslash at the end', 'Payment a="1\\', [['payment', {}, 'broken']]],
    ['a name twice', `Payment a=1, A=2, ${good}`, [['payment', { a: '1' }, 'broken'], tail]],
    ['a value missing', `Payment a=1, b=, ${good}`, [['payment', { a: '1' }, 'broken'], tail]],
    ['a date without quotes', `Payment a=1, expires=2026-01-01T00:00:00Z, b=2, ${good}`, [['payment', { a: '1', expires: '2026-01-01T00', b: '2' }, 'broken'], tail]],
    ['a comma missing before a parameter', `Payment a=1 b=2, ${good}`, [['payment', { a: '1' }, 'broken'], tail]],
    ['a comma missing before a challenge', `Basic a="1" Payment id=1, ${good}`, [['basic', { a: '1' }, 'broken'], tail]],
    ['two words behind a scheme', `Basic one two, ${good}`, [['basic', {}, 'broken'], tail]],
    ['a token68 and a parameter', `Basic abc== a=1, ${good}`, [['basic', {}, 'broken'], tail]],
    ['quotes where none belong', `Basic "a, Payment id=1", ${good}`, [['basic', {}, 'broken'], tail]],
    ['something behind a quoted value', `Payment a="1"x, ${good}`, [['payment', { a: '1' }, 'broken'], tail]],
    ['a stray sign', `Payment a=1, (x), ${good}`, [['payment', { a: '1' }, 'broken'], tail]],
    ['a parameter before any scheme', `a=1, "b", =c, ${good}`, [tail]],
  ])('%s', (_, header, expected) => expect(read(header)).toEqual(expected))
})

it('reads a code unit as mppx writes it, and a plain "u" where none follows', () => {
  expect(read(String.raw`Payment a="\u0119\ud83d\ude00 \u00 \uxyzw"`)).toEqual([['payment', { a: 'ę😀 u00 uxyzw' }]])
})

/** An independent writer: any challenges, in any of the spellings the grammar allows. */
const tokenUnit = fc.constantFrom(...Array.from('!#$%&\'*+-.^_`|~09azAZ'))
const token = fc.string({ unit: tokenUnit, minLength: 1, maxLength: 10 })
const optionalSpace = fc.constantFrom('', ' ', '\t', '  ')
const value = fc.oneof(token, fc.string({ unit: fc.constantFrom(...Array.from('", \\=u0Payment\u00e9\t')), maxLength: 16 }), fc.string({ maxLength: 12 }))

const writeParam = (name: string, text: string, quote: boolean, space: string): string => {
  if (!quote && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text)) return `${name}${space}=${space}${text}`
  return `${name}${space}=${space}"${text.replace(/[\\"]/g, '\\$&')}"`
}

const challenge = fc.record({
  scheme: token,
  params: fc.uniqueArray(fc.tuple(token, value, fc.boolean(), optionalSpace), { selector: ([name]) => name.toLowerCase(), maxLength: 4 }),
  token68: fc.option(fc.stringMatching(/^[A-Za-z0-9._~+/-]{1,12}={0,2}$/), { nil: undefined }),
  gap: fc.constantFrom(' ', '   ', ' , ', ','),
})
const written = fc.tuple(fc.array(challenge, { maxLength: 5 }), fc.array(fc.constantFrom(',', ' , ', ',,', ', ,\t'), { minLength: 40, maxLength: 40 }))

describe('whatever comes', () => {
  it('finds every challenge that was written, and each of its parameters', () => {
    fc.assert(
      fc.property(written, ([challenges, commas]) => {
        let at = 0
        const comma = (): string => commas[at++ % commas.length] ?? ','
        const header = challenges
          .map(({ scheme, params, token68, gap }) => {
            if (params.length === 0) return token68 === undefined ? scheme : `${scheme} ${token68}`
            return `${scheme}${gap}${params.map((param) => writeParam(...param)).join(comma())}`
          })
          .join(comma())
        const expected = challenges.map(({ scheme, params }) => [
          scheme.toLowerCase(),
          Object.fromEntries(params.map(([name, text]) => [name.toLowerCase(), text])),
        ])
        expect(read(header)).toEqual(expected)
      }),
      { numRuns: 800 },
    )
  })

  it('reads what mppx writes, as mppx reads it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((candidate) => !/[\r\n]/.test(candidate))
    const one = fc.record({ id: fc.string({ minLength: 1, maxLength: 20 }), realm: text, description: text.filter((candidate) => candidate !== '') })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (all) => {
        const header = all.map((each) => Challenge.serialize({ ...each, method: 'evm', intent: 'charge', request: { amount: '1' } })).join(', ')
        const expected = Challenge.deserializeList(header).map(({ id, realm, description }) => ({ id, realm, description }))
        const found = parseChallenges(header).map(({ params, wellFormed }) => {
          expect(wellFormed).toBe(true)
          return { id: params.get('id'), realm: params.get('realm'), description: params.get('description') }
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, and never finds a challenge twice', () => {
    const unit = fc.constantFrom(...Array.from(' ,\t"\\=ua0+/~()<>\u0000é😀'), 'Payment ', 'id=')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 })), (header) => {
        const found = parseChallenges(header)
        expect(found.length).toBeLessThanOrEqual((header.length + 1) / 2)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes time in proportion to the length, however it is made', { timeout: 5000 }, () => {
    const parts = ['a', 'a ', 'a=', 'a=a', 'a=a,', 'a,', ',', ' ', '\t,', '"', '\\', '"\\', '""', 'a="', 'a="\\"', 'a="",', 'a a=', 'a a==,', '=', '(', '("a,', '\\u00', 'Payment a="\\u0041",', 'é']
    for (const part of parts) {
      const long = part.repeat(Math.ceil((32 * 1024) / part.length))
      for (const header of [long, `Payment ${long}`, `Payment a=1 ${long}`, `Payment a="${long}`]) expect(parseChallenges(header).length).toBeLessThanOrEqual(header.length)
    }
  })
})

const schemesOf = (header: string): readonly string[] => parseChallenges(header).map(({ scheme }) => scheme)

describe('the schemes of a header', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', '', []],
    ['the example of RFC 9110, section 11.6.1', 'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""', ['basic', 'newauth']],
    ['schemes alone, with empty elements', ' , Negotiate ,, NTLM,', ['negotiate', 'ntlm']],
    ['a token68', 'Negotiate oWWhYWFhYQ==, Basic realm=a', ['negotiate', 'basic']],
    ['white space around the sign', 'Basic realm \t= "a", charset\t="b"', ['basic']],
    ['headers joined by line feeds', 'Basic realm="a\nL402 token="b"', ['basic', 'l402']],
    ['quotes that never end', 'Basic realm="a, L402 token=b', ['basic']],
    ['a quote behind a backslash', 'Basic realm="a\\", L402 token=\\"b", Digest', ['basic', 'digest']],
    ['a backslash at the end', 'Basic realm="a\\', ['basic']],
    ['what is no name', '"L402", (L402), L402/1 a=b, ümlaut', []],
  ])('%s', (_, header, schemes) => expect(schemesOf(header)).toEqual(schemes))

  it('finds the schemes of any list, whatever stands in quotes', () => {
    const name = fc.stringMatching(/^[a-z0-9!#$%&'*+.^_`|~-]{1,8}$/)
    const quoted = fc.string({ unit: fc.constantFrom('a', ' ', ',', '=', '"', '\\', 'L402 ', '\t') }).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)
    const param = fc.tuple(name, fc.constantFrom('=', ' = '), fc.oneof(name, quoted)).map((parts) => parts.join(''))
    const challenge = fc.tuple(name, fc.array(param, { maxLength: 3 }))
    fc.assert(
      fc.property(fc.array(challenge), fc.constantFrom(',', ', ', ' ,\t'), (challenges, comma) => {
        const header = challenges.map(([scheme, params]) => `${scheme} ${params.join(comma)}`.trim()).join(comma)
        expect(schemesOf(header)).toEqual(challenges.map(([scheme]) => scheme))
      }),
      { numRuns: 500 },
    )
  })
})
