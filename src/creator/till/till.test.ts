import { createHash } from 'node:crypto'
import { decodePaymentResponseHeader } from '@x402/core/http'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { engines, stopServer } from '../state/engines.fixtures'
import { Sales } from '../state/sales'
import { createTill } from './create'
import type { Item } from './item'
import { asking, essay, paying, Reader, requiredBy, seller, shopAt, startLiar, token, transferBy } from './market.fixtures'
import { openedMarket } from './opened.fixtures'
import { cookieOf, fail, openStand, paid, saying, unpaid } from './stand.fixtures'
import type { Charged, Till } from './till'

const market = openedMarket()
afterAll(stopServer)

describe.each(engines)('a till on %s', (_name, openBooks) => {
  const stand = openStand(market, openBooks)
  const { books, database, spent, settles, quoted, stateOf, tillWith, said } = stand
  let till: Till
  let reader: Reader
  beforeEach(() => {
    ;({ till, reader } = stand)
  })

  describe('asks for money', () => {
    it('in both dialects, and writes nothing down', async () => {
      const item = essay('ferries')
      const answer = unpaid(await till.charge(asking(item), item))
      expect(answer).toMatchObject({ status: 402, sentence: null })
      expect(requiredBy(answer)).toMatchObject({
        resource: { url: item.url, description: 'On ferries', serviceName: "Ada's Essays" },
        accepts: [{ scheme: 'exact', network: 'eip155:31337', amount: '100000', maxTimeoutSeconds: 120, extra: { name: 'USD Coin', version: '2' } }],
      })
      expect(answer.headers.get('www-authenticate')).toMatch(/^Payment /)
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.get('access-control-expose-headers')).toContain('PAYMENT-REQUIRED')
      expect(await stateOf()).toEqual([])
    })
  })

  describe('sells', () => {
    it('what is paid for, writes it down and says what was settled', async () => {
      const item = essay('herons')
      const charged = paid(await till.charge(asking(item, await reader.sign(await quoted(item))), item))
      expect(charged).toMatchObject({ isAgain: false, sale: { item: item.id, amount: 100_000n, payer: reader.address, payTo: seller, dialect: 'x402' } })
      const told = decodePaymentResponseHeader(charged.headers.get('payment-response') ?? '')
      expect(told).toMatchObject({ success: true, transaction: charged.sale.transaction, payer: reader.account.address })
      expect(await spent()).toBe(100_000n)
      expect(await new Sales(database).list({ payer: reader.address }, 10)).toEqual([charged.sale])
    })

    it('the same thing again to the same payment, and nothing else, and for nothing', async () => {
      const [item, other] = [essay('wrens'), essay('swifts')]
      const payment = await reader.sign(await quoted(item))
      const first = paid(await till.charge(asking(item, payment), item))
      const again = paid(await till.charge(asking(item, payment), item))
      expect(again).toMatchObject({ isAgain: true, sale: first.sale })
      expect(again.headers.get('payment-response')).toBe(first.headers.get('payment-response'))
      expect(await till.recognise(asking(item, payment), item)).toMatchObject({ sale: first.sale })
      expect(unpaid(await till.charge(asking(other, payment), other))).toMatchObject({ status: 402, sentence: saying('used for something else') })
      expect(await till.recognise(asking(other, payment), other)).toBeNull()
      expect(await spent()).toBe(100_000n)
    })

    it('again at a price that has changed since', async () => {
      const item = essay('prices')
      const payment = await reader.sign(await quoted(item))
      const dearer = { ...item, prices: [900_000n] as const }
      expect(unpaid(await till.charge(asking(dearer, payment), dearer))).toMatchObject({ status: 402, sentence: saying('not for what is asked now') })
      paid(await till.charge(asking(item, payment), item))
      expect(paid(await till.charge(asking(dearer, payment), dearer))).toMatchObject({ isAgain: true, sale: { amount: 100_000n } })
    })

    it('once to somebody who has forgotten that they have it, and not to somebody who shows a payment of theirs', async () => {
      const [item, other] = [essay('forgotten'), essay('unforgotten')]
      const required = await quoted(item)
      const { sale } = paid(await till.charge(asking(item, await reader.sign(required)), item))
      expect(paid(await till.charge(asking(item, await reader.sign(required)), item))).toMatchObject({ isAgain: true, sale })
      expect(await spent()).toBe(100_000n)
      // What the chain shows of a payment to the same account elsewhere is nobody's key.
      const elsewhere = await reader.authorize(required.accepts[0] ?? fail())
      await market.chain.succeeded(await market.chain.sendAsIssuer({ to: token, data: transferBy(elsewhere) }))
      expect(unpaid(await till.charge(asking(item, paying(required, elsewhere)), item)).status).toBe(402)
      // Another thing is another thing, and a tip is meant each time.
      expect(paid(await till.charge(asking(other, await reader.sign(await quoted(other))), other)).isAgain).toBe(false)
      const jar: Item = { id: 'tip', kind: 'tip', title: 'A tip', prices: [100_000n], url: 'https://ada.example/farthing/tip' }
      for (let turn = 0; turn < 2; turn++) expect(paid(await till.charge(asking(jar, await reader.sign(await quoted(jar))), jar)).isAgain).toBe(false)
      expect(await spent()).toBe(500_000n)
    })

    it('once to a payment that many show at once, at two tills, and serves all of them', async () => {
      const item = essay('crowds')
      const second = createTill(shopAt(market), await books.open())
      const payment = await reader.sign(await quoted(item))
      const before = await settles()
      const all = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? till : second).charge(asking(item, payment), item)))
      expect(all.map(({ type }) => type)).toEqual(all.map(() => 'paid'))
      expect(all.filter((charged) => charged.type === 'paid' && !charged.isAgain)).toHaveLength(1)
      expect(new Set(all.map(({ headers }) => headers.get('payment-response'))).size).toBe(1)
      expect((await settles()) - before).toBe(1)
      expect(await spent()).toBe(100_000n)
    })

    it('to a payment that was quicker elsewhere, with the answer that it has had there', async () => {
      const item = essay('overtaken')
      const payment = await reader.sign(await quoted(item))
      const elsewhere: Charged[] = []
      const liar = await startLiar(async () => [500, {}], async () => void elsewhere.push(await till.charge(asking(item, payment), item)))
      const slow = createTill(shopAt(market, { facilitator: liar.url }), await books.open())
      const second = paid(await slow.charge(asking(item, payment), item))
      expect(second.isAgain).toBe(true)
      expect(second.headers.get('payment-response')).toBe(paid(elsewhere[0] ?? fail()).headers.get('payment-response'))
      await liar.stop()
    })

    it('one of many things to a payment that is shown for all of them at once', async () => {
      const items = Array.from({ length: 8 }, (_, index) => essay(`many-${index}`))
      const payment = await reader.sign(await quoted(essay('many-0')))
      const all = await Promise.all(items.map((item) => till.charge(asking(item, payment), item)))
      expect(all.filter(({ type }) => type === 'paid')).toHaveLength(1)
      expect(await spent()).toBe(100_000n)
    })

    it('for what a tip is worth to its giver, with their note', async () => {
      const jar: Item = { id: 'tip', kind: 'tip', title: 'A tip', prices: [100_000n, 500_000n], url: 'https://ada.example/farthing/tip' }
      const required = await quoted(jar)
      const note = { 'farthing-note': { info: { note: 'Thank\nyou\u202e!' } } }
      const { sale } = paid(await till.charge(asking(jar, await reader.sign(required, { accepted: required.accepts[1], extensions: note })), jar))
      expect(sale).toMatchObject({ kind: 'tip', amount: 500_000n, note: 'Thank you!' })
      // Whoever has tipped has bought nothing.
      expect(required.extensions).not.toHaveProperty('sign-in-with-x')
    })
  })

  describe('knows again', () => {
    it('by a cookie, for that thing only', async () => {
      const item = essay('returns')
      const { headers, sale } = paid(await till.charge(asking(item, await reader.sign(await quoted(item))), item))
      expect(headers.getSetCookie().map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).toEqual(['/farthing/parts/1/essays/returns', '/essays/returns'])
      expect(headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
      const cookie = cookieOf(headers)
      expect(await till.recognise(asking(item, { Cookie: `a=b; ${cookie}` }), item)).toMatchObject({ sale })
      const other = essay('others')
      const [name = '', value = ''] = cookie.split('=')
      const nameOfOther = `farthing-${createHash('sha256').update(other.id).digest('base64url').slice(0, 12)}`
      for (const forged of [`${cookie}x`, `${name}=${Number(value.split('.')[0]) + 1}.${value.split('.')[1] ?? ''}`, `${name}=1.`, `${name}=`]) {
        expect(await till.recognise(asking(item, { Cookie: forged }), item)).toBeNull()
      }
      for (const shown of [cookie, `${nameOfOther}=${value}`]) expect(await till.recognise(asking(other, { Cookie: shown }), other)).toBeNull()
    })

    it('a payment signed anew, but not for ever the one that the chain shows to everybody', async () => {
      const item = essay('replays')
      const required = await quoted(item)
      const first = await reader.authorize(required.accepts[0] ?? fail())
      paid(await till.charge(asking(item, paying(required, first)), item))
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
      expect(unpaid(await till.charge(asking(item, paying(required, first)), item))).toMatchObject({ status: 402, sentence: saying('used before') })
      expect(await till.recognise(asking(item, paying(required, first)), item)).toBeNull()
      const anew = await reader.authorize(required.accepts[0] ?? fail(), { nonce: first.authorization.nonce })
      expect(paid(await till.charge(asking(item, paying(required, anew)), item))).toMatchObject({ isAgain: true })
      expect(await spent()).toBe(100_000n)
    })
  })

  describe('refuses', () => {
    it('a payment for something cheap in the place of something dear, whatever is written around it', async () => {
      const [cheap, dear] = [essay('cheap'), essay('dear', { prices: [900_000n] })]
      const [asksCheap, asksDear] = [await quoted(cheap), await quoted(dear)]
      const little = await reader.authorize(asksCheap.accepts[0] ?? fail())
      for (const payment of [paying(asksCheap, little), paying(asksDear, little), paying(asksCheap, little, { resource: asksDear.resource })]) {
        expect(unpaid(await till.charge(asking(dear, payment), dear))).toMatchObject({ status: 402 })
      }
      // The resource that a payment names is nobody's business: it buys what it is shown for.
      paid(await till.charge(asking(cheap, paying(asksCheap, little, { resource: asksDear.resource })), cheap))
      expect(await till.recognise(asking(dear, paying(asksDear, little)), dear)).toBeNull()
      expect(await spent()).toBe(100_000n)
    })

    it('what was changed after it was signed, and what nobody has signed, also while the real one is settled', async () => {
      const item = essay('forgeries')
      const required = await quoted(item)
      const { signature, authorization } = await reader.authorize(required.accepts[0] ?? fail(), { value: '1' })
      const raised = { signature, authorization: { ...authorization, value: '100000' } }
      expect(unpaid(await till.charge(asking(item, paying(required, raised)), item))).toMatchObject({ status: 402, sentence: saying('does not come from') })
      const real = await reader.authorize(required.accepts[0] ?? fail())
      const forged = { ...real, signature: signature }
      const [bought, stolen] = await Promise.all([till.charge(asking(item, paying(required, real)), item), till.charge(asking(item, paying(required, forged)), item)])
      expect([bought.type, stolen.type]).toEqual(['paid', 'unpaid'])
      expect(unpaid(await till.charge(asking(item, paying(required, forged)), item)).status).toBe(402)
    })

    it('to pay somebody else, in another token, on another network, at another time', async () => {
      const item = essay('elsewhere')
      const required = await quoted(item)
      const asked = required.accepts[0] ?? fail()
      const now = Math.floor(Date.now() / 1000)
      const payments = [
        paying(required, await reader.authorize(asked, { to: reader.account.address })),
        paying(required, await reader.authorize({ ...asked, asset: seller }), { accepted: { ...asked, asset: seller } }),
        paying(required, await reader.authorize(asked), { accepted: { ...asked, network: 'eip155:8453' } }),
        paying(required, await reader.authorize(asked), { accepted: { ...asked, scheme: 'upto' } }),
        paying(required, await reader.authorize(asked, { validBefore: `${now + 1}` })),
        paying(required, await reader.authorize(asked, { validAfter: `${now + 600}`, validBefore: `${now + 900}` })),
      ]
      for (const payment of payments) expect(unpaid(await till.charge(asking(item, payment), item)).status).toBe(402)
      expect(await stateOf()).toEqual([])
      expect(await spent()).toBe(0n)
    })

    it('what is too long, or not a payment at all', async () => {
      const item = essay('noise')
      const required = await quoted(item)
      const real = await reader.authorize(required.accepts[0] ?? fail())
      const long = paying(required, real, { extensions: { padding: 'x'.repeat(40_000) } })
      const odd = paying(required, { ...real, more: true })
      const texts = ['', '{}', 'null', btoa('null'), btoa('{"x402Version":2}'), 'ÿ', 'A'.repeat(33_000)].map((text) => ({ 'PAYMENT-SIGNATURE': text }))
      for (const headers of [long, odd, ...texts, { Authorization: 'Payment' }, { Authorization: 'Payment e30' }, { Authorization: `Payment ${'A'.repeat(33_000)}` }]) {
        const answer = await till.charge(asking(item, headers), item)
        expect(unpaid(answer).status).toBe(402)
        expect(requiredBy(answer).accepts).toHaveLength(1)
      }
      expect(await stateOf()).toEqual([])
    })

    it('a purse without money, and takes the same payment when there is some', async () => {
      const poor = new Reader()
      const item = essay('poverty')
      const payment = await poor.sign(await quoted(item))
      expect(unpaid(await till.charge(asking(item, payment), item))).toMatchObject({ status: 402, sentence: saying('too little') })
      await market.chain.mint(poor.account.address, 100_000n)
      paid(await till.charge(asking(item, payment), item))
    })

    it('a second payment under the same name', async () => {
      const [item, other] = [essay('names'), essay('name-sakes')]
      const named = { extensions: { 'payment-identifier': { info: { required: false, id: 'pay_0123456789abcdef0123' } } } }
      const required = await quoted(item)
      const payment = await reader.sign(required, named)
      paid(await till.charge(asking(item, payment), item))
      expect(paid(await till.charge(asking(item, payment), item)).isAgain).toBe(true)
      expect(unpaid(await till.charge(asking(other, await reader.sign(await quoted(other), named)), other))).toMatchObject({ status: 409 })
      expect(await spent()).toBe(100_000n)
    })

    it('a payment that was used before it came here: nobody knows for what', async () => {
      const item = essay('second-hand')
      const required = await quoted(item)
      const used = await reader.authorize(required.accepts[0] ?? fail())
      await market.chain.succeeded(await market.chain.sendAsIssuer({ to: token, data: transferBy(used) }))
      const friendly = await tillWith(async () => said(`0x${'ab'.repeat(32)}`))
      for (const one of [till, friendly]) expect(unpaid(await one.charge(asking(item, paying(required, used)), item)).status).toBe(402)
      expect(await stateOf()).toEqual([])
    })

    it('a payment that was withdrawn', async () => {
      const item = essay('regrets')
      const required = await quoted(item)
      const regretted = await reader.authorize(required.accepts[0] ?? fail())
      const withdraws = async (): Promise<readonly [number, object]> => {
        await market.chain.succeeded(await market.chain.sendAsIssuer({ to: token, data: await reader.cancellation(regretted.authorization.nonce as `0x${string}`) }))
        return [500, {}]
      }
      const slow = await tillWith(withdraws)
      for (let turn = 0; turn < 2; turn++) expect(unpaid(await slow.charge(asking(item, paying(required, regretted)), item))).toMatchObject({ status: 402, sentence: saying('withdrawn') })
      expect(unpaid(await till.charge(asking(item, paying(required, regretted)), item)).status).toBe(402)
      expect(await stateOf()).toEqual(['failed'])
    })
  })
})
