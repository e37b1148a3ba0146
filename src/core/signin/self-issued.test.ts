import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSignIn } from './read'
import { selfIssued } from './self-issued'
import { now, vector } from './signin.fixtures'
import { readSignInText, signInText } from './text'

const nonce = '0123456789abcdef0123456789abcdef'
const issue = (url: string) => selfIssued(url, 'eip155:8453', nonce, now)

describe('an ask of our own', () => {
  it('is for the page, two seconds old, and ends five minutes after it began', () => {
    expect(issue('https://reader:secret@blog.example:8443/p/1?a=b#part')).toEqual({
      ok: true,
      value: {
        domain: 'blog.example:8443',
        uri: 'https://blog.example:8443/p/1?a=b',
        network: 'eip155:8453',
        nonce,
        issuedAt: '2026-11-22T10:00:28.000Z',
        expirationTime: '2026-11-22T10:05:28.000Z',
        notBefore: null,
        statement: null,
        requestId: null,
        resources: [],
      },
    })
  })

  it('spells the page so that strict readers of EIP-4361 take it', () => {
    expect(issue('https://blog.example/a|b/[c]/100%/é?q={x}^`"')).toMatchObject({ value: { uri: 'https://blog.example/a%7Cb/%5Bc%5D/100%25/%C3%A9?q=%7Bx%7D%5E%60%22' } })
  })

  it('is one that we would accept from the site, for any page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['https'] }), fc.string({ maxLength: 20 }), (url, more) => {
        const page = new URL(url)
        page.search = more
        const made = issue(page.href)
        if (!made.ok) throw new Error(made.error)
        const { network, ...info } = made.value
        const challenge = { extensions: { 'sign-in-with-x': { info: { ...info, version: '1' }, supportedChains: [{ chainId: network, type: 'eip191' }] } } }
        expect(readSignIn(challenge, page.href, network, now)).toEqual(made)
        expect(readSignInText(signInText(made.value, vector.address))).toEqual({ ask: made.value, address: vector.address })
      }),
      { numRuns: 300 },
    )
  })
})

it.each([
  ['http://blog.example/p/1', 'not-secure'],
  ['about:blank', 'not-secure'],
  ['', 'not-secure'],
  [`https://blog.example/${'a'.repeat(4500)}`, 'too-large'],
  ['https://blog{1}.example/', 'wrong-domain'],
  [`https://${'blog.'.repeat(51)}example/`, 'wrong-domain'],
])('is not made for %s', (url, error) => expect(issue(url)).toEqual({ ok: false, error }))

it('is not made with a nonce that others would refuse, or for a network nobody knows', () => {
  expect(selfIssued('https://blog.example/', 'eip155:8453', 'a+b/c==', now)).toEqual({ ok: false, error: 'bad-nonce' })
  expect(selfIssued('https://blog.example/', 'eip155:1', nonce, now)).toEqual({ ok: false, error: 'unknown-network' })
})
