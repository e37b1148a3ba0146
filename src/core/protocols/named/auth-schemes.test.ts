import fc from 'fast-check'
import { expect, it } from 'vitest'
import { authSchemes } from './auth-schemes'

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
])('%s', (_, header, schemes) => expect(authSchemes(header)).toEqual(schemes))

it('finds the schemes of any list, whatever stands in quotes', () => {
  const name = fc.stringMatching(/^[a-z0-9!#$%&'*+.^_`|~-]{1,8}$/)
  const quoted = fc.string({ unit: fc.constantFrom('a', ' ', ',', '=', '"', '\\', 'L402 ', '\t') }).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)
  const param = fc.tuple(name, fc.constantFrom('=', ' = '), fc.oneof(name, quoted)).map((parts) => parts.join(''))
  const challenge = fc.tuple(name, fc.array(param, { maxLength: 3 }))
  fc.assert(
    fc.property(fc.array(challenge), fc.constantFrom(',', ', ', ' ,\t'), (challenges, comma) => {
      const header = challenges.map(([scheme, params]) => `${scheme} ${params.join(comma)}`.trim()).join(comma)
      expect(authSchemes(header)).toEqual(challenges.map(([scheme]) => scheme))
    }),
    { numRuns: 500 },
  )
})
