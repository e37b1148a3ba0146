import { decodePaymentRequiredHeader } from '@x402/core/http'
import { x402HTTPResourceServer, x402ResourceServer, type FacilitatorClient, type HTTPRequestContext } from '@x402/core/server'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import {
  createSIWxMessage,
  createSIWxResourceServerExtension,
  declareSIWxExtension,
  InMemorySIWxStorage,
  parseSIWxHeader,
  validateSIWxMessage,
  verifySIWxSignature,
  type CompleteSIWxInfo,
} from '@x402/extensions/sign-in-with-x'
import fc from 'fast-check'
import { verifyMessage } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage, parseSiweMessage } from 'viem/siwe'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toChecksumAddress } from '../authorization/address'
import type { Address } from '../hex'
import { readSignIn, selfIssued, signInText, writeSignIn, type SignInAsk } from '.'
import { anyAddress, anyAsk, anyText, now, plainStatement, vector } from './signin.fixtures'

/** The official implementation of the extension, and an independent one of EIP-4361. */
const account = privateKeyToAccount(vector.privateKey)
const given = <T>(value: T | null): T | undefined => value ?? undefined

function official(ask: SignInAsk): CompleteSIWxInfo {
  const { network, statement, expirationTime, notBefore, requestId, resources, ...same } = ask
  const optional = { statement, expirationTime, notBefore, requestId, resources: resources.length === 0 ? null : [...resources] }
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null))
  return { ...same, ...present, version: '1', chainId: network, type: 'eip191' }
}

function viemText(ask: SignInAsk, address: Address): string {
  const time = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text))
  return createSiweMessage({
    address,
    domain: ask.domain,
    uri: ask.uri,
    version: '1',
    chainId: Number(ask.network.slice('eip155:'.length)),
    nonce: ask.nonce,
    issuedAt: new Date(ask.issuedAt),
    expirationTime: time(ask.expirationTime),
    notBefore: time(ask.notBefore),
    statement: given(ask.statement),
    requestId: given(ask.requestId),
    resources: ask.resources.length === 0 ? undefined : [...ask.resources],
  })
}

async function signed(ask: SignInAsk) {
  const signature = await account.signMessage({ message: signInText(ask, vector.address) })
  return { signature, header: writeSignIn(ask, vector.address, signature) }
}

function well<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string } | null): T {
  if (result?.ok !== true) throw new Error(JSON.stringify(result))
  return result.value
}

describe('our text', () => {
  it('is the official one, whatever is in it', () => {
    fc.assert(
      fc.property(anyAsk(plainStatement), anyAddress, (ask, address) => {
        expect(signInText(ask, address)).toBe(createSIWxMessage(official(ask), toChecksumAddress(address)))
      }),
      { numRuns: 150 },
    )
  })

  it('is viem’s, in any language', () => {
    fc.assert(
      fc.property(anyAsk(), anyAddress, (ask, address) => {
        const text = signInText(ask, address)
        expect(text).toBe(viemText(ask, address))
        expect(parseSiweMessage(text)).toMatchObject({ address: toChecksumAddress(address), domain: ask.domain, nonce: ask.nonce })
      }),
      { numRuns: 300 },
    )
  })

  it('is the official one for an address in brackets', () => {
    const ask = well(selfIssued('http://[::1]:4021/p/1', vector.ask.network, vector.ask.nonce, now))
    expect(signInText(ask, vector.address)).toBe(createSIWxMessage(official(ask), account.address))
  })

  it('is the official one for a page of our own asking, however the page is spelt', () => {
    fc.assert(
      fc.property(anyText, fc.string({ maxLength: 30 }), (path, query) => {
        const page = new URL('https://blog.example/')
        page.pathname = path
        page.search = query
        const ask = well(selfIssued(page.href, vector.ask.network, vector.ask.nonce, now))
        expect(signInText(ask, vector.address)).toBe(createSIWxMessage(official(ask), account.address))
      }),
      { numRuns: 150 },
    )
  })
})

describe('our header', () => {
  it('carries exactly what was signed, and the official check finds the signer', async () => {
    await fc.assert(
      fc.asyncProperty(anyAsk(plainStatement), async (ask) => {
        const { signature, header } = await signed(ask)
        expect(header.name).toBe('SIGN-IN-WITH-X')
        const payload = parseSIWxHeader(header.value)
        expect(payload).toEqual({ ...official(ask), address: account.address, signature })
        expect(await verifySIWxSignature(payload)).toEqual({ isValid: true, payer: account.address })
        expect(await verifyMessage({ address: account.address, message: signInText(ask, vector.address), signature })).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('gives V7', async () => {
    const { signature, header } = await signed(vector.ask)
    expect(signature).toBe(vector.signature)
    expect(parseSIWxHeader(header.value)).toMatchObject({ domain: 'blog.example', chainId: 'eip155:84532', signature: vector.signature })
  })

  it('stays small for common servers, even at its largest', () => {
    const long = `https://blog.example/${'p'.repeat(2200)}`
    const widest = { ...vector.ask, uri: long, resources: [long], statement: '買'.repeat(300), requestId: 'r'.repeat(128), nonce: 'n'.repeat(128) }
    expect(writeSignIn(widest, vector.address, vector.signature).value.length).toBeLessThan(8 * 1024)
  })
})

describe('the official server', () => {
  const network = vector.ask.network
  const facilitator: FacilitatorClient = {
    verify: () => Promise.reject(new Error('nobody pays here')),
    settle: () => Promise.reject(new Error('nobody pays here')),
    getSupported: () => Promise.resolve({ kinds: [{ x402Version: 2, scheme: 'exact', network }], extensions: [], signers: {} }),
  }

  async function open(origin: string, options: Parameters<typeof declareSIWxExtension>[0] = {}) {
    const storage = new InMemorySIWxStorage()
    const resources = new x402ResourceServer(facilitator).register(network, new ExactEvmScheme()).registerExtension(createSIWxResourceServerExtension({ storage, origin }))
    const route = { accepts: { scheme: 'exact', network, payTo: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C', price: '$0.01' }, extensions: declareSIWxExtension(options) }
    const http = new x402HTTPResourceServer(resources, { 'GET /p/*': route })
    await http.initialize()
    const get = (path: string, headers: Readonly<Record<string, string>> = {}) => http.processHTTPRequest(request(origin + path, headers))
    return { storage, get }
  }

  function request(url: string, headers: Readonly<Record<string, string>>): HTTPRequestContext {
    const path = new URL(url).pathname
    return {
      path,
      method: 'GET',
      adapter: {
        getHeader: (name) => Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1],
        getMethod: () => 'GET',
        getPath: () => path,
        getUrl: () => url,
        getAcceptHeader: () => '*/*',
        getUserAgent: () => 'test',
      },
    }
  }

  async function challengeOf(answer: ReturnType<Awaited<ReturnType<typeof open>>['get']>): Promise<unknown> {
    const result = await answer
    if (result.type !== 'payment-error') throw new Error(result.type)
    return decodePaymentRequiredHeader(result.response.headers['PAYMENT-REQUIRED'] ?? '')
  }

  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now }))
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['https://blog.example', {}],
    ['https://blog.example:8443', { statement: 'Sign in to read what you bought', expirationSeconds: 300 }],
    ['http://127.0.0.1:4021', { expirationSeconds: 3600 }],
    ['http://localhost:4021', { network: ['solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', network] }],
  ])('at %s opens again what was bought, with its own challenge %j', async (origin, options) => {
    const { storage, get } = await open(origin, options)
    storage.recordPayment('/p/1', vector.address)
    const ask = well(readSignIn(await challengeOf(get('/p/1?from=front')), `${origin}/p/1`, network, now))
    const { header } = await signed(ask)
    expect(await get('/p/1', { [header.name]: header.value })).toEqual({ type: 'no-payment-required' })
    expect(await get('/p/2', { [header.name]: header.value })).toMatchObject({ type: 'payment-error', response: { status: 402 } })
  })

  it('opens it with the first request, without a challenge', async () => {
    const { storage, get } = await open('https://blog.example')
    storage.recordPayment('/p/1', vector.address)
    const { header } = await signed(well(selfIssued('https://blog.example/p/1?a=|', network, 'fedcba9876543210', now)))
    // A server whose clock is a second behind, and one nearly five minutes ahead.
    for (const shift of [-1000, 0, 297_000]) {
      vi.setSystemTime(now + shift)
      expect(await get('/p/1', { [header.name]: header.value })).toEqual({ type: 'no-payment-required' })
    }
    vi.setSystemTime(now + 299_000)
    expect(await get('/p/1', { [header.name]: header.value })).toMatchObject({ type: 'payment-error' })
  })

  it('cannot use the challenge of another site, nor have its own used elsewhere', async () => {
    const { get } = await open('https://bank.example')
    const challenge = await challengeOf(get('/p/1'))
    expect(readSignIn(challenge, 'https://blog.example/p/1', network, now)).toEqual({ ok: false, error: 'wrong-domain' })
    const { header } = await signed(well(readSignIn(challenge, 'https://bank.example/p/1', network, now)))
    const payload = parseSIWxHeader(header.value)
    expect(await validateSIWxMessage(payload, new URL('https://bank.example'))).toEqual({ isValid: true })
    expect(await validateSIWxMessage(payload, new URL('https://blog.example'))).toMatchObject({ invalidReason: 'invalid_siwx_domain_mismatch' })
  })

  it('makes no such challenge when it does not offer to open again', async () => {
    const resources = new x402ResourceServer(facilitator).register(network, new ExactEvmScheme())
    const http = new x402HTTPResourceServer(resources, { 'GET /p/*': { accepts: { scheme: 'exact', network, payTo: account.address, price: '$0.01' } } })
    await http.initialize()
    const challenge = await challengeOf(http.processHTTPRequest(request('https://blog.example/p/1', {})))
    expect(readSignIn(challenge, 'https://blog.example/p/1', network, now)).toBeNull()
  })
})
