import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readAccountLink } from '../../core/tips/account'
import { engines, stopServer } from '../state/engines.fixtures'
import { Sales } from '../state/sales'
import { createTill } from '../till/create'
import { origin, Reader, requiredBy, seller, shopAt } from '../till/market.fixtures'
import { openedBooks, openedMarket } from '../till/opened.fixtures'
import type { Routes } from '../options'
import { tipRoutes } from './routes'

const title = 'Tip <Ada> & "Co"'
const market = openedMarket()
afterAll(stopServer)

describe.each(engines)('tips on %s', (_name, openBooks) => {
  const { database } = openedBooks(openBooks)
  let routes: Routes
  let reader: Reader
  beforeAll(() => {
    const shop = shopAt(market)
    routes = tipRoutes(shop, { title, prices: [100_000n, 500_000n] }, createTill(shop, database))
  })
  beforeEach(async () => {
    reader = await Reader.with(market)
  })

  const html = { accept: 'text/html' }
  const ask = async (search = '', init: RequestInit = {}): Promise<Response> => (await routes(new Request(`${origin}/farthing/tip${search}`, init))) ?? new Response('not ours', { status: 599 })
  const sums = (answer: Response) => requiredBy(answer).accepts.map(({ amount }) => amount)

  describe('a place for tips', () => {
    it('asks for one of several prices, or for one of the reader’s own, and takes notes', async () => {
      expect(sums(await ask())).toEqual(['100000', '500000'])
      const own = await ask('?amount=1.5')
      expect(own.status).toBe(402)
      expect(sums(own)).toEqual(['1500000'])
      expect(requiredBy(own).resource).toMatchObject({ url: `${origin}/farthing/tip?amount=1.5` })
      expect(requiredBy(own).extensions).toHaveProperty('farthing-note')
      expect(sums(await ask('?amount=0.01'))).toEqual(['10000'])
      expect(sums(await ask('?amount=100'))).toEqual(['100000000'])
    })

    it.each(['0', '0.00', '0.009', '100.01', '-1', '1e1', '1,5', '%20', '', '1.', 'NaN', '999999999999999999999', '<script>'])('asks for nothing at ?amount=%s', async (amount) => {
      const answer = await ask(`?amount=${amount}`)
      expect([answer.status, answer.headers.has('payment-required')]).toEqual([400, false])
    })

    it('tells its price to who only asks for that, and answers nothing else', async () => {
      const head = await ask('', { method: 'HEAD' })
      expect([head.status, await head.text(), sums(head)]).toEqual([402, '', ['100000', '500000']])
      expect((await ask('', { method: 'POST' })).status).toBe(405)
      expect((await ask('', { method: 'OPTIONS' })).headers.get('access-control-allow-headers')).toContain('PAYMENT-SIGNATURE')
      expect((await ask('s')).status).toBe(599)
    })

    it('takes each once, thanks programs in JSON and people on a page, sets no cookie, and takes another the next time', async () => {
      const payment = await reader.sign(requiredBy(await ask('?amount=0.20')), { extensions: { 'farthing-note': { info: { note: 'For <b>you</b>' } } } })
      const answer = await ask('?amount=0.20', { headers: payment })
      expect([answer.status, await answer.json()]).toEqual([200, { thanks: 'Ada’s Essays', amount: '200000' }])
      const again = await ask('?amount=0.20', { headers: { ...payment, ...html } })
      const page = await again.text()
      expect(page).toContain('$0.20')
      expect(page).toContain('For &lt;b&gt;you&lt;/b&gt;')
      expect(again.headers.has('set-cookie')).toBe(false)
      expect(await market.chain.balanceOf(reader.account.address)).toBe(800_000n)
      const other = await reader.sign(requiredBy(await ask('?amount=0.20')))
      expect((await ask('?amount=0.20', { headers: other })).status).toBe(200)
      const sales = await new Sales(database).list({ kind: 'tip', payer: reader.address }, 10)
      expect(sales.map(({ amount, note, title: called, payTo }) => [amount, note, called, payTo])).toEqual([[200_000n, null, title, seller], [200_000n, 'For <b>you</b>', title, seller]])
    })

    it('takes no payment of another amount', async () => {
      const cheap = await reader.sign(requiredBy(await ask('?amount=0.01')))
      expect((await ask('?amount=5', { headers: cheap })).status).toBe(402)
      expect(await market.chain.balanceOf(reader.account.address)).toBe(1_000_000n)
    })
  })

  describe('the page for people', () => {
    it('says how to give without any script, escapes what it is called, and loads nothing from elsewhere', async () => {
      const answer = await ask('', { headers: html })
      const text = await answer.text()
      expect(answer.status).toBe(402)
      expect(text).toContain('Tip &lt;Ada&gt; &amp; &quot;Co&quot;')
      expect(text).not.toContain('<Ada>')
      expect(text).toContain('?amount=0.5"')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'")
      expect(text.match(/(?:src|href)="https?:/g)).toBeNull()
    })

    it('links to the account as wallets read it', async () => {
      const text = await (await ask('?amount=2', { headers: html })).text()
      const [, href = ''] = /href="(ethereum:[^"]+)"/.exec(text) ?? []
      expect(readAccountLink(href.replaceAll('&amp;', '&'))).toMatchObject({ to: seller, network: { id: 'eip155:31337' } })
      expect(href).toContain('uint256=2000000')
    })
  })
})
