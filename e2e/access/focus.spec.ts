import type { Page } from 'playwright'
import { Dispute } from '../support/disputing'
import { password, type Reader } from '../support/reader'
import { expect, test } from '../support/test'

/** Every link and every button of the reader's own pages, pressed with a key: wherever it leads, the focus is somewhere. */

test('no link and no button leaves the focus nowhere', async ({ reader }) => {
  const { extension, desk } = reader
  await reader.unlock(await reader.visit(reader.world.articles.script))
  await reader.expectPayment('delivered')
  await extension.askGuarded(desk, 'purses.add', { name: 'Newspapers' }, password)
  await extension.askGuarded(desk, 'slots.addRecovery', {}, password)
  const payment = (await reader.payments())[0]?.id ?? ''
  const { id } = await Dispute.file(reader, payment, { problem: 'wrong-price' })
  const begun = `disputes/new?payment=${payment}`
  const places = ['overview', 'history', `history/${payment}?at=0`, 'library', `library/${payment}`, 'limits', 'purses', 'disputes', begun, `${begun}&problem=wrong-price`, `disputes/${id}`, 'security', 'privacy', 'privacy/export', 'policy', 'policy/promises', 'policy/terms', 'settings', 'help', 'help/check', 'help/paid-but-locked']
  for (const place of places) await pressAll(reader, place)
})

const pressable = 'main :is(a[href^="#/"], button:not([type=submit]), summary)'

async function pressAll({ extension, desk }: Reader, place: string): Promise<void> {
  const page = await extension.open(`dashboard.html#/${place}`)
  const count = await settledCount(page)
  for (let at = 0; at < count; at += 1) {
    // What was pressed before may have changed the page, and its address.
    await page.goto('about:blank')
    await page.goto(`${desk.url().split('#')[0] ?? ''}#/${place}`)
    if (at >= (await settledCount(page))) break
    const target = page.locator(pressable).nth(at)
    const name = (await target.textContent()) ?? ''
    if (!(await target.isVisible())) continue
    await target.focus()
    await page.keyboard.press('Enter')
    await quiet(page)
    expect.soft(await where(page), `${place}: ${name}`).not.toBe('nowhere')
    if ((await page.getByRole('dialog').count()) === 0) continue
    await page.keyboard.press('Escape')
    await quiet(page)
    expect.soft(await where(page), `${place}: ${name}, and back`).not.toBe('nowhere')
  }
  for (const other of extension.context.pages()) if (other !== desk) await other.close()
}

async function settledCount(page: Page): Promise<number> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await quiet(page)
  return page.locator(pressable).count()
}

const where = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === null || document.activeElement === document.body ? 'nowhere' : document.activeElement.tagName))

/** Until nothing on the page has changed for a while. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const rest = 300
        let timer = setTimeout(resolve, rest)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, rest)
        }).observe(document, { subtree: true, childList: true, attributes: true })
        setTimeout(resolve, 5 * rest)
      }),
  )
}
