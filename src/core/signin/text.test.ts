import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAddress, anyAsk, anyText, vector } from './signin.fixtures'
import { readSignInText, signInText } from './text'

const text = signInText(vector.ask, vector.address)

describe('the text', () => {
  it('is the one of V7', () => {
    expect(text).toBe(`blog.example wants you to sign in with your Ethereum account:
0x70997970C51812dc3A010C7d01b50e0d17dc79C8

Sign in to read what you bought

URI: https://blog.example/p/1
Version: 1
Chain ID: 84532
Nonce: 0123456789abcdef0123456789abcdef
Issued At: 2026-11-22T10:00:00.000Z
Expiration Time: 2026-11-22T10:05:00.000Z
Resources:
- https://blog.example/p/1`)
  })

  it('keeps two empty lines where there is no statement', () => {
    expect(signInText({ ...vector.ask, statement: null }, vector.address)).toContain('79C8\n\n\nURI: ')
  })

  it('reads back as what it was made from', () => {
    fc.assert(
      fc.property(anyAsk(), anyAddress, (ask, address) => {
        expect(readSignInText(signInText(ask, address))).toEqual({ ask, address })
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is no sign-in text', () => {
  it('any text that differs by a character, unless it says something else that is well spelt', () => {
    const hostile = fc.constantFrom('\n', ' ', '\r', '\0', '\u202E', '\uD800', 'A', '0', '@', '\\', '\t')
    fc.assert(
      fc.property(anyAsk(), anyAddress, fc.nat(), hostile, fc.nat(2), (ask, address, place, character, removed) => {
        const right = signInText(ask, address)
        const at = place % (right.length + 1)
        const changed = right.slice(0, at) + character + right.slice(at + removed)
        const read = readSignInText(changed)
        if (read !== null) expect(signInText(read.ask, read.address)).toBe(changed)
        if (read !== null && changed !== right) expect(read).not.toEqual({ ask, address })
      }),
      { numRuns: 1000 },
    )
  })

  it('anything at all', () => {
    fc.assert(fc.property(anyText, (any) => readSignInText(any) === null))
  })

  it.each([
    ['nothing', ''],
    ['a newline at the end', `${text}\n`],
    ['a newline before', `\n${text}`],
    ['Windows lines', text.replaceAll('\n', '\r\n')],
    ['another title', text.replace('wants you to sign in', 'wants you to pay')],
    ['a scheme before the domain', `https://${text}`],
    ['an address without its checksum', text.replace(/0x[0-9a-fA-F]{40}/, (address) => address.toLowerCase())],
    ['an address with a wrong checksum', text.replace('79C8', '79c8')],
    ['no address', text.replace(/0x[0-9a-fA-F]{40}/, '')],
    ['another version', text.replace('Version: 1', 'Version: 2')],
    ['an unknown chain', text.replace('84532', '1')],
    ['a chain in another spelling', text.replace('84532', '084532')],
    ['a field twice', text.replace('Nonce: ', 'Nonce: 0123456789abcdef\nNonce: ')],
    ['fields in another order', text.replace(/(Version: 1)\n(Chain ID: 84532)/, '$2\n$1')],
    ['a field nobody knows', text.replace('\nResources', '\nAmount: 5\nResources')],
    ['a field missing', text.replace(/Nonce: .*\n/, '')],
    ['two statements', text.replace('bought\n', 'bought\nand more\n')],
    ['an invisible character', text.replace('read', 're\u200Bad')],
    ['another site’s URI', text.replace('URI: https://blog.example', 'URI: https://bank.example')],
    ['another site’s resource', text.replace('- https://blog.example', '- https://bank.example')],
    ['another site behind credentials', text.replace('URI: https://blog.example/', 'URI: https://blog.example@bank.example/')],
    ['a site over http', text.replaceAll('https://', 'http://')],
    ['another scheme', text.replaceAll('https://', 'ftp://')],
    ['a domain in capitals', text.replace('blog.example wants', 'Blog.example wants')],
    ['a domain with its default port', text.replace('blog.example wants', 'blog.example:443 wants').replaceAll('https://blog.example', 'https://blog.example:443')],
    ['a day that never was', text.replace('Issued At: 2026-11-22', 'Issued At: 2026-02-30')],
    ['an empty list', text.replace('- https://blog.example/p/1', '').trimEnd()],
    ['a text without end', text.replace('- https', `${'- https://blog.example/p/1\n'.repeat(100_000)}- https`)],
  ])('%s', (_, wrong) => {
    expect(wrong).not.toBe(text)
    expect(readSignInText(wrong)).toBeNull()
  })

  it('is told in one pass, however long the text', { timeout: 5000 }, () => {
    for (const part of ['a', '%', '%41', '/', '.', ' ', '\n', '-', '[', ':', '- ', 'URI: ']) {
      const long = part.repeat(8000 / part.length)
      expect(readSignInText(text.replace('/p/1\nVersion', `${long}\nVersion`).slice(0, 8192))).toBeNull()
      expect(readSignInText(long)).toBeNull()
    }
  })
})
