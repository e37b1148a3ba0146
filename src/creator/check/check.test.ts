import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { listen, type Listening } from '../../../demo/world/listen'
import { check as command } from '../cli/check'
import { listener } from '../node'
import { openShop, type Shop } from '../shop'
import { sellerKey, shopAt } from '../till/market.fixtures'
import { openedMarket } from '../till/opened.fixtures'
import { check } from './check'
import { checkIds, type CheckId, type Finding } from '../../core/selling-check/finding'
import { words } from '../../core/selling-check/words'

const free = '<!doctype html><html lang="en"><head><title>Ferries</title></head><body><h1>Ferries</h1><p>Two boats cross the sound each day.</p>'
const story = (boat: string) => `The ${boat} was built in 1911 for another river, came here on a low-loader in the rain, and has never once been on time since the bridge was begun.`
const page = `${free}<pay-wall price="0.10"><p>More.</p><section data-paid><p>${story('Helen')}</p></section></pay-wall><pay-wall price="0.10"><section data-paid><p>${story('Margit')}</p></section></pay-wall></body></html>`

const market = openedMarket()
let shop: Shop
const opened: Listening[] = []

/** Puts a site on a free port. */
async function open(site: (origin: string) => Promise<RequestListener> | RequestListener): Promise<string> {
  let answer: RequestListener = (_request, response) => response.end()
  const server = await listen((request, response) => answer(request, response))
  opened.push(server)
  const origin = `http://localhost:${server.port}`
  answer = await site(origin)
  return origin
}

afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()))
  await shop.close()
})

const failed = (findings: readonly Finding[], outcome: Finding['outcome'] = 'wrong'): readonly CheckId[] => [...new Set(findings.filter((one) => one.outcome === outcome).map((one) => one.check))]

describe('a shop made with the kit', () => {
  let origin: string
  const key = generatePrivateKey()
  beforeAll(async () => {
    origin = await open(async (at) => {
      shop = await openShop(shopAt(market, { origin: at, key: sellerKey(), refunds: { windowSeconds: 1_209_600, partialRefunds: true } }))
      return listener((request) => shop.handle(request, async () => new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })), at)
    })
    await market.chain.mint(privateKeyToAccount(key).address, 1_000_000n)
  }, 60_000)

  it('has nothing wrong and nothing to advise, looked at by a stranger and by a buyer', async () => {
    const findings = await check(`${origin}/ferries`, { key })
    expect(findings.filter(({ outcome }) => outcome !== 'good')).toEqual([])
    expect(findings.map((one) => one.check)).toEqual(expect.arrayContaining(['delivers', 'again', 'elsewhere', 'withheld', 'signed-price', 'receipt']))
  }, 60_000)

  it('says so in a terminal, and in the exit code', async () => {
    const lines: string[] = []
    const output = { say: (line: string) => lines.push(line), complain: (line: string) => lines.push(line) }
    expect(await command([`${origin}/ferries`], output)).toBe(0)
    expect(lines.join('\n')).toMatch(/\d+ good, 0 could be better, 0 wrong$/)
    expect(await command([`${origin}/ferries`, '--pay'], output)).toBe(2)
    expect(lines.join('\n')).toContain('FARTHING_TEST_KEY')
    expect(await command(['ferries'], output)).toBe(2)
    expect(await command(['http://127.0.0.1:9/?a=b'], output)).toBe(1)
    expect(lines.at(-1)).toContain('http://127.0.0.1:9/?a=b does not answer')
  }, 60_000)
})

describe('a careless seller is told what to mend', () => {
  /** A site whose paid part answers as the test says. */
  const careless = (part: RequestListener, html = `<html><body style="overflow: hidden"><pay-wall src="/rest" price="0.50"><p>${story('Helen')}</p></pay-wall></body></html>`) =>
    open(() => (request, response) => {
      if (request.url === '/rest') part(request, response)
      else if (request.url === '/') response.setHeader('Content-Type', 'text/html').end(html)
      else response.writeHead(404).end()
    })

  const offer = (payTo: string) => ({ scheme: 'exact', network: 'eip155:31337', amount: '100000', asset: '0x5fbdb2315678afecb367f032d93f642f64180aa3', payTo, maxTimeoutSeconds: 5, extra: { name: 'USDC', version: '2' } })
  const challenge = async (url: string): Promise<string> => {
    const { token } = (await import('../../core/networks/networks')).networks.find(({ id }) => id === 'eip155:31337') ?? { token: null }
    const accepts = [{ ...offer('0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'), asset: token?.address, extra: { name: token?.name, version: token?.version } }]
    return Buffer.from(JSON.stringify({ x402Version: 2, error: 'Payment required', resource: { url, description: 'Rest', mimeType: 'text/html' }, accepts })).toString('base64')
  }

  it('whose page hides, and whose price is another one, for another address, kept by caches, and got past', async () => {
    const header = await challenge('http://localhost/inner')
    const origin = await careless((request, response) => {
      if (request.headers.range !== undefined) response.writeHead(206).end(story('Helen'))
      else if (request.headers['if-none-match'] !== undefined) response.writeHead(304).end()
      else if (request.method === 'HEAD') response.writeHead(200).end()
      else if (request.method === 'OPTIONS') response.writeHead(405).end()
      else response.writeHead(402, { 'PAYMENT-REQUIRED': header }).end()
    })
    const findings = await check(`${origin}/`)
    expect(failed(findings)).toEqual(['link', 'scroll', 'price', 'resource', 'stored', 'people', 'head', 'conditional', 'range'])
    expect(failed(findings, 'advice')).toEqual(['linked-data', 'language', 'page-title', 'time', 'cors', 'preflight', 'dialects', 'signed-price', 'refunds', 'payment-id', 'return'])
  })

  it.each<[string, RequestListener, CheckId]>([
    ['gives it to everybody', (_request, response) => response.setHeader('Content-Type', 'text/html').end(story('Helen')), 'asks'],
    ['sends people away', (_request, response) => response.writeHead(302, { Location: '/login' }).end(), 'asks'],
    ['asks for something nobody can read', (_request, response) => response.writeHead(402, { 'PAYMENT-REQUIRED': 'ten cents' }).end(), 'readable'],
    ['asks for nothing', (_request, response) => response.writeHead(402).end('Please pay.'), 'readable'],
    ['asks for what Farthing does not pay', (_request, response) => {
      const accepts = [{ scheme: 'upto', network: 'eip155:8453', amount: '1', asset: `0x${'1'.repeat(40)}`, payTo: `0x${'2'.repeat(40)}`, maxTimeoutSeconds: 60, extra: {} }]
      const required = { x402Version: 2, error: 'x', resource: { url: 'http://localhost/', description: '', mimeType: 'text/html' }, accepts }
      response.writeHead(402, { 'PAYMENT-REQUIRED': Buffer.from(JSON.stringify(required)).toString('base64') }).end()
    }, 'payable'],
  ])('who %s', async (_name, part, expected) => {
    expect(failed(await check(`${await careless(part)}/`))).toContain(expected)
  })

  it('who sends the text to everybody and lets one payment open all', async () => {
    const key = generatePrivateKey()
    const header = await challenge('http://localhost/')
    const origin = await open(() => (request, response) => {
      const isPaid = request.headers['payment-signature'] !== undefined
      if (request.url === '/') response.setHeader('Content-Type', 'text/html').end(`<pay-wall src="/one"><p>${story('Helen')}</p></pay-wall><pay-wall src="/two"></pay-wall>`)
      else if (isPaid) response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<p>${story('Helen')}</p>`)
      else response.writeHead(402, { 'PAYMENT-REQUIRED': header }).end()
    })
    expect(failed(await check(`${origin}/`, { key }))).toEqual(expect.arrayContaining(['settled', 'private', 'elsewhere', 'withheld']))
  })

  it('whom nobody answers for', async () => {
    await expect(check('http://127.0.0.1:9/')).rejects.toThrow('http://127.0.0.1:9/ does not answer')
  })
})

it('has words for all that it looks at', () => {
  expect(Object.keys(words).sort()).toEqual([...checkIds].sort())
})
