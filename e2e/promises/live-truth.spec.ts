import type { Page } from 'playwright'
import { en as words } from '../../src/core/words/en'
import { give } from '../hostile/answers'
import { test as base } from '../hostile/test'
import { sellInTwo, type Received, type TwoTongues } from '../hostile/two-tongues'
import type { ApprovalWindow } from '../pages/approval'
import { afterLastLook } from '../support/last-look'
import { hurries } from '../support/allowance'
import { expect } from '../support/test'
import { long } from '../support/long'

interface Fixtures {
  /** Every payment that reached the seller. */
  readonly till: Received[]
  /** Puts something for sale at a path, asked for in two dialects; what is asked for can be changed later. */
  readonly offers: (path: string, asks: TwoTongues) => { asks: TwoTongues }
}

const test = base.extend<Fixtures>({
  till: async ({}, use) => use([]),
  offers: async ({ evil, world, till }, use) =>
    use((path, asks) => {
      const sale = { asks }
      evil.serve(path, sellInTwo(world.facilitator, () => sale.asks, till))
      return sale
    }),
})

const cents = (count: number): string => String(count * 10_000)
const atomic = (count: number): bigint => BigInt(cents(count))
const { disagreement, upfront, rose } = words.notice

const arrived = (page: Page) => expect(page.getByRole('heading', { name: 'The whole piece' })).toBeVisible()

/** The approval names this price, and says these things beside it and none of the others. */
async function expectSaid(approval: ApprovalWindow, price: string, said: readonly string[] = []): Promise<void> {
  await expect(approval.payButton).toHaveText(`Pay ${price}`)
  const text = await approval.text()
  for (const sentence of said) expect(text).toContain(sentence)
  for (const sentence of [disagreement.price, disagreement.payee].filter((one) => !said.includes(one))) expect(text).not.toContain(sentence)
}

test.describe('two dialects on one answer: what is shown is paid, and that they differ is said', () => {
  const cases: readonly { readonly name: string; readonly asks: (partner: string) => TwoTongues; readonly price: number; readonly said: readonly string[] }[] = [
    { name: 'the same price', asks: () => ({ x402: [{ amount: cents(2) }], mpp: [{ amount: cents(2) }] }), price: 2, said: [] },
    { name: 'a dearer second', asks: () => ({ x402: [{ amount: cents(1) }], mpp: [{ amount: cents(5) }] }), price: 1, said: [disagreement.price] },
    { name: 'a cheaper second', asks: () => ({ x402: [{ amount: cents(5) }], mpp: [{ amount: cents(1) }] }), price: 5, said: [disagreement.price] },
    { name: 'another payee', asks: (payTo) => ({ x402: [{ amount: cents(2) }], mpp: [{ amount: cents(2), payTo }] }), price: 2, said: [disagreement.payee] },
    { name: 'a first that cannot be paid', asks: () => ({ x402: [{ amount: cents(1), network: 'eip155:8453' }], mpp: [{ amount: cents(3) }] }), price: 3, said: [upfront] },
    { name: 'several in the second alone', asks: () => ({ mpp: [{ amount: cents(4) }, { amount: cents(3) }] }), price: 3, said: [upfront] },
  ]

  test('each is told truly, and the price on the button is what the purse has less', async ({ reader, evil, world, till, offers }) => {
    await hurries(reader)
    test.setTimeout(120_000)
    for (const [at, { name, asks, price, said }] of cases.entries()) {
      await test.step(name, async () => {
        offers(`/two/${at}`, asks(world.accounts.partner))
        const page = await reader.visit(evil.url(`/two/${at}`))
        await reader.card(page).expectText(`Unlock for $0.0${price}`)
        const partner = await world.balanceOf(world.accounts.partner)
        await reader.spends(atomic(price), async () => {
          const approval = await reader.ask(page)
          await expectSaid(approval, `$0.0${price}`, said)
          await approval.pay()
        })
        await arrived(page)
        expect(till, 'one payment, in one dialect').toHaveLength(at + 1)
        expect(till[at]?.authorization).toMatchObject({ value: cents(price), to: world.accounts.seller })
        expect(await world.balanceOf(world.accounts.partner)).toBe(partner)
        await page.close()
      })
    }
    expect(till.map(({ dialect }) => dialect)).toEqual(['x402-v2', 'x402-v2', 'x402-v2', 'x402-v2', 'mpp', 'mpp'])
    expect((await reader.payments()).map(({ state }) => state)).toEqual(cases.map(() => 'delivered'))
  })

  test('one that turns dearer, in the other dialect, between card and approval', async ({ reader, evil, till, offers }) => {
    const sale = offers('/turning', { x402: [{ amount: cents(1) }] })
    const page = await reader.visit(evil.url('/turning'))
    await reader.card(page).expectText('Unlock for $0.01')
    sale.asks = { mpp: [{ amount: cents(3) }] }
    await reader.spends(atomic(3), async () => {
      const approval = await reader.ask(page)
      await expectSaid(approval, '$0.03', [rose('$0.01', '$0.03'), upfront])
      await approval.pay()
    })
    await arrived(page)
    expect(till).toHaveLength(1)
  })

  test('one that turns dearer, in the other dialect, after it was shown: the price that was shown, or nothing', long, async ({ reader, evil, till, offers, world }) => {
    const sale = offers('/late', { x402: [{ amount: cents(1) }], mpp: [{ amount: cents(1) }] })
    const shown = await reader.ask(await reader.visit(evil.url('/late')))
    await expectSaid(shown, '$0.01')
    sale.asks = { mpp: [{ amount: cents(90), payTo: world.accounts.partner }] }
    await reader.spends(atomic(1), () => shown.pay())
    expect(till.map(({ dialect, authorization: { value, to } }) => [dialect, value, to])).toEqual([['x402-v2', cents(1), world.accounts.seller]])
  })

  test('a seller who takes neither: nothing is paid, and the other dialect is not tried behind the reader’s back', async ({ reader, evil, till, offers, world }) => {
    const sale = { x402: [{ amount: cents(1) }], mpp: [{ amount: cents(1) }] }
    offers('/neither', sale)
    const page = await reader.visit(evil.url('/neither'))
    await world.setFacilitator({ settle: '500' })
    try {
      await reader.spends(0n, async () => {
        const approval = await reader.ask(page)
        await approval.agree()
        await expect(approval.page.getByText(words.outcome.refused(null))).toBeVisible()
      })
    } finally {
      await world.setFacilitator({ settle: 'none' })
    }
    expect(till.map(({ dialect }) => dialect)).toEqual(['x402-v2'])
  })

  test('a number that a seller dictates for two things pays for one of them', async ({ reader, evil, till, offers }) => {
    const id = 'x7Tg2pLqR9mKvNwY3hBcZa'
    offers('/first', { mpp: [{ amount: cents(1), id }] })
    offers('/second', { mpp: [{ amount: cents(1), id }] })
    await reader.spends(atomic(1), async () => reader.unlock(await reader.visit(evil.url('/first'))))
    await reader.spends(0n, async () => {
      const approval = await reader.ask(await reader.visit(evil.url('/second')))
      await expect(approval.page.getByText(words.offerOver)).toBeVisible()
      await expect(approval.payButton).toHaveCount(0)
    })
    expect(till.map(({ path }) => path)).toEqual(['/first'])
  })

  test('a picture that is asked for in the second dialect alone', long, async ({ reader, evil, till, offers }) => {
    offers('/album/picture', { mpp: [{ amount: cents(2) }] })
    evil.serve('/album', ({ response }) => give(response, '<h1>Free</h1><img src="/album/picture" alt="">'))
    const page = await reader.visit(evil.url('/album'))
    await reader.spends(atomic(2), async () => {
      const approval = await reader.ask(page)
      await expectSaid(approval, '$0.02', [upfront])
      await approval.pay()
    })
    await reader.expectPayment('delivered')
    expect(till.map(({ dialect, path }) => [dialect, path])).toEqual([['mpp', '/album/picture']])
  })
})

test.describe('what a tag says is never what is paid', () => {
  const tag = (src: string, price: string, title = 'The rest') => `<pay-wall src="${src}" price="${price}" currency="USD" title="${title}">Teaser</pay-wall>`
  const inPlace = (page: Page) => expect(page.locator('pay-wall').first()).toContainText('The whole piece')

  test('a tag that is cheaper, or dearer, than its seller: the card and the approval name the seller’s price', async ({ reader, evil, till, offers }) => {
    for (const [at, price] of ['0.01', '9.00', 'free', '0.05 or so'].entries()) {
      await test.step(price, async () => {
        offers(`/rest/${at}`, { x402: [{ amount: cents(5) }] })
        evil.serve(`/cut/${at}`, ({ response }) => give(response, tag(`/rest/${at}`, price)))
        const page = await reader.visit(evil.url(`/cut/${at}`))
        await reader.card(page).expectText('Unlock for $0.05')
        expect(await reader.card(page).text()).not.toContain(price)
        await reader.spends(atomic(5), async () => {
          const approval = await reader.ask(page)
          await expectSaid(approval, '$0.05')
          await approval.pay()
        })
        await inPlace(page)
        expect(till).toHaveLength(at + 1)
      })
    }
  })

  test('two tags for one thing are one offer, at its seller’s price, and one purchase', long, async ({ reader, evil, till, offers }) => {
    offers('/one', { x402: [{ amount: cents(2) }] })
    evil.serve('/twice', ({ response }) => give(response, `${tag('/one', '0.01', 'Cheap')}${tag('/one?', '0.02')}${tag('/one#again', '9.00', 'Dear')}`))
    const page = await reader.visit(evil.url('/twice'))
    await reader.card(page).expectText('Unlock for $0.02')
    await reader.spends(atomic(2), () => reader.unlock(page))
    await inPlace(page)
    await reader.spends(0n, async () => {
      const again = await reader.visit(evil.url('/twice'))
      await inPlace(again)
    })
    expect(till).toHaveLength(1)
    expect(await reader.payments()).toHaveLength(1)
  })

  test('a tag that the page swaps after it was offered: the thing on the card is bought, at its price', async ({ reader, evil, till, offers }) => {
    offers('/modest', { x402: [{ amount: cents(1) }] })
    offers('/greedy', { x402: [{ amount: cents(90) }] })
    evil.serve('/swapping', ({ response }) => give(response, tag('/modest', '0.01')))
    const page = await reader.visit(evil.url('/swapping'))
    await reader.card(page).expectText('Unlock for $0.01')
    await afterLastLook(page)
    const swap = (src: string, title: string) =>
      page.locator('pay-wall').evaluate((element, [address = '', text = '']) => {
        element.setAttribute('src', address)
        element.setAttribute('title', text)
      }, [src, title])
    await swap('/greedy', 'Something else')
    await reader.spends(atomic(1), async () => {
      const approval = await reader.ask(page)
      await expectSaid(approval, '$0.01')
      await swap('/greedy', 'Something else again')
      await approval.pay()
    })
    expect(till.map(({ path, authorization }) => [path, authorization.value])).toEqual([['/modest', cents(1)]])
    await expect(page.locator('pay-wall'), 'what was bought is not put where something else is sold').toHaveText('Teaser')

    await test.step('where the page names itself anew, the card tells what is sold there now', async () => {
      await page.evaluate(() => history.pushState(null, '', '/swapping?next'))
      await reader.card(page).expectText('Unlock for $0.90')
    })
    await test.step('and what was bought is there where its tag is', async () => {
      await reader.spends(0n, async () => inPlace(await reader.visit(evil.url('/swapping'))))
    })
  })

  test('a tag that is swapped while the question is open, with the page’s own address', long, async ({ reader, evil, till, offers }) => {
    offers('/modest', { x402: [{ amount: cents(1) }] })
    offers('/greedy', { x402: [{ amount: cents(90) }] })
    evil.serve('/moving', ({ response }) => give(response, tag('/modest', '0.01')))
    const page = await reader.visit(evil.url('/moving'))
    const approval = await reader.ask(page)
    await expectSaid(approval, '$0.01')
    await page.evaluate(() => {
      document.querySelector('pay-wall')?.setAttribute('src', '/greedy')
      history.pushState(null, '', '/moving?next')
    })
    await reader.card(page).expectText('Unlock for $0.90')
    await reader.spends(atomic(1), () => approval.pay())
    expect(till.map(({ path, authorization }) => [path, authorization.value])).toEqual([['/modest', cents(1)]])
  })
})
