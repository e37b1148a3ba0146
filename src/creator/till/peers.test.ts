import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { x402Client, x402HTTPClient } from '@x402/core/client'
import { registerExactEvmScheme } from '@x402/evm/exact/client'
import { wrapFetchWithPayment } from '@x402/fetch'
import { extractReceiptFromResponse, isEIP712SignedReceipt, verifyReceiptSignatureEIP712 } from '@x402/extensions/offer-receipt'
import { createSIWxPayload, encodeSIWxHeader, type CompleteSIWxInfo } from '@x402/extensions/sign-in-with-x'
import { charge as pays } from 'mppx-peer/evm/client'
import { Mppx } from 'mppx-peer/client'
import { Receipt } from 'mppx-peer'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { loopback } from '../../../demo/world/listen'
import { readDeclaration } from '../../core/fees/declaration'
import { networks } from '../../core/networks/networks'
import { termsInChallenge, termsInLink } from '../../core/dispute/sale-terms'
import type { Answer } from '../../core/protocols/dialect'
import { dialects, readChallenge } from '../../core/protocols/registry'
import { worthOfOffers } from '../../core/receipt'
import { readSignIn as readAsk, selfIssued, signInText, writeSignIn } from '../../core/signin'
import { verifier } from '../../vault/signatures/verifier'
import { createTill } from './create'
import type { Item } from './item'
import { asking, essay, origin, Reader, requiredBy, seller, sellerKey, shopAt, token } from './market.fixtures'
import { openedBooks, openedMarket } from './opened.fixtures'
import type { Till } from './till'

const market = openedMarket()
const { database } = openedBooks()
let till: Till
let reader: Reader
const options = { key: sellerKey(), refunds: { windowSeconds: 1_209_600, partialRefunds: true, contact: 'ada@ada.example', policyUrl: `${origin}/refunds` } }

beforeAll(() => {
  till = createTill(shopAt(market, options), database)
})
beforeEach(async () => {
  reader = await Reader.with(market)
})
afterEach(() => void vi.useRealTimers())

const spent = async (): Promise<bigint> => 1_000_000n - (await market.chain.balanceOf(reader.account.address))

/** The till as a site that sells one thing, for clients that fetch. */
const siteOf =
  (item: Item, hidden: readonly string[] = []): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    const known = await till.recognise(request, item)
    if (known !== null) return new Response('the essay', { headers: known.headers })
    const charged = await till.charge(request, item)
    for (const name of hidden) charged.headers.delete(name)
    return charged.type === 'paid' ? new Response('the essay', { headers: charged.headers }) : new Response(charged.problem, { status: charged.status, headers: charged.headers })
  }

describe('wallets of others', () => {
  it('of the authors of x402 pay', async () => {
    const site = siteOf(essay('official'))
    const client = new x402HTTPClient(registerExactEvmScheme(x402Client.fromConfig({ schemes: [], spendControls: { allowedAssets: true } }), { signer: reader.account, networks: ['eip155:31337'] }))
    const refusal = await site(essay('official').url)
    const payload = await client.createPaymentPayload(client.getPaymentRequiredResponse((name) => refusal.headers.get(name)))
    const headers = client.encodePaymentSignatureHeader(payload)
    const answer = await site(essay('official').url, { headers })
    expect(await answer.text()).toBe('the essay')
    expect(client.getPaymentSettleResponse((name) => answer.headers.get(name))).toMatchObject({ success: true, amount: '100000' })
    expect(await (await site(essay('official').url, { headers })).text()).toBe('the essay')
    expect(await spent()).toBe(100_000n)
  })

  it('of the authors of x402 pay by themselves, where a program only fetches', async () => {
    const item = essay('fetched')
    const limited = x402Client.fromConfig({ schemes: [], spendControls: { allowedAssets: true } })
    const buys = wrapFetchWithPayment(siteOf(item), registerExactEvmScheme(limited, { signer: reader.account, networks: ['eip155:31337'] }))
    expect(await (await buys(item.url)).text()).toBe('the essay')
    expect(await spent()).toBe(100_000n)
  })

  it.each([
    ['their own dialect', ['payment-required']],
    ['x402', ['www-authenticate']],
  ])('of mppx pay in %s', async (_dialect, hidden) => {
    const item = essay(`mppx-${hidden.join()}`)
    const { fetch: buys } = Mppx.create({
      methods: [pays({ account: reader.account, authorization: { name: 'USD Coin', version: '2' }, currencies: [token], networks: [31337], decimals: 6, maxAmount: '0.10' })],
      fetch: siteOf(item, hidden),
      polyfill: false,
    })
    const answer = await buys(item.url)
    expect(await answer.text()).toBe('the essay')
    if (hidden.includes('payment-required')) expect(Receipt.deserialize(answer.headers.get('payment-receipt') ?? '')).toMatchObject({ method: 'evm', status: 'success' })
    expect(await spent()).toBe(100_000n)
  })

  it('of mppx find nothing wrong with what is asked', async () => {
    const item = essay('validated')
    const server = createServer((request, response) => {
      void (async () => {
        const headers = Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []))
        const answer = await siteHere(item)(`${here}${request.url ?? ''}`, { headers })
        response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
      })()
    }).listen(0, loopback)
    await once(server, 'listening')
    const address = server.address()
    const here = `http://${loopback}:${typeof address === 'object' && address !== null ? address.port : 0}`
    const local = createTill(shopAt(market, { origin: here }), database)
    const siteHere = (sold: Item): typeof fetch => async (input, init) => {
      const there = { ...sold, url: `${here}/essay` }
      const charged = await local.charge(new Request(input, init), there)
      return charged.type === 'paid' ? new Response('the essay', { headers: charged.headers }) : new Response(charged.problem, { status: charged.status, headers: { ...Object.fromEntries(charged.headers), 'Content-Type': 'application/problem+json' } })
    }
    const mppx = join(dirname(createRequire(import.meta.url).resolve('mppx-peer')), 'bin.js')
    const told = await promisify(execFile)(process.execPath, [mppx, 'validate', here, '--endpoint', 'GET:/essay', '--output-json'], { timeout: 15_000 }).catch((error: unknown) => error as { stdout: string })
    server.close()
    const { endpoints } = JSON.parse(told.stdout) as { endpoints: readonly Record<'challenge' | 'errorHandling', readonly { severity: string }[]>[] }
    const checks = endpoints.flatMap(({ challenge, errorHandling }) => [...challenge, ...errorHandling])
    expect(checks.length).toBeGreaterThan(10)
    expect(checks.filter(({ severity }) => severity !== 'pass')).toEqual([])
  })
})

/** What the wallet sees of an answer. */
const seen = (item: Item, { status, headers }: { readonly status: number; readonly headers: Headers }): Answer => ({ url: item.url, status, headers: new Map(headers) })
const local = { networks, testNetworks: true, active: 'eip155:31337' } as const

describe('the wallet of this project', () => {
  it.each(['x402-v2', 'mpp'] as const)('pays in %s', async (id) => {
    const item = essay(`farthing-${id}`)
    const spoken = dialects(local).filter((dialect) => dialect.id === id)
    const read = readChallenge(seen(item, await till.quote(asking(item), item)), spoken)
    const offer = read?.ok === true ? read.value.offers[0] : undefined
    const [dialect] = spoken
    if (read?.ok !== true || offer === undefined || dialect === undefined) throw new Error(JSON.stringify(read))
    expect(offer).toMatchObject({ amount: 100_000n, payTo: seller })
    const validBefore = Math.floor(Date.now() / 1000) + 60
    const nonce = offer.nonce ?? `0x${'5a'.repeat(32)}`
    const { signature } = await reader.authorize({ payTo: seller, amount: '100000' } as never, { nonce, validBefore: `${validBefore}` })
    const authorization = { network: 'eip155:31337', asset: offer.token.address, from: reader.address, to: seller, value: 100_000n, validAfter: 0n, validBefore: BigInt(validBefore), nonce } as const
    const header = dialect.writePayment({ challenge: read.value.raw, rawResource: read.value.rawResource, offer: offer.raw }, { authorization, signature })
    const charged = await till.charge(asking(item, { [header.name]: header.value }), item)
    if (charged.type !== 'paid') throw new Error(charged.problem)
    expect(dialect.readSettlement(seen(item, { status: 200, headers: charged.headers }))).toMatchObject({ success: true, transaction: charged.sale.transaction })
    expect(await till.charge(asking(item, { [header.name]: header.value }), item)).toMatchObject({ type: 'paid', isAgain: true })
    const other = essay(`farthing-${id}-other`)
    expect(await till.charge(asking(other, { [header.name]: header.value }), other)).toMatchObject({ type: 'unpaid', status: 402 })
    expect(await spent()).toBe(100_000n)
  })

  it('takes no challenge of the other dialect for one of another thing', async () => {
    const [item, other] = [essay('scopes'), essay('other-scopes')]
    const { fetch: buys } = Mppx.create({
      methods: [pays({ account: reader.account, authorization: { name: 'USD Coin', version: '2' } })],
      fetch: async (input, init) => {
        const request = new Request(input, init)
        const isPaying = request.headers.has('authorization')
        const charged = await till.charge(request, isPaying ? other : item)
        charged.headers.delete('payment-required')
        return new Response(null, { status: charged.type === 'paid' ? 200 : isPaying ? 403 : charged.status, headers: charged.headers })
      },
      polyfill: false,
    })
    expect((await buys(item.url)).status).toBe(403)
    expect(await spent()).toBe(0n)
  })

  it('reads signed prices, where the money goes, and the terms of refunds', async () => {
    const item = essay('statements', { shares: [{ kind: 'platform', amount: 5_000n, account: seller }, { kind: 'facilitator', amount: 1_000n }] })
    const quote = await till.quote(asking(item), item)
    const declared = readDeclaration(requiredBy(quote), { resource: item.url, network: 'eip155:31337', asset: networks.at(-1)?.token.address ?? '0x', payTo: seller, amount: 100_000n }, verifier)
    expect(declared).toMatchObject({ state: 'signed', fees: [{ kind: 'platform', amount: 5_000n }, { kind: 'facilitator', amount: 1_000n }] })
    const agreed = { resource: item.url, network: 'eip155:31337', asset: networks.at(-1)?.token.address ?? '0x', payTo: seller, amount: 100_000n, at: Date.now() } as const
    expect(worthOfOffers(quote.headers.get('payment-required') ?? '', agreed, verifier)).toBe('seller')
    expect(termsInChallenge(quote.headers.get('payment-required') ?? '', item.url)).toMatchObject({ endpoint: `${origin}/farthing/refunds`, windowSeconds: 1_209_600 })
    expect(termsInLink(quote.headers.get('link') ?? '', item.url)).toMatchObject({ endpoint: `${origin}/farthing/refunds`, contact: 'mailto:ada@ada.example' })
  })

  it('reads a receipt that the payee has signed', async () => {
    const item = essay('receipts')
    const sentAt = Date.now()
    const charged = await till.charge(asking(item, await reader.sign(requiredBy(await till.quote(asking(item), item)))), item)
    if (charged.type !== 'paid') throw new Error(charged.problem)
    const response = new Response(null, { headers: charged.headers })
    const receipt = extractReceiptFromResponse(response)
    if (receipt === undefined || !isEIP712SignedReceipt(receipt)) throw new Error('no receipt')
    const { signer, payload } = await verifyReceiptSignatureEIP712(receipt)
    expect(signer.toLowerCase()).toBe(seller)
    expect(payload).toMatchObject({ resourceUrl: item.url, network: 'eip155:31337', transaction: charged.sale.transaction })
    expect(payload.payer.toLowerCase()).toBe(reader.address)
    expect(payload.issuedAt * 1000).toBeGreaterThan(sentAt - 2000)
  })

  it('finds no signature of its key under what somebody else is paid', async () => {
    const item = essay('guests', { payTo: '0x00000000000000000000000000000000000000aa', shares: [] })
    const required = requiredBy(await till.quote(asking(item), item))
    expect(required.extensions).not.toHaveProperty('offer-receipt')
    expect(required.extensions).toMatchObject({ 'farthing-fees': { info: { statements: [{ format: 'plain', payload: { items: [] } }] } } })
  })
})

describe('a sign-in', () => {
  const bought = async (name: string): Promise<Item> => {
    const item = essay(name)
    const charged = await till.charge(asking(item, await reader.sign(requiredBy(await till.quote(asking(item), item)))), item)
    expect(charged.type).toBe('paid')
    return item
  }
  const official = async (item: Item, who = reader): Promise<Record<string, string>> => {
    const { info, supportedChains } = requiredBy(await till.quote(asking(item), item)).extensions?.['sign-in-with-x'] as { info: CompleteSIWxInfo; supportedChains: [{ chainId: 'eip155:31337'; type: 'eip191' }] }
    return { 'SIGN-IN-WITH-X': encodeSIWxHeader(await createSIWxPayload({ ...info, ...supportedChains[0] }, who.account, item.url)) }
  }

  it('opens what was bought by its account, one thing for each, and sets the cookie', async () => {
    const [item, other] = [await bought('sign-ins'), await bought('more-sign-ins')]
    const headers = await official(item)
    const known = await till.recognise(asking(item, headers), item)
    expect(known).toMatchObject({ sale: { item: item.id, payer: reader.address } })
    expect(known?.headers.getSetCookie()).toHaveLength(2)
    expect(await till.recognise(asking(item, headers), item)).not.toBeNull()
    // Overheard, it opens nothing else, though its reader has bought that, too.
    expect(await till.recognise(asking(other, headers), other)).toBeNull()
    expect(await till.recognise(asking(other, await official(other)), other)).not.toBeNull()
    expect(await till.recognise(asking(essay('unbought'), await official(essay('unbought'))), essay('unbought'))).toBeNull()
    expect(await till.recognise(asking(item, await official(item, new Reader())), item)).toBeNull()
  })

  it('is read as this project’s wallet writes it, asked or unasked', async () => {
    const item = await bought('own-sign-ins')
    const asked = readAsk(requiredBy(await till.quote(asking(item), item)), item.url, 'eip155:31337', Date.now())
    const unasked = selfIssued(item.url, 'eip155:31337', 'fedcba9876543210', Date.now())
    for (const ask of [asked, unasked]) {
      if (ask?.ok !== true) throw new Error(JSON.stringify(ask))
      const header = writeSignIn(ask.value, reader.address, await reader.account.signMessage({ message: signInText(ask.value, reader.address) }))
      expect(await till.recognise(asking(item, { [header.name]: header.value }), item)).not.toBeNull()
    }
  })

  it('opens nothing when it is old, from the future, for another site or network, changed, or too long', async () => {
    const item = await bought('bad-sign-ins')
    const ask = selfIssued(item.url, 'eip155:31337', 'fedcba9876543211', Date.now())
    if (!ask.ok) throw new Error(ask.error)
    const at = (ms: number): string => new Date(Date.now() + ms).toISOString()
    const changes: readonly object[] = [
      { issuedAt: at(-301_000), expirationTime: at(60_000) },
      { issuedAt: at(60_000), expirationTime: at(120_000) },
      { issuedAt: at(-60_000), expirationTime: at(-1_000) },
      { domain: 'bank.example' },
      { uri: 'https://bank.example/essays/bad-sign-ins' },
      { network: 'eip155:8453' },
      { notBefore: at(60_000) },
    ]
    for (const [index, change] of changes.entries()) {
      const changed = { ...ask.value, nonce: `fedcba987654321${index}a`, ...change }
      const header = writeSignIn(changed, reader.address, await reader.account.signMessage({ message: signInText(changed, reader.address) }))
      expect([index, await till.recognise(asking(item, { [header.name]: header.value }), item)]).toEqual([index, null])
    }
    const unsigned = writeSignIn(ask.value, reader.address, `0x${'11'.repeat(65)}`)
    for (const value of [unsigned.value, 'x'.repeat(40_000), '', btoa('{}')]) expect(await till.recognise(asking(item, { 'SIGN-IN-WITH-X': value }), item)).toBeNull()
    const good = writeSignIn(ask.value, reader.address, await reader.account.signMessage({ message: signInText(ask.value, reader.address) }))
    expect(await till.recognise(asking(item, { [good.name]: good.value }), item)).not.toBeNull()
  })
})
