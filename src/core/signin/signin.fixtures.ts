import fc from 'fast-check'
import { toHex, type Address, type Hex } from '../hex'
import { networks } from '../networks/networks'
import type { SignInAsk } from './ask'

/** Vector V7: made by the official client; the key is the well-known test key of V1. */
export const vector = {
  privateKey: '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d' as Hex,
  address: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8' as Address,
  ask: {
    domain: 'blog.example',
    uri: 'https://blog.example/p/1',
    network: 'eip155:84532',
    nonce: '0123456789abcdef0123456789abcdef',
    issuedAt: '2026-11-22T10:00:00.000Z',
    expirationTime: '2026-11-22T10:05:00.000Z',
    notBefore: null,
    statement: 'Sign in to read what you bought',
    requestId: null,
    resources: ['https://blog.example/p/1'],
  } satisfies SignInAsk,
  signature: '0x6c6b03cc7433c1617737574b088a0758d367f5deba60597894a115c483a26a0677f5c87ee30ac12cae64c016b9d09f86fe6da21bdead76b578d6ddb7418c62b81b',
} as const

/** Half a minute after V7 was issued. */
export const now = Date.UTC(2026, 10, 22, 10, 0, 30)

/** A challenge that asks for what V7 signs, changed. */
export function asking(info: Readonly<Record<string, unknown>> = {}, supportedChains?: unknown) {
  const { network, ...fields } = vector.ask
  const chains = supportedChains === undefined ? [{ chainId: network, type: 'eip191' }] : supportedChains
  return { x402Version: 2, accepts: [], extensions: { 'sign-in-with-x': { info: { version: '1', ...fields, ...info }, supportedChains: chains, schema: {} } } }
}

const letters = (alphabet: string, min: number, max: number) =>
  fc.array(fc.constantFrom(...alphabet.split('')), { minLength: min, maxLength: max }).map((characters) => characters.join(''))
const alphanumeric = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const unreserved = `${alphanumeric}-._~`
const subDelims = "!$&'()*+,;="
const encoded = fc.nat(255).map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
const pchars = (max: number) => fc.array(fc.oneof({ weight: 5, arbitrary: letters(`${unreserved}${subDelims}:@`, 1, 4) }, encoded), { maxLength: max }).map((parts) => parts.join(''))

const port = fc.option(fc.integer({ min: 1, max: 65_535 }).filter((number) => number !== 443 && number !== 80), { nil: null })
const anyOrigin = fc
  .record({ host: fc.oneof(fc.domain(), fc.constantFrom('localhost', '127.0.0.1', 'xn--bcher-kva.example')), port, secure: fc.boolean() })
  .map(({ host, port: number, secure }) => {
    const scheme = secure || host.includes('example') || !/^(?:localhost|127)/.test(host) ? 'https' : 'http'
    return new URL(`${scheme}://${host}${number === null ? '' : `:${number}`}`).origin
  })
const anyPath = fc
  .record({ path: fc.array(pchars(3), { maxLength: 4 }), query: fc.option(pchars(4), { nil: null }), fragment: fc.option(pchars(2), { nil: null }) })
  .map(({ path, query, fragment }) => path.map((part) => `/${part}`).join('') + (query === null ? '' : `?${query}`) + (fragment === null ? '' : `#${fragment}`))

/** What EIP-4361 allows in a statement; servers that follow its grammar to the letter accept nothing else. */
export const plainStatement = letters(`${unreserved}${subDelims}:/?#[]@      `, 1, 80).filter((text) => text.trim() !== '')
/** What a reader's language may need. */
export const wideStatement = fc.oneof(plainStatement, fc.constantFrom('Lesen, was Sie gekauft haben – für 5 €', '買った記事を読む', 'Прочитать купленное', 'Voilà « l’article » \u{1F4F0}', 'اقرأ ما اشتريته'))

const anyTime = fc.date({ min: new Date(Date.UTC(1970)), max: new Date(Date.UTC(9999)), noInvalidDate: true }).map((time) => time.toISOString())
export const anyAddress = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes): Address => toHex(bytes))
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

/** Any UTF-16 at all, halves of characters included. */
export const anyText = fc.uint16Array({ maxLength: 200 }).map((units) => String.fromCharCode(...units))

/** Any well spelt ask. */
export const anyAsk = (statement: fc.Arbitrary<string> = wideStatement): fc.Arbitrary<SignInAsk> =>
  fc
    .record({
      origin: anyOrigin,
      path: anyPath,
      network: fc.constantFrom(...networks.map(({ id }) => id)),
      nonce: letters(alphanumeric, 8, 40),
      issuedAt: anyTime,
      expirationTime: perhaps(anyTime),
      notBefore: perhaps(anyTime),
      statement: perhaps(statement),
      requestId: perhaps(pchars(6).filter((text) => text !== '')),
      paths: fc.array(anyPath, { maxLength: 3 }),
    })
    .map(({ origin, path, paths, ...rest }) => ({ ...rest, domain: new URL(origin).host, uri: origin + path, resources: paths.map((other) => origin + other) }))
