import type { Page, Request } from 'playwright'
import { fetchLocal } from '../../demo/newspaper/fetch-local'
import { dollars } from '../../demo/newspaper/dollars'
import type { World } from '../../demo/world/index'
import type { PaymentRow } from '../../src/messaging/views'
import { en as words } from '../../src/core/words/en'
import { en as screens } from '../../src/ui/words/en'
import type { ApprovalWindow } from '../pages/approval'
import { ArticlePage } from '../pages/article'
import { enter, openForgetfulMpp, shops, type OpenShop, type Shop, type ShopName } from '../peers/shops/index'
import type { Reader } from '../support/reader'
import { expect, test } from '../support/test'
import { bothIf } from '../support/both'
import { longUnless } from '../support/long'

const names = Object.keys(shops) as ShopName[]

/** Opens a shop for as long as something takes. */
async function inShop(open: OpenShop, world: World, visit: (shop: Shop) => Promise<void>): Promise<void> {
  const shop = await open(world)
  try {
    await visit(shop)
  } finally {
    await shop.stop()
  }
}

/** Runs something and expects the chain to show that the seller has got exactly what the reader has spent. */
async function pays(reader: Reader, { payee, price }: Shop, doing: () => Promise<unknown>): Promise<void> {
  const before = await reader.world.balanceOf(payee)
  await reader.spends(price, doing)
  expect((await reader.world.balanceOf(payee)) - before).toBe(price)
}

/** Where the seller has forgotten its reader, the reader is told, and nothing is paid unasked. */
async function expectKnownAsBought(reader: Reader, page: Page): Promise<void> {
  await reader.spends(0n, () => reader.card(page).expectText(/You bought this on .+ The site asks again/))
  expect(await new ArticlePage(page).end.count()).toBe(0)
}

/**
 * The reader reloads. The wallet loads once more, to show the seller the payment it has had: whoever remembers lets them in. These
 * sellers do not, and refuse with data, so that their page is loaded again. The next time the wallet knows, and leaves them alone.
 */
async function reloadAndComeToRest(page: Page, loads: number): Promise<void> {
  let seen = 0
  // Asked for, not shown: data that are at once replaced by a page may never be.
  const count = (request: Request): void => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) seen += 1
  }
  page.on('request', count)
  await page.reload({ waitUntil: 'commit' })
  await expect.poll(() => seen).toBe(loads)
  page.off('request', count)
  await page.waitForLoadState()
}

/** What is kept of the newest payment: in words for readers, and with the transaction that paid it. */
async function expectKept(reader: Reader): Promise<void> {
  const [payment] = await reader.payments()
  const read = () => reader.extension.ask(reader.desk, 'payments.read', { id: payment?.id ?? '' })
  await expect.poll(async () => (await read())?.transaction).toMatch(/^0x[0-9a-f]{64}$/)
  const detail = await read()
  const said = detail === null ? [] : [...detail.timeline, detail.offer, detail.receipt]
  expect(said.map(({ sentence }) => sentence).join('\n')).not.toMatch(jargon)
}

/** What nobody may read in a sentence for readers: the words of protocols, and of programs. */
const jargon = /\b(?:x402|mpp|nonce|header|payload|http|json|facilitator|eip-?\d+|undefined|null|NaN)\b/i

/** Nothing of the wallet is on offer to a page's own program: what it asks for is paid by the reader, or not at all. */
async function expectNothingToConnect(page: Page): Promise<void> {
  const offered = await page.evaluate(() => {
    let announced = 0
    addEventListener('eip6963:announceProvider', () => (announced += 1))
    dispatchEvent(new Event('eip6963:requestProvider'))
    return { announced, injected: 'ethereum' in window }
  })
  expect(offered).toEqual({ announced: 0, injected: false })
}

async function expectPlainWords(text: Promise<string>, shop: Shop): Promise<void> {
  expect((await text).replaceAll(new URL(shop.url('whole')).host, '')).not.toMatch(jargon)
}

/** What the reader is told before paying, beside the price. */
const warned: Partial<Record<ShopName, readonly string[]>> = {
  'mppx, with the Payment scheme alone': [words.notice.upfront],
  'mppx, with a price for each of them': [words.notice.disagreement.price],
}

/** The two versions of x402. */
const inFirefox: readonly string[] = ['@x402/express', 'x402-express, version 1']

/** One of each dialect. */
const near: readonly string[] = ['@x402/express', 'x402-express, version 1', 'mppx, with the Payment scheme alone']

test.describe('an article of every kind of seller is declined, unlocked, reloaded and paid once', () => {
  for (const name of names) {
    test(name, { ...longUnless(near, name), ...bothIf(inFirefox, name) }, async ({ reader, world }) => {
      await inShop(shops[name], world, async (shop) => {
        const url = shop.url('whole')
        const page = await enter(reader, shop, 'whole')
        const article = new ArticlePage(page)

        await test.step('declined, nothing moves', async () => {
          await reader.card(page).expectText(`Unlock for ${dollars(shop.price)}`)
          await expectPlainWords(reader.card(page).text(), shop)
          await expectNothingToConnect(page)
          const approval = await reader.ask(page)
          await expect(approval.payButton).toHaveText(new RegExp(`^Pay ${dollars(shop.price).replaceAll(/[$.]/g, '\\$&')}`))
          await expectPlainWords(approval.text(), shop)
          for (const notice of warned[name] ?? []) expect(await approval.text()).toContain(notice)
          await reader.spends(0n, () => approval.decline())
          expect(await reader.payments()).toEqual([])
          expect(shop.lastPayment()).toBeNull()
          expect(await article.status()).toBe(402)
        })

        await test.step('unlocked, the price moves to the seller and the article comes to the same address', async () => {
          await pays(reader, shop, () => reader.unlock(page))
          await article.expectWhole()
          expect(await article.status()).toBe(200)
          expect(page.url()).toBe(url)
          await reader.expectPayment('delivered')
          await page.getByRole('button', { name: 'Brick one up' }).click()
          await expect(page.locator('[data-bricked]')).toHaveAttribute('data-bricked', '1')
          await expectKept(reader)
        })

        await test.step('the same payment sent again by somebody else charges nobody, and opens nothing', async () => {
          const sent = shop.lastPayment()
          await reader.spends(0n, async () => {
            const again = await fetchLocal(sent?.url ?? '', { headers: { [sent?.name ?? '']: sent?.value ?? '', accept: 'text/html' } })
            expect(again.ok).toBe(false)
          })
        })

        await test.step('reloaded, it is known as bought and not paid again', async () => {
          await reloadAndComeToRest(page, 3)
          await expectKnownAsBought(reader, page)
          await reloadAndComeToRest(page, 1)
          await expectKnownAsBought(reader, page)
          const [bought] = await reader.payments()
          await reader.card(page).expectText(bought?.title ?? '')
          const approval = await reader.ask(page)
          await expect(approval.page.getByText(/You bought this on .+ Paying again is a second purchase\./)).toBeVisible()
          await approval.decline()
          expect(await reader.payments()).toMatchObject([{ state: 'delivered' }])
        })

        await test.step('the rest of another article comes in place, and the second time from what was kept', async () => {
          const cut = await enter(reader, shop, 'cut')
          const { paywall } = new ArticlePage(cut)
          await pays(reader, shop, () => reader.unlock(cut))
          await expect.poll(() => paywall.locator('p').count()).toBeGreaterThan(4)
          await reader.expectPayment('delivered')
          await reader.spends(0n, async () => {
            const again = new ArticlePage(await reader.visit(shop.url('cut')))
            await expect.poll(() => again.paywall.locator('p').count()).toBeGreaterThan(4)
          })
        })
      })
    })
  }
})

test('one article in two tabs, for which the seller has given each its own number, is paid once, however late the second yes comes', async ({ reader, world }) => {
  await inShop(shops['mppx, with the Payment scheme alone'], world, async (shop) => {
    const tabs = [await enter(reader, shop, 'whole'), await enter(reader, shop, 'whole')] as const
    const asked: ApprovalWindow[] = []
    for (const tab of tabs) {
      await tab.bringToFront()
      const approval = await reader.ask(tab)
      await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false')
      asked.push(approval)
    }
    await pays(reader, shop, async () => {
      for (const approval of asked) {
        await approval.page.bringToFront()
        await approval.pay()
        await reader.expectPayment('delivered')
      }
    })
    expect(await reader.payments()).toHaveLength(1)
  })
})

test('a window that told of a payment does not stand in the way of the next question', async ({ reader, world }) => {
  await inShop(shops['@x402/express'], world, async (shop) => {
    const page = await enter(reader, shop, 'whole')
    const paid = await reader.ask(page)
    // Whoever touches the window keeps it open.
    await paid.page.evaluate(() => setInterval(() => dispatchEvent(new Event('pointerdown')), 100))
    await paid.agree()
    await reader.expectPayment('delivered')
    await expect(new ArticlePage(page).end).toBeVisible()
    await reloadAndComeToRest(page, 3)
    await expectKnownAsBought(reader, page)
    const approval = await reader.ask(page)
    await expect(approval.page.getByText(/Paying again is a second purchase\./)).toBeVisible()
    expect(paid.page.isClosed()).toBe(true)
  })
})

test('a seller that does not know its own offer again takes nothing: it is said so, and nothing is signed beside it', async ({ reader, world }) => {
  await inShop(openForgetfulMpp, world, async (shop) => {
    const before = await reader.balance()
    for (const piece of ['whole', 'cut'] as const) {
      await test.step(piece, async () => {
        const page = await enter(reader, shop, piece)
        const approval = await reader.ask(page)
        await approval.agree()
        await expect.poll(() => approval.text()).toContain(words.outcome.refused(null))
        await expectPlainWords(approval.text(), shop)
        await reader.expectPayment('refused')
        await approval.close()

        const again = await reader.ask(page)
        await expect(again.page.getByText(words.priceInFlight)).toBeVisible()
        await again.close()
      })
    }
    expect((await reader.payments()).map(({ state }) => state)).toEqual(['refused', 'refused'])
    expect(await reader.balance()).toBe(before)
  })
})

/** How a seller whose service breaks answers, and so what is known at once. The stock pages are other servers' pages: they break like those. */
const afterFailure = {
  '@x402/express': 'refused',
  '@x402/hono': 'refused',
  'x402-express, version 1': 'refused',
  'mppx, with x402 and the Payment scheme': 'unknown',
  'mppx, with the Payment scheme alone': 'unknown',
} as const satisfies Partial<Record<ShopName, PaymentRow['state']>>

test.describe('a seller’s service fails: in words, without a second charge, and nothing is lost', () => {
  // The servers print what broke in them: that is what is wanted here.
  const { error } = console
  test.beforeEach(() => void (console.error = () => undefined))
  test.afterEach(async ({ world }) => {
    console.error = error
    await world.setFacilitator({ verify: 'none', settle: 'none' })
  })

  for (const name of Object.keys(afterFailure) as (keyof typeof afterFailure)[]) {
    test(name, longUnless(['@x402/express'], name), async ({ reader, world }) => {
      await inShop(shops[name], world, async (shop) => {
        await test.step('after the money has moved: it is found on the chain, and is the only payment', async () => {
          await world.setFacilitator({ settle: 'lost' })
          const page = await enter(reader, shop, 'other')
          await pays(reader, shop, async () => {
            const approval = await reader.ask(page)
            await approval.agree()
            await expect.poll(() => approval.text()).toContain(words.outcome.undelivered)
          })
          await reader.expectPayment('undelivered')
          await world.setFacilitator({ settle: 'none' })
          await reader.spends(0n, async () => reader.card(await reader.visit(shop.url('other'))).expectText(words.sentence.undelivered))
          expect(await reader.payments()).toHaveLength(1)
        })

        await test.step('before anything has moved: the reader is told, and the purse is whole', async () => {
          await world.setFacilitator({ settle: '500' })
          const approval = await reader.ask(await enter(reader, shop, 'whole'))
          const before = await reader.balance()
          await approval.agree()
          await reader.expectPayment(afterFailure[name])
          const said = afterFailure[name] === 'refused' ? 'The seller did not accept the payment' : screens.approval.working.checking
          await expect.poll(() => approval.text()).toContain(said)
          await expectPlainWords(approval.text(), shop)
          expect(await reader.balance()).toBe(before)
          await approval.page.close()
        })

        await test.step('it works again: what was refused is paid once, what is not known yet is not paid twice', async () => {
          await world.setFacilitator({ settle: 'none' })
          if (afterFailure[name] === 'refused') {
            await pays(reader, shop, async () => reader.unlock(await enter(reader, shop, 'whole')))
            await reader.expectPayment('delivered')
          } else {
            await reader.spends(0n, async () => reader.card(await reader.visit(shop.url('whole'))).expectText(words.card.checking))
          }
          expect(await reader.payments()).toHaveLength(2)
        })
      })
    })
  }
})
