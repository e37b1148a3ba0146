import { toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { accounts, guestBookKey, refundsKey, sellerKey } from '../world/accounts'
import { startAnvil, type Anvil } from '../world/anvil'
import { openChain, type Chain } from '../world/chain'
import { startFacilitator, type FacilitatorProcess } from '../world/facilitator-process'
import { placeSplitter, splitShares, splitterAddress } from '../world/splitter'
import { deployToken, tokenAddress, tokenDomain } from '../world/token'
import { fetchLocal } from './fetch-local'
import { challengeOf, priceOf, Reader } from './reader.fixtures'
import { startNewspaper, type Newspaper } from './server'

let anvil: Anvil
let chain: Chain
let facilitator: FacilitatorProcess
let paper: Newspaper
let reader: Reader
let address: `0x${string}`

beforeAll(async () => {
  anvil = await startAnvil()
  chain = openChain(anvil.url)
  ;[facilitator] = await Promise.all([startFacilitator(anvil.url, 0), deployToken(chain)])
  await placeSplitter(chain)
  const { name, version } = tokenDomain
  const token = { address: tokenAddress, name, version }
  const network = 'eip155:31337'
  paper = await startNewspaper({ port: 0, partnerPort: 0, facilitatorUrl: facilitator.url, token, network, sellerKey: sellerKey(), partnerKey: sellerKey(), guestBookKey: guestBookKey(), refundsKey: refundsKey() })
}, 60_000)

afterAll(async () => {
  await paper.stop()
  await facilitator.stop()
  await anvil.stop()
})

beforeEach(async () => {
  const account = privateKeyToAccount(generatePrivateKey())
  address = account.address
  reader = new Reader(account)
  await chain.mint(address, 1_000_000n)
})

const where = (slug: string): string => paper.articles[slug] ?? `${paper.url}/${slug}`
const rest = (): string => `${where('fragment')}/rest`
const tides = (): string => `${paper.partnerUrl}/tides`
const ferry = (): string => `${paper.partnerUrl}/ferry`
const post = (url: string, body: unknown): Promise<Response> =>
  fetchLocal(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
const spent = async (): Promise<bigint> => 1_000_000n - (await chain.balanceOf(address))

describe('what is asked', () => {
  test.each([
    ['paid', '50000', 'How Swifts Sleep'],
    ['script', '50000', 'The Tax on Daylight'],
    ['slow', '50000', 'Bread That Takes Its Time'],
    ['dearer', '50000', 'Putting a Clock in Beat'],
    ['beyond', '2500000000', 'The Dearest Thing on the Menu'],
    ['leak', '50000', 'The Office of Lost Letters'],
  ])('%s answers 402 at %s, with a page for people', async (slug, amount, title) => {
    const response = await reader.ask(where(slug))
    const challenge = challengeOf(response)
    const page = await response.text()
    expect(response.status).toBe(402)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(challenge.resource).toMatchObject({ url: where(slug), description: title, serviceName: 'The Lantern' })
    const token = { asset: tokenAddress, extra: { name: 'USD Coin', version: '2' } }
    const payTo = slug === 'script' ? splitterAddress : accounts.seller
    const offer = { scheme: 'exact', network: 'eip155:31337', amount, payTo, maxTimeoutSeconds: 60, ...token }
    expect(challenge.accepts).toMatchObject([offer])
    expect(page).toContain(`<h1>${title}</h1>`)
    expect(page).toContain('This article costs $')
  })

  test('free pages are free', async () => {
    for (const url of [paper.url, where('free'), where('fragment'), paper.partnerUrl]) {
      const response = await reader.ask(url)
      expect(response.status).toBe(200)
      expect(response.headers.has('payment-required')).toBe(false)
    }
  })

  test('the cut piece declares what is sold', async () => {
    const page = await (await reader.ask(where('fragment'))).text()
    expect(page).toContain('<pay-wall class="paywall" src="/fragment/rest" price="0.10" currency="USD"')
    expect(page).not.toContain('Birds at the glass</h2>')
    expect(priceOf(await reader.ask(rest()))).toBe('100000')
  })

  test('the partner is another origin behind a redirect', async () => {
    const response = await reader.ask(where('partner'))
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(tides())
    expect(priceOf(await reader.ask(tides()))).toBe('70000')
  })

  test('no other spelling of a path opens a paid piece', async () => {
    for (const path of ['/paid/', '/PAID', '/%70aid', '//paid', '/paid?free=yes', '/fragment/rest/']) {
      const response = await reader.ask(`${paper.url}${path}`)
      expect([402, 404]).toContain(response.status)
      expect(await response.text()).not.toContain('falling asleep and catching themselves')
    }
  })

  test('HEAD tells nothing of the paid page and cannot pay', async () => {
    const payment = await reader.sign(await reader.ask(where('paid')))
    const unpaid = await reader.ask(where('paid'))
    for (const headers of [{}, payment]) {
      const head = await reader.ask(where('paid'), headers, 'HEAD')
      expect(head.status).toBe(402)
      expect(head.headers.get('content-length')).toBe(unpaid.headers.get('content-length'))
      expect(head.headers.has('etag')).toBe(false)
    }
    expect(await spent()).toBe(0n)
  })
})

describe('what is sold', () => {
  test.each([
    ['paid', 50_000n, 'catching themselves'],
    ['dearer', 50_000n, 'under <em>sorry</em>'],
  ])('%s is delivered for exactly its price, and again for nothing', async (slug, price, words) => {
    const before = await chain.balanceOf(accounts.seller)
    const bought = await reader.buy(where(slug))
    expect(bought.status).toBe(200)
    expect(bought.headers.has('payment-response')).toBe(true)
    expect(bought.headers.get('cache-control')).toBe('private, no-store')
    expect(bought.headers.getSetCookie().join()).toMatch(new RegExp(`read=.*Path=/${slug}; HttpOnly; SameSite=Lax`))
    expect(await bought.text()).toContain(words)
    expect((await reader.ask(where(slug))).status).toBe(200)
    expect(await spent()).toBe(price)
    expect((await chain.balanceOf(accounts.seller)) - before).toBe(price)
  })

  test('a piece that is paid through the splitter is divided in the transaction that pays it', async () => {
    const { platform, facilitator: service } = splitShares.to
    const balances = () => Promise.all([platform, service, splitterAddress].map((one) => chain.balanceOf(one)))
    const before = await balances()
    const bought = await reader.buy(where('script'))
    expect(bought.status).toBe(200)
    expect(await bought.text()).toContain("dataset.interactive = 'yes'")
    expect(await spent()).toBe(50_000n)
    expect((await balances()).map((balance, at) => balance - (before[at] ?? 0n))).toEqual([5_000n, 1_000n, 44_000n])
    const { data } = await chain.client.call({ to: splitterAddress, data: toHex(44_000n, { size: 32 }) }).catch(() => ({ data: 'refused' }))
    expect(data, 'nobody but the router can divide what lies there').toBe('refused')
  })

  test('the rest of the cut piece is a fragment for a wallet and a page for a visitor', async () => {
    const fragment = await (await reader.buy(rest())).text()
    const page = await (await reader.ask(rest(), { 'Sec-Fetch-Dest': 'document' })).text()
    expect(fragment).toMatch(/^<p>/)
    expect(fragment).toContain('<table>')
    expect(fragment).toContain('<script>')
    expect(fragment).toContain('onerror=')
    expect(page).toMatch(/^<!doctype html>/)
    expect(await spent()).toBe(100_000n)
  })

  test('the partner sells on its own', async () => {
    expect(await (await reader.buy(tides())).text()).toContain('You may be in the first hour')
    expect(await spent()).toBe(70_000n)
  })

  test('a day there opens everything for a day; one piece opens one piece', async () => {
    expect((await reader.buy(tides())).status).toBe(200)
    expect((await reader.ask(ferry())).status).toBe(402)
    expect((await reader.buy(ferry(), 1)).status).toBe(200)
    expect(await spent()).toBe(370_000n)
    reader.cookies.delete('read')
    expect((await reader.ask(tides())).status).toBe(200)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 })
    expect((await reader.ask(tides())).status).toBe(402)
    vi.useRealTimers()
  })

  test('a pass that was not paid for, or by another path, opens nothing', async () => {
    const payment = await reader.sign(await reader.ask(tides()), 1)
    const forged = Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(payment['PAYMENT-SIGNATURE'] ?? '', 'base64').toString()) as object), payload: {} })).toString('base64')
    await reader.ask(tides(), { 'PAYMENT-SIGNATURE': forged })
    expect((await reader.ask(ferry())).status).toBe(402)
    expect((await reader.buy(tides())).status).toBe(200)
    reader.cookies.set('pass', reader.cookies.get('read') ?? '')
    expect((await reader.ask(ferry())).status).toBe(402)
  })

  test('a price that is beyond the purse is refused, and the refusal is a page', async () => {
    const response = await reader.buy(where('beyond'))
    expect(response.status).toBe(402)
    expect(await response.text()).toContain('could not be confirmed')
    expect(await spent()).toBe(0n)
  })

  test('a later unpaid ask is dearer, and the dearer price is what counts', async () => {
    const early = await reader.sign(await reader.ask(where('dearer')))
    const second = await reader.ask(where('dearer'))
    expect(priceOf(second)).toBe('80000')
    expect(await second.text()).toContain('$0.08')
    expect((await reader.ask(where('dearer'), early)).status).toBe(402)
    expect(await spent()).toBe(0n)
    expect((await reader.ask(where('dearer'), await reader.sign(second))).status).toBe(200)
    expect(await spent()).toBe(80_000n)
  })

  test('validators cannot turn a paid answer into an empty one', async () => {
    const payment = await reader.sign(await reader.ask(where('paid')))
    const response = await reader.ask(where('paid'), { ...payment, 'If-None-Match': '*', 'Cache-Control': 'max-age=0' })
    expect(response.status).toBe(200)
  })
})

describe('never charged twice', () => {
  test('a lost answer is given again, with its settlement', async () => {
    const payment = await reader.sign(await reader.ask(where('paid')))
    const first = await reader.ask(where('paid'), payment)
    reader.cookies.clear()
    const again = await reader.ask(where('paid'), payment)
    expect(again.status).toBe(200)
    expect(again.headers.get('payment-response')).toBe(first.headers.get('payment-response'))
    expect(await spent()).toBe(50_000n)
  })

  test('neither the payment nor the cookie of one piece opens another', async () => {
    const payment = await reader.sign(await reader.ask(where('paid')))
    await reader.ask(where('paid'), payment)
    expect((await reader.ask(where('script'))).status).toBe(402)
    expect((await reader.ask(where('script'), payment)).status).toBe(402)
    expect(await spent()).toBe(50_000n)
  })

  test('a forged cookie and one from before the secret changed open nothing', async () => {
    const bought = await reader.buy(where('paid'))
    expect(bought.status).toBe(200)
    const cookie = reader.cookies.get('read') ?? ''
    reader.cookies.set('read', `${cookie.split('.', 1)[0] ?? ''}.${'A'.repeat(43)}`)
    expect((await reader.ask(where('paid'))).status).toBe(402)
    reader.cookies.set('read', cookie)
    expect((await reader.ask(where('paid'))).status).toBe(200)
    await post(`${paper.url}/control/forget`, {})
    expect((await reader.ask(where('paid'))).status).toBe(402)
  })

  test.each(['down', '500'])('a settlement that fails (%s) opens nothing, and the same payment works afterwards', async (fault) => {
    const payment = await reader.sign(await reader.ask(where('paid')))
    await post(`${facilitator.url}/control`, { settle: fault })
    const failed = await reader.ask(where('paid'), payment)
    await post(`${facilitator.url}/control`, { settle: 'none' })
    expect(failed.status).toBeGreaterThanOrEqual(400)
    expect(await failed.text()).not.toContain('catching themselves')
    expect((await reader.ask(where('paid'))).status).toBe(402)
    expect(await spent()).toBe(0n)
    expect((await reader.ask(where('paid'), payment)).status).toBe(200)
    expect(await spent()).toBe(50_000n)
  })
})

describe('the controls', () => {
  test('a price changes while the paper runs', async () => {
    expect((await post(`${paper.url}/control/price`, { slug: 'script', usd: '0.06' })).status).toBe(204)
    const raised = await reader.ask(where('script'))
    await post(`${paper.url}/control/price`, { slug: 'script', usd: '0.05' })
    expect(priceOf(raised)).toBe('60000')
    for (const usd of ['-1', '0', '1e3', '0x1', '', '0.0000001']) {
      expect((await post(`${paper.url}/control/price`, { slug: 'script', usd })).status).toBe(400)
    }
  })

  test('the slow piece takes as long as it is told, and is then at hand', async () => {
    await post(`${paper.url}/control`, { slowMs: 300 })
    const payment = await reader.sign(await reader.ask(where('slow')))
    const began = performance.now()
    expect((await reader.ask(where('slow'), payment)).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(290)
    await post(`${paper.url}/control`, { slowMs: 60_000 })
    expect((await reader.ask(where('slow'))).status).toBe(200)
    const state: unknown = await (await fetchLocal(`${paper.url}/control`)).json()
    expect(state).toMatchObject({ slowMs: 60_000, sold: { slow: 1 }, served: { slow: 2 } })
  })

  test('a seller who leads astray is seen through: the partner reports what reached it', async () => {
    const payment = await reader.sign(await reader.ask(where('leak')))
    const led = await reader.ask(where('leak'), payment)
    expect(led.status).toBe(302)
    expect(new URL(led.headers.get('location') ?? '').origin).toBe(paper.partnerUrl)
    await reader.ask(`${paper.partnerUrl}/astray`, payment)
    await reader.ask(`${paper.partnerUrl}/clean`)
    const { requests } = (await (await fetchLocal(`${paper.partnerUrl}/control/seen`)).json()) as { requests: unknown[] }
    expect(requests).toContainEqual({ path: '/astray', paymentHeaders: ['payment-signature'] })
    expect(requests).toContainEqual({ path: '/clean', paymentHeaders: [] })
    expect(await spent()).toBe(0n)
  })
})
