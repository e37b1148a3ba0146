import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NetworkId } from '../networks/networks'
import { readSignIn } from './read'
import { asking, now, vector } from './signin.fixtures'
import { readSignInText, signInText } from './text'

const page = 'https://blog.example/p/1'
const network: NetworkId = 'eip155:84532'
const read = (json: unknown, url = page, at = now) => readSignIn(json, url, network, at)
/** The fault of V7's challenge, changed. */
const fault = (info: Readonly<Record<string, unknown>>, url = page) => {
  const result = read(asking(info), url)
  return result?.ok === false ? result.error : result
}
const after = (ms: number): string => new Date(now + ms).toISOString()
const second = 1000
const minute = 60 * second
const day = 24 * 60 * minute

describe('an ask', () => {
  it('is read as it was spelt', () => {
    expect(read(asking())).toEqual({ ok: true, value: vector.ask })
    expect(read(asking(), 'https://blog.example/elsewhere?at=the&same#site')).toEqual({ ok: true, value: vector.ask })
  })

  it('may leave out what is optional, by absence, null or emptiness', () => {
    const bare = { ...vector.ask, expirationTime: null, statement: null, resources: [] }
    for (const nothing of [undefined, null, '']) {
      const info = { expirationTime: nothing, statement: nothing, notBefore: nothing, requestId: nothing, resources: nothing === '' ? [] : nothing }
      expect(read(asking(info))).toEqual({ ok: true, value: bare })
    }
  })

  it.each([null, undefined, 5, 'text', [], {}, { extensions: null }, { extensions: [] }, { extensions: 'sign-in-with-x' }, { extensions: {} }, { extensions: { 'sign-in-with-x': null } }])(
    'is not in %j',
    (json) => expect(read(json)).toBeNull(),
  )

  it.each([
    'https://blog.example',
    'https://blog.example?p=1',
    'https://blog.example/#top',
    'https://blog.example/p%C3%A9/~a;b=c,d/@me:(1)?x=/?&y=%20',
  ])('may be for %s', (uri) => {
    expect(read(asking({ uri, resources: [uri, page] }))?.ok).toBe(true)
  })

  it.each(['http://127.0.0.1:4021', 'http://localhost', 'http://[::1]:8080', 'https://localhost:4433', 'https://blog.example:8443'])('may come from %s', (origin) => {
    const info = { domain: new URL(origin).host, uri: `${origin}/p/1`, resources: [] }
    const result = read(asking(info), `${origin}/p/1`)
    expect(result).toMatchObject({ ok: true, value: { domain: info.domain } })
    if (result?.ok === true) expect(readSignInText(signInText(result.value, vector.address))?.ask).toEqual(result.value)
  })

  it.each(['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.123456+00:00', '2026-11-22T11:00:00+01:00', '2026-11-21T23:30:00.5-10:30'])('may be issued at %s', (issuedAt) => {
    expect(read(asking({ issuedAt }))).toMatchObject({ ok: true, value: { issuedAt } })
  })

  it('takes our network from among others, however strange', () => {
    const chains = [null, 'eip155:84532', { chainId: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', type: 'ed25519' }, { chainId: network, type: 'eip191', signatureScheme: 'eip191' }]
    expect(read(asking({}, chains))?.ok).toBe(true)
  })
})

describe('a challenge for somebody else', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    ['another domain', { domain: 'bank.example' }, page, 'wrong-domain'],
    ['another domain in every field', { domain: 'bank.example', uri: 'https://bank.example/', resources: [] }, page, 'wrong-domain'],
    ['another port', { domain: 'blog.example:8443' }, page, 'wrong-domain'],
    ['the port it did not answer on', {}, 'https://blog.example:8443/p/1', 'wrong-domain'],
    ['its own default port', { domain: 'blog.example:443' }, page, 'wrong-domain'],
    ['a sub-domain', { domain: 'www.blog.example' }, page, 'wrong-domain'],
    ['the domain above', {}, 'https://evil.blog.example/', 'wrong-domain'],
    ['a domain that ends like it', {}, 'https://evilblog.example/', 'wrong-domain'],
    ['a domain that begins like it', {}, 'https://blog.example.evil.example/', 'wrong-domain'],
    ['a domain with a dot behind', {}, 'https://blog.example./', 'wrong-domain'],
    ['the credentials of a look-alike', {}, 'https://blog.example@evil.example/p/1', 'wrong-domain'],
    ['the credentials of a look-alike, told as a domain', { domain: 'blog.example@evil.example' }, 'https://blog.example@evil.example/p/1', 'wrong-domain'],
    ['the same letters in capitals', { domain: 'BLOG.example' }, page, 'wrong-domain'],
    ['no domain', { domain: '' }, page, 'wrong-domain'],
    ['a domain with a line behind it', { domain: 'blog.example\nwants' }, page, 'wrong-domain'],
    ['a URI elsewhere', { uri: 'https://bank.example/' }, page, 'wrong-uri'],
    ['a URI on another port', { uri: 'https://blog.example:8443/p/1' }, page, 'wrong-uri'],
    ['a URI of a longer host', { uri: 'https://blog.example.evil.example/' }, page, 'wrong-uri'],
    ['a URI with credentials', { uri: 'https://blog.example@bank.example/' }, page, 'wrong-uri'],
    ['a URI with credentials of its own', { uri: 'https://bank.example@blog.example/' }, page, 'wrong-uri'],
    ['a URI over http', { uri: 'http://blog.example/p/1' }, page, 'wrong-uri'],
    ['a URI that browsers mend', { uri: 'https:\\\\blog.example/p/1' }, page, 'wrong-uri'],
    ['a URI with a line in it', { uri: 'https://blog.example/\nVersion: 1' }, page, 'wrong-uri'],
    ['a URI with a space', { uri: 'https://blog.example/p 1' }, page, 'wrong-uri'],
    ['a URI with half a byte', { uri: 'https://blog.example/%a' }, page, 'wrong-uri'],
    ['a relative URI', { uri: '/p/1' }, page, 'wrong-uri'],
    ['a resource elsewhere', { resources: [page, 'https://bank.example/'] }, page, 'resource-elsewhere'],
    ['a resource of another kind', { resources: ['ipfs://bafybei'] }, page, 'resource-elsewhere'],
    ['a resource with a line in it', { resources: [`${page}\n- https://bank.example/`] }, page, 'resource-elsewhere'],
    ['addresses without end', { uri: `${page}${'a'.repeat(4500)}` }, page, 'too-large'],
  ])('%s', (_, info, url, expected) => expect(fault(info, url)).toBe(expected))

  it.each(['http://blog.example/p/1', 'http://127.0.0.2/', 'http://localhost.example/', 'http://my.localhost.example/', 'http://mylocalhost/', 'http://0.0.0.0/', 'ftp://blog.example/', 'blob:https://blog.example/1', 'data:,', '/p/1', ''])(
    'is not even looked at when %j answered',
    (url) => {
      const domain = URL.canParse(url) ? new URL(url).host : ''
      expect(fault({ domain, uri: url, resources: [] }, url)).toBe('not-secure')
    },
  )
})

describe('what is refused', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['another version', { version: '2' }, 'wrong-version'],
    ['the version as a number', { version: 1 }, 'wrong-shape'],
    ['a short nonce', { nonce: '1234567' }, 'bad-nonce'],
    ['an endless nonce', { nonce: 'a'.repeat(129) }, 'bad-nonce'],
    ['a nonce with a sign in it', { nonce: '12345678-9' }, 'bad-nonce'],
    ['a nonce with a line behind it', { nonce: '0123456789abcdef\n' }, 'bad-nonce'],
    ['a newline in the statement', { statement: 'Read on\nURI: https://bank.example/' }, 'bad-statement'],
    ['a carriage return in it', { statement: 'Read\ron' }, 'bad-statement'],
    ['a line separator in it', { statement: 'Read\u2028on' }, 'bad-statement'],
    ['a next line in it', { statement: 'Read\u0085on' }, 'bad-statement'],
    ['text that runs backwards', { statement: 'Read \u202Eon' }, 'bad-statement'],
    ['an isolate', { statement: 'Read \u2066on' }, 'bad-statement'],
    ['an invisible space', { statement: 're\u200Bad' }, 'bad-statement'],
    ['a tab', { statement: 'Read\ton' }, 'bad-statement'],
    ['half a character', { statement: 'Read \uD83D' }, 'bad-statement'],
    ['a blank statement', { statement: '  ' }, 'bad-statement'],
    ['an endless statement', { statement: 'a'.repeat(301) }, 'bad-statement'],
    ['a request id with a space', { requestId: 'a b' }, 'bad-request-id'],
    ['a request id with a line', { requestId: 'a\nResources:' }, 'bad-request-id'],
    ['an endless request id', { requestId: 'a'.repeat(129) }, 'bad-request-id'],
    ['a time in words', { issuedAt: 'today' }, 'bad-time'],
    ['a time without zone', { issuedAt: '2026-11-22T10:00:00' }, 'bad-time'],
    ['a time with more behind it', { issuedAt: '2026-11-22T10:00:00Z\nExpiration Time: 2099-01-01T00:00:00Z' }, 'bad-time'],
    ['a day that never was', { issuedAt: '2026-11-31T10:00:00Z' }, 'bad-time'],
    ['an hour that never was', { expirationTime: '2026-11-22T24:00:00Z' }, 'bad-time'],
    ['a zone that never was', { notBefore: '2026-11-22T10:00:00+99:99' }, 'bad-time'],
    ['a challenge of six minutes ago', { issuedAt: after(-5 * minute - 1) }, 'too-old'],
    ['a challenge from the future', { issuedAt: after(minute + 1) }, 'from-the-future'],
    ['an expired one', { expirationTime: after(0) }, 'expired'],
    ['one that lives for days', { expirationTime: after(day + 1) }, 'too-long'],
    ['one for later', { notBefore: after(1) }, 'not-yet'],
    ['a statement that is no text', { statement: {} }, 'wrong-shape'],
    ['resources that are no list', { resources: page }, 'wrong-shape'],
    ['twenty-one resources', { resources: Array.from({ length: 21 }, () => page) }, 'wrong-shape'],
    ['no nonce', { nonce: undefined }, 'wrong-shape'],
  ])('%s', (_, info, expected) => expect(fault(info)).toBe(expected))

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['issued five minutes ago', { issuedAt: after(-5 * minute) }],
    ['issued by a clock a minute ahead', { issuedAt: after(minute) }],
    ['about to expire', { expirationTime: after(1) }],
    ['living for a day', { expirationTime: after(day) }],
    ['valid from now', { notBefore: after(0) }],
  ])('but not one %s', (_, info) => expect(read(asking(info))?.ok).toBe(true))

  it.each([
    ['another chain', [{ chainId: 'eip155:8453', type: 'eip191' }]],
    ['our chain by another signature', [{ chainId: network, type: 'ed25519' }]],
    ['our chain by its old name', [{ chainId: 'base-sepolia', type: 'eip191' }]],
    ['no chain', []],
  ])('%s', (_, chains) => expect(read(asking({}, chains))).toEqual({ ok: false, error: 'unknown-network' }))

  it('a network that the wallet does not know', () => {
    const chains = [{ chainId: 'eip155:1', type: 'eip191' }]
    expect(readSignIn(asking({}, chains), page, 'eip155:1', now)).toEqual({ ok: false, error: 'unknown-network' })
  })

  it.each([5, 'text', [], {}, { info: null }, { info: {}, supportedChains: [] }, { supportedChains: [] }])('%j', (extension) => {
    expect(read({ extensions: { 'sign-in-with-x': extension } })).toEqual({ ok: false, error: 'wrong-shape' })
  })

  it('more chains than there are', () => {
    expect(read(asking({}, Array.from({ length: 51 }, () => null)))).toEqual({ ok: false, error: 'wrong-shape' })
    expect(read(asking({}, 'all'))).toEqual({ ok: false, error: 'wrong-shape' })
  })
})

describe('whatever arrives', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(undefined, null, '', '\n', page, 'https://[', 'blog.example', '1', after(0), [page], '__proto__', NaN))
  const fields = fc.record(
    { domain: odd, uri: odd, version: odd, nonce: odd, issuedAt: odd, expirationTime: odd, notBefore: odd, statement: odd, requestId: odd, resources: odd },
    { requiredKeys: [] },
  )
  const url = fc.oneof(fc.constant(page), fc.webUrl(), fc.string())
  const challenge = fc.oneof(
    fc.jsonValue(),
    odd.map((extension) => ({ extensions: { 'sign-in-with-x': extension } })),
    fc.tuple(fields, odd).map(([info, chains]) => asking(info, chains)),
    fields.map((info) => asking(info)),
  )

  it('never throws, and what is accepted is all of the site that answered', () => {
    fc.assert(
      fc.property(challenge, url, (json, answered) => {
        const result = read(json, answered)
        if (result?.ok !== true) return
        const { domain, uri, resources } = result.value
        const site = new URL(answered)
        expect(domain).toBe(site.host)
        for (const address of [uri, ...resources]) expect(new URL(address)).toMatchObject({ origin: site.origin, username: '', password: '' })
        expect(readSignInText(signInText(result.value, vector.address))).toEqual({ ask: result.value, address: vector.address })
      }),
      { numRuns: 1000 },
    )
  })

  it('no hostile address is taken for one at the site', () => {
    const tail = fc.array(fc.constantFrom('@', '.', ':', '/', '\\', '?', '#', 'evil.example', '%2f', '\t', ' ', '443', '[', ']', '\u3002', '-', 'é'), { maxLength: 8 }).map((parts) => parts.join(''))
    const head = fc.constantFrom('https://blog.example', 'https:blog.example', 'https:/blog.example', 'HTTPS://blog.example', '//blog.example', ' https://blog.example', 'https://user@blog.example')
    fc.assert(
      fc.property(head, tail, (start, end) => {
        if (read(asking({ uri: start + end, resources: [start + end] }))?.ok !== true) return
        expect(new URL(start + end)).toMatchObject({ origin: 'https://blog.example', username: '', password: '' })
      }),
      { numRuns: 1000 },
    )
  })
})
