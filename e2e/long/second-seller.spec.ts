import { en as words } from '../../src/core/words/en'
import { en as screens } from '../../src/ui/words/en'
import { ArticlePage } from '../pages/article'
import type { ApprovalWindow } from '../pages/approval'
import { sales } from '../peers/sales'
import { expect, test } from '../peers/test'
import { Extension } from '../support/extension'
import { password, Reader } from '../support/reader'

const { price } = sales.whole

/** What the wallet says of its newest payment, then of its way there. */
async function told(reader: Reader): Promise<readonly string[]> {
  const [payment] = await reader.payments()
  const detail = await reader.extension.ask(reader.desk, 'payments.read', { id: payment?.id ?? '' })
  return [detail?.sentence ?? '', ...(detail?.timeline ?? []).map(({ sentence }) => sentence)]
}

async function nonces(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.payments()
  const details = await Promise.all(rows.map(({ id }) => reader.extension.ask(reader.desk, 'payments.read', { id })))
  return details.map((detail) => detail?.nonce ?? '')
}

/** A window behind another is not armed: the reader brings it to the front first. */
async function agreeInFront(approval: ApprovalWindow): Promise<void> {
  await approval.page.bringToFront()
  await approval.agree()
}

test.afterEach(async ({ world }) => {
  await world.setFacilitator({ verify: 'none', settle: 'none', slowMs: 3000 })
})

test('the second seller is another implementation: its challenge is its own', async ({ reader, post }) => {
  const page = await reader.extension.context.newPage()
  const answer = await page.goto(post.articles.whole)
  expect(answer?.status()).toBe(402)
  const headers = answer?.headers() ?? {}
  expect(headers['www-authenticate']).toMatch(/^Payment .*method="evm"/)
  expect(JSON.parse(Buffer.from(headers['payment-required'] ?? '', 'base64').toString())).toMatchObject({
    x402Version: 2,
    accepts: [{ scheme: 'exact', network: 'eip155:31337', amount: price.toString(), payTo: post.payee, extra: { assetTransferMethod: 'eip3009' } }],
    extensions: { mppx: {} },
  })
})

test('a reader unlocks an article of the second seller once: its script works, and coming back costs nothing', async ({ reader, world, post }) => {
  const url = post.articles.whole
  const page = await reader.visit(url)
  const article = new ArticlePage(page)
  await article.expectClosed()

  await test.step('paying moves exactly the price and brings the article to the same address', async () => {
    const before = await world.balanceOf(post.payee)
    await reader.spends(price, () => reader.unlock(page))
    await article.expectWhole()
    expect(await article.status()).toBe(200)
    expect(page.url()).toBe(url)
    expect((await world.balanceOf(post.payee)) - before).toBe(price)
    await reader.expectPayment('delivered')
  })

  await test.step('its own script runs and answers clicks', async () => {
    const house = page.locator('[data-bricked]')
    await page.getByRole('button', { name: 'Brick one up' }).click()
    await expect(house).toHaveAttribute('data-bricked', '1')
  })

  await test.step('reloading, and a visit in a new tab, cost nothing', async () => {
    await reader.spends(0n, async () => {
      await page.reload()
      await article.expectWhole()
      await new ArticlePage(await reader.visit(url)).expectWhole()
    })
    expect(await reader.payments()).toHaveLength(1)
  })
})

test('a seller that has forgotten its reader is not paid again unasked: the reader is told that this was bought', async ({ reader, post }) => {
  const url = post.articles.whole
  await reader.spends(price, async () => reader.unlock(await reader.visit(url)))
  await reader.expectPayment('delivered')
  post.forget()

  await reader.spends(0n, async () => {
    const page = await reader.visit(url)
    await reader.card(page).expectText(/You bought this on .+ The site asks again/)
    await new ArticlePage(page).expectClosed()
    const approval = await reader.ask(page)
    await expect(approval.page.getByText(/You bought this on .+ Paying again is a second purchase\./)).toBeVisible()
    await approval.decline()
  })
  await reader.expectPayment('delivered')
  expect(await reader.payments()).toHaveLength(1)
})

test('a refusal that is no page at all, only the seller’s JSON, is paid like any other', async ({ reader, post }) => {
  const url = post.articles.bare
  const page = await reader.visit(url)
  const article = new ArticlePage(page)
  expect(await article.status()).toBe(402)
  await reader.spends(sales.bare.price, () => reader.unlock(page))
  await article.expectWhole()
  expect(page.url()).toBe(url)
  await reader.expectPayment('delivered')
})

test('a reader unlocks the rest of an article of the second seller in place, and sees it again free', async ({ reader, world, post }) => {
  const url = post.articles.cut
  const page = await reader.visit(url)
  const { paywall } = new ArticlePage(page)
  await test.step('paying moves exactly the price and fills the tag', async () => {
    const before = await world.balanceOf(post.payee)
    await reader.spends(sales.rest.price, () => reader.unlock(page))
    await expect.poll(() => paywall.locator('p').count()).toBeGreaterThan(4)
    expect((await world.balanceOf(post.payee)) - before).toBe(sales.rest.price)
    expect(page.url()).toBe(url)
    await reader.expectPayment('delivered')
  })

  await test.step('nothing the seller left in it runs, and focus stands at its beginning', async () => {
    await expect(paywall.locator('script, [onerror]')).toHaveCount(0)
    const ran = await page.evaluate(() => Object.keys(document.documentElement.dataset).filter((name) => name.startsWith('fragment')))
    expect(ran).toEqual([])
    expect(await paywall.evaluate((tag) => document.activeElement === tag.firstElementChild)).toBe(true)
  })

  await test.step('a second visit shows it without paying, also when the seller has forgotten', async () => {
    post.forget()
    await reader.spends(0n, async () => {
      const again = new ArticlePage(await reader.visit(url))
      await expect.poll(() => again.paywall.locator('p').count()).toBeGreaterThan(4)
    })
    expect(await reader.payments()).toHaveLength(1)
  })
})

test('one article of the second seller open in two tabs, agreed to in both, is paid once', async ({ reader, post }) => {
  const url = post.articles.slow
  const first = await reader.visit(url)
  const firstApproval = await reader.ask(first)
  await expect(firstApproval.payButton).toHaveAttribute('aria-disabled', 'false')
  const second = await reader.visit(url)
  const secondApproval = await reader.ask(second)
  await expect(secondApproval.payButton).toHaveAttribute('aria-disabled', 'false')

  await reader.spends(sales.slow.price, async () => {
    await agreeInFront(firstApproval)
    await agreeInFront(secondApproval)
    await firstApproval.finished()
    await secondApproval.finished()
  })
  await reader.spends(0n, async () => {
    await new ArticlePage(first).expectWhole()
    await second.reload()
    await new ArticlePage(second).expectWhole()
  })
  await reader.expectPayment('delivered')
  expect(await reader.payments()).toHaveLength(1)
})

test.describe('cut short at the second seller, which gives a paid piece only once', () => {
  /** Paid and never delivered: said so, and coming back neither charges nor pretends. */
  async function expectHonestReturn(reader: Reader, url: string): Promise<void> {
    await reader.spends(0n, async () => {
      const page = await reader.visit(url)
      await reader.card(page).expectText(words.sentence.undelivered)
      await new ArticlePage(page).expectClosed()
    })
    await reader.expectPayment('undelivered')
    expect(await told(reader)).toContain(words.sentence.undelivered)
    expect(await reader.payments()).toHaveLength(1)
  }

  test('the tab is closed while the piece is being made: one price, and the reader is told', async ({ reader, world, post }) => {
    post.slowMs = 3000
    const url = post.articles.slow
    const page = await reader.visit(url)
    const approval = await reader.ask(page)
    const before = await world.balanceOf(post.payee)
    await reader.spends(sales.slow.price, async () => {
      await reader.reachesSeller(() => approval.agree())
      await expect.poll(() => world.balanceOf(post.payee)).toBe(before + sales.slow.price)
      await page.close()
      await reader.expectPayment('undelivered')
    })
    expect(await told(reader)).toContain(words.timeline.interrupted['tab-closed'])
    await expectHonestReturn(reader, url)
  })

  test('the tab is closed before the money has moved: it is not known, then found out, and never paid twice', async ({ reader, world, post }) => {
    await world.setFacilitator({ settle: 'slow', slowMs: 4000 })
    const url = post.articles.whole
    const page = await reader.visit(url)
    const approval = await reader.ask(page)
    await reader.spends(price, async () => {
      await reader.reachesSeller(() => approval.agree())
      await page.close()
      await reader.expectPayment('unknown')
      expect(await told(reader)).toContain(words.sentence.unknown)
      const again = await reader.visit(url)
      await reader.card(again).expectText(words.card.checking)
      await reader.expectPayment('undelivered')
    })
    await expectHonestReturn(reader, url)
  })

  test('the worker dies in the middle: the article comes, and one price is gone', async ({ reader, post }) => {
    post.slowMs = 3000
    const page = await reader.visit(post.articles.slow)
    const approval = await reader.ask(page)
    await reader.spends(sales.slow.price, async () => {
      await reader.reachesSeller(() => approval.agree())
      await reader.extension.killWorker(reader.desk)
      await new ArticlePage(page).expectWhole()
    })
    await reader.expectPayment('delivered')
    expect(await reader.payments()).toHaveLength(1)
  })

  test('the browser is closed in the middle: the next day the payment is known, and nothing is paid again', async ({ reader, world, post }) => {
    post.slowMs = 2500
    const url = post.articles.slow
    const page = await reader.visit(url)
    await reader.spends(sales.slow.price, async () => {
      const approval = await reader.ask(page)
      await reader.reachesSeller(() => approval.agree())
      await reader.extension.quit()
    })

    const nextDay = await Extension.launch({ profile: reader.extension.profile })
    try {
      const desk = await nextDay.open('dashboard.html')
      await nextDay.ask(desk, 'wallet.unlock', { factor: { kind: 'password', password } })
      const back = await Reader.at(nextDay, world, desk)
      await back.expectPayment('undelivered')
      await expectHonestReturn(back, url)
    } finally {
      await nextDay.quit()
    }
  })
})

test.describe('the second seller’s facilitator fails', () => {
  test('it says only that something broke: nothing is known, nothing is charged and nothing more is signed', async ({ reader, world, post }) => {
    const { whole, bare, slow, cut } = post.articles
    const failures = [
      [{ verify: 'down' }, whole],
      [{ verify: '500' }, bare],
      [{ settle: 'down' }, slow],
      [{ settle: '500' }, cut],
    ] as const
    const before = await reader.balance()
    for (const [change, url] of failures) {
      await test.step(JSON.stringify(change), async () => {
        await world.setFacilitator(change)
        const earlier = await reader.payments()
        const approval = await reader.ask(await reader.visit(url))
        await approval.agree()
        await expect.poll(() => approval.text()).toContain(screens.approval.working.checking)
        await reader.expectPayment('unknown')
        await world.setFacilitator({ verify: 'none', settle: 'none' })

        await reader.card(await reader.visit(url)).expectText(words.card.checking)
        expect(await told(reader)).toContain(words.sentence.unknown)
        expect(await reader.payments()).toHaveLength(earlier.length + 1)
      })
    }
    expect(await reader.balance()).toBe(before)
  })

  test('and recovers: what was never taken runs out, the reader is told, and the next attempt pays once', async ({ reader, world, post }) => {
    test.setTimeout(150_000)
    await world.setFacilitator({ settle: 'down' })
    const url = post.articles.whole
    const approval = await reader.ask(await reader.visit(url))
    await approval.agree()
    await reader.expectPayment('unknown')
    const [first] = await nonces(reader)
    await world.setFacilitator({ settle: 'none' })

    await expect.poll(async () => (await reader.payments())[0]?.state, { timeout: 100_000 }).toBe('void')
    expect(await told(reader)).toContain(words.sentence.void)
    await reader.spends(price, async () => reader.unlock(await reader.visit(url)))
    await reader.expectPayment('delivered')
    expect(new Set(await nonces(reader))).toEqual(new Set([first]))
  })

  test('after the money has moved: the refusal is not believed, the payment is found on the chain, and is the only one', async ({ reader, world, post }) => {
    await world.setFacilitator({ settle: 'lost' })
    const url = post.articles.whole
    const page = await reader.visit(url)
    await reader.spends(price, async () => {
      const approval = await reader.ask(page)
      await approval.agree()
      await expect.poll(() => approval.text()).toContain(words.outcome.undelivered)
      await reader.expectPayment('undelivered')
    })
    await world.setFacilitator({ settle: 'none' })
    await reader.spends(0n, async () => reader.card(await reader.visit(url)).expectText(words.sentence.undelivered))
    expect(await reader.payments()).toHaveLength(1)
  })

  test('by being slow: the reader waits, and pays once', async ({ reader, world, post }) => {
    await world.setFacilitator({ verify: 'slow', settle: 'slow', slowMs: 2000 })
    const page = await reader.visit(post.articles.whole)
    await reader.spends(price, async () => {
      const approval = await reader.ask(page)
      await approval.agree()
      await expect.poll(() => approval.text()).toContain(screens.approval.working.sending)
      await approval.finished()
    })
    await new ArticlePage(page).expectWhole()
    await reader.expectPayment('delivered')
    expect(await reader.payments()).toHaveLength(1)
  })
})
