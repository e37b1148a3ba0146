import papa from 'papaparse'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { knownNetwork } from '../network'
import type { Routes } from '../options'
import { openRefunds } from '../refunds/open'
import { Buyer } from '../refunds/refunds.fixtures'
import { refundRoutes } from '../refunds/routes'
import type { Database } from '../state/database'
import { engines, stopServer } from '../state/engines.fixtures'
import { Sales } from '../state/sales'
import { Chain } from '../till/chain'
import { origin, seller, sellerKey, shopAt } from '../till/market.fixtures'
import { openedBooks, openedMarket } from '../till/opened.fixtures'
import { deskRoutes } from './routes'
import { formToken, Sessions } from './sessions'

const terms = { windowSeconds: 1_209_600, partialRefunds: true }
const market = openedMarket(({ chain }) => chain.mint(seller, 100_000_000n))
afterAll(stopServer)

describe.each(engines)('the desk on %s', (_name, openBooks) => {
  const { books, database } = openedBooks(openBooks)
  let desk: Routes
  let elsewhere: Routes
  let asking: Routes
  let sessions: Sessions
  let buyer: Buyer
  beforeAll(async () => {
    const shop = shopAt(market, { key: sellerKey(), refunds: terms })
    const network = knownNetwork(shop.network)
    const open = (its: Database) => deskRoutes({ shop, sales: new Sales(its), refunds: openRefunds(shop, terms, its), sessions: new Sessions(its), chain: new Chain(network, market.endpoint), slowness: 1 })
    desk = open(database)
    elsewhere = open(await books.open())
    sessions = new Sessions(database)
    asking = refundRoutes(shop, terms, openRefunds(shop, terms, database))
  })
  beforeEach(async () => {
    for (const table of ['farthing_refunds', 'farthing_sales', 'farthing_desk_links', 'farthing_desk_sessions']) await database.query(`delete from ${table}`)
    buyer = new Buyer(database, seller)
  })

  const get = async (path: string, cookie = '', routes = desk): Promise<Response> => (await routes(new Request(`${origin}/farthing/desk${path}`, { headers: { cookie } }))) ?? new Response('not ours', { status: 599 })
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}, routes = desk): Promise<Response> =>
    (await routes(new Request(`${origin}/farthing/desk${path}`, { method: 'POST', headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers }, body: new URLSearchParams(fields).toString() }))) ?? new Response('not ours', { status: 599 })

  /** The cookie of somebody who has come in. */
  async function entered(): Promise<{ cookie: string; token: string }> {
    const answer = await post('/in', { link: await sessions.makeLink() })
    const [, cookie = '', secret = ''] = /^(__Host-farthing-desk=([^;]+))/.exec(answer.headers.get('set-cookie') ?? '') ?? []
    return { cookie, token: formToken(secret) }
  }

  /** A request that waits. */
  async function filed(words = '', items: Record<string, string> = {}) {
    const asked = await buyer.bought()
    await asking(new Request(`${origin}/farthing/refunds`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: await buyer.body(asked, words, items) }))
    return asked
  }

  describe('who comes in', () => {
    it('whoever has a link, once, with a cookie for this host alone', async () => {
      const link = await sessions.makeLink()
      expect(await (await get(`/in/${link}`)).text()).toContain('Open the desk')
      const answer = await post('/in', { link })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/farthing/desk'])
      expect(answer.headers.get('set-cookie')).toMatch(/^__Host-farthing-desk=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; Secure; SameSite=Strict$/)
      expect((await post('/in', { link })).status, 'used').toBe(403)
      const many = await sessions.makeLink()
      const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => post('/in', { link: many }, {}, at % 2 === 0 ? desk : elsewhere)))
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    })

    it('looking at a link does not use it up, and nothing in the books opens anything', async () => {
      const link = await sessions.makeLink()
      await get(`/in/${link}`)
      const { cookie } = await entered()
      const kept = JSON.stringify([await database.query('select * from farthing_desk_links'), await database.query('select * from farthing_desk_sessions')])
      expect(kept).not.toContain(link)
      expect(kept).not.toContain(cookie.split('=')[1])
      expect((await post('/in', { link })).status).toBe(303)
    })

    it('nobody with a link that is old, a session that is forged or over, or with nothing', async () => {
      const link = await sessions.makeLink()
      await database.query(`update farthing_desk_links set expires_at = now() - interval '1 second'`)
      expect((await post('/in', { link })).status).toBe(403)
      for (const forged of ['', `__Host-farthing-desk=${'A'.repeat(43)}`, '__Host-farthing-desk=', `__Host-farthing-desk=${'x'.repeat(10_000)}`, `farthing-desk=${'A'.repeat(43)}`]) {
        for (const path of ['', '/sales', '/tips', '/requests', '/payouts', '/export.csv', '/export.json']) expect((await get(path, forged)).status).toBe(401)
      }
      const { cookie, token } = await entered()
      expect((await get('', cookie)).status).toBe(200)
      expect((await post('/out', { token }, { cookie })).status).toBe(303)
      expect((await get('', cookie)).status).toBe(401)
      const second = await entered()
      await database.query(`update farthing_desk_sessions set expires_at = now() - interval '1 second'`)
      expect((await get('', second.cookie)).status).toBe(401)
    })
  })

  describe('forms', () => {
    it('of other pages, of other sessions and without a session change nothing', async () => {
      const asked = await filed()
      const path = `/requests/${asked.idempotencyKey}`
      const [mine, other] = [await entered(), await entered()]
      const fields = { do: 'all', token: mine.token }
      const { cookie } = mine
      expect((await post(path, fields, { cookie, origin: 'https://evil.example' })).status).toBe(403)
      expect((await post(path, fields, { cookie, origin: 'null' })).status).toBe(403)
      expect((await desk(new Request(`${origin}/farthing/desk${path}`, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) })))?.status).toBe(403)
      expect((await post(path, { ...fields, token: other.token }, { cookie })).status).toBe(403)
      expect((await post(path, { ...fields, token: '' }, { cookie })).status).toBe(403)
      expect((await post(path, fields)).status).toBe(403)
      expect((await post(path, { ...fields, note: 'x'.repeat(10_000) }, { cookie })).status).toBe(413)
      expect((await post('/in', { link: await sessions.makeLink() }, { origin: 'https://evil.example' })).status).toBe(403)
      expect(await market.chain.balanceOf(buyer.address)).toBe(0n)
    })

    it('answer a request: all, a part, a no; never more, and once on two instances', async () => {
      const { cookie, token } = await entered()
      const [one, two, three] = [await filed(), await filed(), await filed()]
      const both = await Promise.all([desk, elsewhere].map((routes) => post(`/requests/${one.idempotencyKey}`, { do: 'all', token }, { cookie }, routes)))
      expect(both.every(({ status }) => status === 303)).toBe(true)
      expect(await market.chain.balanceOf(buyer.address)).toBe(50_000n)
      for (const amount of ['0.06', '0', '-1', 'all', '']) expect((await post(`/requests/${two.idempotencyKey}`, { do: 'part', amount, token }, { cookie })).headers.get('location')).toContain('notice=wrong')
      expect((await post(`/requests/${two.idempotencyKey}`, { do: 'part', amount: '0.02', token }, { cookie })).headers.get('location')).toContain('notice=paid')
      expect(await market.chain.balanceOf(buyer.address)).toBe(70_000n)
      expect((await post(`/requests/${three.idempotencyKey}`, { do: 'no', reason: 'because', note: '', token }, { cookie })).headers.get('location')).toContain('notice=wrong')
      expect((await post(`/requests/${three.idempotencyKey}`, { do: 'no', reason: 'policy_denied', note: 'It opened here.', token }, { cookie })).headers.get('location')).toContain('notice=declined')
      const done = await (await get('/requests/done?notice=declined', cookie)).text()
      for (const text of ['$0.02', 'It opened here.', 'Declined']) expect(done).toContain(text)
      expect(await (await get('/requests', cookie)).text()).toContain('Nobody waits')
      expect((await post(`/requests/${crypto.randomUUID()}`, { do: 'all', token }, { cookie })).headers.get('location')).toContain('notice=wrong')
    })
  })

  describe('what is shown', () => {
    const evil = '<script>alert(1)</script>"\'><img src=x>'

    it('is text, whoever wrote it, under rules that let nothing else in', async () => {
      const { cookie } = await entered()
      await filed(evil, { [evil]: evil })
      await buyer.bought({}, { title: evil })
      await buyer.bought({}, { kind: 'tip', note: evil, title: evil })
      for (const path of ['', '/sales', `/sales?q=${encodeURIComponent(evil)}&from=${encodeURIComponent(evil)}`, '/tips', '/requests', '/payouts', `/requests?notice=${encodeURIComponent(evil)}`]) {
        const answer = await get(path, cookie)
        const text = await answer.text()
        expect(answer.status).toBe(200)
        expect(text).not.toContain('<script')
        expect(text).not.toContain('<img')
        expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        expect(answer.headers.get('cache-control')).toBe('private, no-store')
      }
    })

    it('sales by page, by title and by day, with what was paid back', async () => {
      const { cookie, token } = await entered()
      for (let at = 0; at < 23; at += 1) await buyer.bought({}, { title: `Piece ${at} 100%`, settledAt: Date.UTC(2026, 0, 1, at) })
      const asked = await filed()
      await post(`/requests/${asked.idempotencyKey}`, { do: 'part', amount: '0.03', token }, { cookie })
      const first = await (await get('/sales', cookie)).text()
      expect(first).toContain('$0.03 paid back')
      const [, older = ''] = /href="\/farthing\/desk\/sales(\?after=[^"]+)" rel="next"/.exec(first) ?? []
      const second = await (await get(`/sales${older}`, cookie)).text()
      expect(second).toContain('Piece 0 100%')
      expect(second).not.toContain('Piece 22 100%')
      const found = await (await get('/sales?q=piece+7+100%25', cookie)).text()
      expect([...found.matchAll(/Piece \d+/g)].map(String)).toEqual(['Piece 7'])
      expect(await (await get('/sales?q=%25', cookie)).text()).not.toContain('Swifts')
      expect(await (await get('/sales?from=2026-01-02', cookie)).text()).not.toContain('Piece 22')
      expect(await (await get('/sales?to=2025-12-31', cookie)).text()).toContain('Nothing was sold')
    })

    it('the account and what came in, by month and thing', async () => {
      const { cookie } = await entered()
      await buyer.bought()
      await buyer.bought()
      const text = await (await get('/payouts', cookie)).text()
      expect(text).toContain('2 payments')
      expect(text).toContain('$0.10')
    })
  })

  describe('what is exported', () => {
    it('is every sale, as a spreadsheet without formulas and as JSON', async () => {
      const { cookie } = await entered()
      await buyer.bought({}, { title: '=HYPERLINK("https://evil.example")', note: '@SUM(1)', kind: 'tip', amount: 1_234_567n })
      const table = papa.parse<Record<string, string>>((await (await get('/export.csv', cookie)).text()).replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data
      expect(table).toMatchObject([{ Title: `'=HYPERLINK("https://evil.example")`, Note: `'@SUM(1)`, Amount: '1.234567', 'Paid back': '0', Currency: 'USDC' }])
      expect(await (await get('/export.json', cookie)).json()).toMatchObject({ version: 1, sales: [{ amount: '1234567', note: '@SUM(1)', paidBack: '0' }] })
    })
  })
})
