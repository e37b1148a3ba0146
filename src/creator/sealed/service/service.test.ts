import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodePaymentRequiredHeader, decodePaymentResponseHeader, encodePaymentSignatureHeader, decodePaymentSignatureHeader } from '@x402/core/http'
import { base64urlnopad } from '@scure/base'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts } from '../../../../demo/world/accounts'
import { isKeyAnswer, readKeyAnswer } from '../../../core/sealed/key-answer'
import { addressOf, Reader } from '../../till/market.fixtures'
import { openedMarket } from '../../till/opened.fixtures'
import { sealTo, type Terms } from '../seal'
import { generateServiceKey, readKeysFile, readServiceKey, wellKnown, type ServiceKey } from '../service-key'
import { Memory } from './memory'
import { openKeyService, type KeyService, type KeyServiceOptions } from './service'

const address = 'https://keys.example'
const patience = { chain: 1500, others: 8000 }

const market = openedMarket()
let key: ServiceKey
let service: KeyService
let reader: Reader

const terms = (name: string, more: Partial<Terms> = {}): Terms => ({
  key: new Uint8Array(32).fill(name.length),
  title: `On ${name}`,
  url: `https://ada.example/essays/${name}`,
  price: 100_000n,
  payTo: addressOf(accounts.seller),
  network: 'eip155:31337',
  keep: 'forever',
  until: null,
  ...more,
})
const sold = async (name: string, more: Partial<Terms> = {}): Promise<string> => (await sealTo({ address, publicKey: key.publicKey }, terms(name, more))) ?? ''
const open = async (more: Partial<KeyServiceOptions> = {}): Promise<KeyService> =>
  openKeyService({ key, address, network: 'eip155:31337', facilitator: market.facilitator, endpoint: market.endpoint, memory: await Memory.open(), patience, ...more })
const ask = (url: string, headers: Readonly<Record<string, string>> = {}, at = service, method = 'GET'): Promise<Response> => at.handle(new Request(url, { headers, method }))
const required = (answer: Response) => decodePaymentRequiredHeader(answer.headers.get('payment-required') ?? '')
const payFor = async (url: string): Promise<Record<string, string>> => reader.sign(required(await ask(url)))
const spent = async (): Promise<bigint> => 1_000_000n - (await market.chain.balanceOf(reader.account.address))
const keyIn = async (answer: Response): Promise<string | null> => {
  const read = readKeyAnswer(await answer.text())
  return read === null ? null : read.title
}

beforeAll(async () => {
  key = await readServiceKey(await generateServiceKey())
})
beforeEach(async () => {
  await market.fail({ verify: 'none', settle: 'none' })
  service = await open()
  reader = await Reader.with(market)
})

describe('a price', () => {
  it('is what the author has sealed: amount, account and words, at the address that was asked', async () => {
    const url = await sold('herons', { price: 250_000n, payTo: addressOf(accounts.partner) })
    const answer = await ask(url)
    expect(answer.status).toBe(402)
    expect(required(answer)).toMatchObject({
      resource: { url, description: 'On herons', mimeType: 'application/vnd.farthing.key+json' },
      accepts: [{ scheme: 'exact', network: 'eip155:31337', amount: '250000', payTo: accounts.partner }],
    })
    expect(required(answer).extensions).not.toHaveProperty('sign-in-with-x')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-expose-headers')).toContain('PAYMENT-REQUIRED')
  })

  it('is told to people in words, with a way to the article, and nothing in it runs', async () => {
    const url = await sold('x', { title: '<script>alert(1)</script>', url: 'https://ada.example/"onload=' })
    const answer = await ask(url, { accept: 'text/html', 'sec-fetch-dest': 'document' })
    const html = await answer.text()
    expect(answer.headers.get('content-type')).toContain('text/html')
    // A wallet would offer to pay for the page, and what comes is no page.
    expect([answer.status, answer.headers.has('payment-required')]).toEqual([200, false])
    expect(html).not.toContain('<script>')
    expect(html).toContain('$0.10')
    expect(html).toContain('ada.example')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await (await ask(await sold('y', { url: 'javascript:alert(1)' }), { accept: 'text/html' })).text()).not.toContain('href="javascript')
  })

  it('is told to those who only look, who are never charged', async () => {
    const url = await sold('ferries')
    const answer = await ask(url, await payFor(url), service, 'HEAD')
    expect([answer.status, await answer.text()]).toEqual([402, ''])
    expect(required(answer).accepts[0]?.amount).toBe('100000')
    expect(await spent()).toBe(0n)
  })

  it('is charged to nobody who comes here themselves: a key alone cannot be read', async () => {
    const url = await sold('ferries')
    const answer = await ask(url, { ...(await payFor(url)), 'sec-fetch-dest': 'document' })
    expect(await answer.text()).toContain('You were not charged: a key alone')
    expect(await spent()).toBe(0n)
  })

  it('may be asked for by pages of other sites', async () => {
    const answer = await ask(await sold('ferries'), {}, service, 'OPTIONS')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-headers')).toContain('PAYMENT-SIGNATURE')
  })
})

describe('a payment', () => {
  it('goes to the author, and is answered with the key', async () => {
    const url = await sold('herons')
    const before = await market.chain.balanceOf(accounts.seller)
    const answer = await ask(url, await payFor(url))
    expect(answer.status).toBe(200)
    expect(isKeyAnswer(answer.headers.get('content-type'))).toBe(true)
    expect(decodePaymentResponseHeader(answer.headers.get('payment-response') ?? '')).toMatchObject({ success: true, payer: reader.account.address })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.has('set-cookie')).toBe(false)
    expect(readKeyAnswer(await answer.text())).toEqual({ key: terms('herons').key, title: 'On herons', url: 'https://ada.example/essays/herons' })
    expect((await market.chain.balanceOf(accounts.seller)) - before).toBe(100_000n)
  })

  it('opens the same again when the answer was lost, and charges nothing', async () => {
    const url = await sold('herons')
    const payment = await payFor(url)
    const answers = [await ask(url, payment), await ask(url, payment), await ask(url, payment)]
    expect(await Promise.all(answers.map(keyIn))).toEqual(['On herons', 'On herons', 'On herons'])
    expect(await spent()).toBe(100_000n)
  })

  it('never opens another article of the same author at the same price', async () => {
    const [herons, ferries] = [await sold('herons'), await sold('ferries')]
    const payment = await payFor(herons)
    expect((await ask(herons, payment)).status).toBe(200)
    const refused = await ask(ferries, payment)
    expect(refused.status).toBe(402)
    expect(await refused.text()).toContain('was used for something else')
    // Nor when it says that it is for the other.
    const decoded = decodePaymentSignatureHeader(payment['PAYMENT-SIGNATURE'] ?? '')
    const claimed = { 'PAYMENT-SIGNATURE': encodePaymentSignatureHeader({ ...decoded, resource: required(await ask(ferries)).resource }) }
    expect((await ask(ferries, claimed)).status).toBe(402)
  })

  it('never opens another article when both are asked for at once: one is settled, one is served', async () => {
    const urls = await Promise.all(['herons', 'ferries', 'wrens', 'lanterns'].map((name) => sold(name)))
    const payment = await payFor(urls[0] ?? '')
    const answers = await Promise.all(urls.map((url) => ask(url, payment)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await spent()).toBe(100_000n)
  })

  it('never opens another article when the service has forgotten everything', async () => {
    const [herons, ferries] = [await sold('herons'), await sold('ferries')]
    const payment = await payFor(herons)
    expect((await ask(herons, payment)).status).toBe(200)
    const fresh = await open()
    for (const url of [ferries, herons]) {
      const refused = await ask(url, { ...payment, accept: 'text/html' }, fresh)
      expect(refused.status).toBe(402)
      expect(await refused.text()).toContain('no longer knows for what')
    }
  })

  it('is settled once when it comes many times at once, and every time is served', async () => {
    const url = await sold('herons')
    const payment = await payFor(url)
    await market.fail({ verify: 'none', settle: 'none' })
    const before = (await market.fail({})).settles
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(url, payment)))
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200))
    expect((await market.fail({})).settles - before).toBe(1)
    expect(await spent()).toBe(100_000n)
  })

  it('is refused for a dearer article, another account, and with another signature', async () => {
    const [cheap, dear, other] = [await sold('herons'), await sold('ferries', { price: 500_000n }), await sold('wrens', { payTo: addressOf(accounts.partner) })]
    const payment = await payFor(cheap)
    expect((await ask(dear, payment)).status).toBe(402)
    expect((await ask(other, payment)).status).toBe(402)
    const decoded = decodePaymentSignatureHeader(payment['PAYMENT-SIGNATURE'] ?? '')
    const forged = { ...decoded, payload: { ...decoded.payload, signature: `0x${'11'.repeat(65)}` } }
    expect((await ask(cheap, { 'PAYMENT-SIGNATURE': encodePaymentSignatureHeader(forged) })).status).toBe(402)
    expect(await spent()).toBe(0n)
    expect((await ask(cheap, payment)).status).toBe(200)
  })

  it('is found again on the chain where the payment service went silent after settling it', async () => {
    const url = await sold('herons')
    const payment = await payFor(url)
    await market.fail({ settle: 'lost' })
    const answer = await ask(url, payment)
    expect([200, 425, 503]).toContain(answer.status)
    await market.fail({ settle: 'none' })
    expect(await keyIn(await ask(url, payment))).toBe('On herons')
    expect(await spent()).toBe(100_000n)
  })

  it('is not taken for one that was charged where the payment service does not answer', async () => {
    const url = await sold('herons')
    const payment = await payFor(url)
    await market.fail({ verify: '500' })
    const answer = await ask(url, { ...payment, accept: 'text/html' })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('You were not charged')
    expect(answer.headers.get('retry-after')).toBe('5')
    await market.fail({ verify: 'none' })
    expect((await ask(url, payment)).status).toBe(200)
  })
})

describe('what is not sold', () => {
  it.each([
    ['a seal that was changed', (seal: string) => `${seal.slice(0, -5)}${seal.endsWith('AAAAA') ? 'BBBBB' : 'AAAAA'}`, 400],
    ['no seal', () => '', 400],
    ['something else', () => 'hello', 400],
    ['an endless address', (seal: string) => seal + 'A'.repeat(3000), 414],
  ])('is %s', async (_, change, status) => {
    const [start, seal] = (await sold('herons')).split('/k/')
    const answer = await ask(`${start ?? ''}/k/${change(seal ?? '')}`)
    expect(answer.status).toBe(status)
    expect(answer.headers.has('payment-required')).toBe(false)
  })

  it('is what was sealed for another service, for another network, or until yesterday', async () => {
    const stranger = await readServiceKey(await generateServiceKey())
    const elsewhere = (await sealTo({ address, publicKey: stranger.publicKey }, terms('herons'))) ?? ''
    expect(await (await ask(elsewhere)).text()).toContain('sealed for another service')
    expect(await (await ask(await sold('herons', { network: 'eip155:8453' }))).text()).toContain('does not take money of the kind')
    expect(await (await ask(await sold('herons', { until: 1_000_000 }))).text()).toContain('good until a day that is over')
  })

  it('is asked for in other ways, with too much, or too often', async () => {
    const url = await sold('herons')
    expect((await ask(url, {}, service, 'POST')).status).toBe(405)
    expect((await ask(url, { 'PAYMENT-SIGNATURE': 'A'.repeat(20_000) })).status).toBe(431)
    expect((await ask(url, { 'PAYMENT-SIGNATURE': '%%%' })).status).toBe(402)
    expect((await ask(`${address}/elsewhere`)).status).toBe(404)
    const answers = await Promise.all(Array.from({ length: 120 }, () => service.handle(new Request(`${address}/`), '192.0.2.1')))
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(10)
    expect((await service.handle(new Request(`${address}/`), '192.0.2.2')).status).toBe(200)
  })

  it('never says the secret key, and says the public one', async () => {
    const answer = await ask(`${address}${wellKnown}`)
    const text = await answer.text()
    expect(readKeysFile(text)).toEqual(key.publicKey)
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['v', 'keys'])
    expect(text.length).toBeLessThan(base64urlnopad.encode(key.publicKey).length + 60)
  })
})

describe('a memory on the disk', () => {
  it('lets a service that was started anew serve what was paid, and nothing else for it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'farthing-keys-'))
    const file = join(folder, 'memory.jsonl')
    try {
      const [herons, ferries] = [await sold('herons'), await sold('ferries')]
      const payment = await payFor(herons)
      expect((await ask(herons, payment, await open({ memory: await Memory.open(file) }))).status).toBe(200)
      expect((await stat(file)).mode & 0o077).toBe(0)
      const again = await open({ memory: await Memory.open(file) })
      expect(await keyIn(await ask(herons, payment, again))).toBe('On herons')
      expect(await (await ask(ferries, payment, again)).text()).toContain('something else')
      expect(await spent()).toBe(100_000n)
      // No key of an article is in it.
      expect(await readFile(file, 'utf8')).not.toContain(base64urlnopad.encode(terms('herons').key))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('takes nothing that it cannot write down', async () => {
    const url = await sold('herons')
    const payment = await payFor(url)
    const full = await open({ memory: await Memory.open(null, 0) })
    expect((await ask(url, payment, full)).status).toBe(503)
    expect(await spent()).toBe(0n)
  })
})
