import type { Page } from 'playwright'
import { ApprovalWindow } from '../pages/approval'
import { ArticlePage } from '../pages/article'
import { Popup } from '../pages/popup'
import { hurries } from '../support/allowance'
import { Keys } from '../support/keys'
import { password, type Reader } from '../support/reader'
import { expect, test } from '../support/test'

/** What readers come for, without a mouse: every press is a key's, and wherever one leads, the focus is seen. */

/** Does something that opens the approval. */
async function asked({ extension }: Reader, doing: () => Promise<unknown>): Promise<Page> {
  const opened = extension.context.waitForEvent('page', { predicate: (page) => page.url().includes('approval.html') })
  await doing()
  return opened
}

test('a tip is given, and an article unlocked by a wallet that was locked', async ({ reader, world }) => {
  await hurries(reader)

  await test.step('a tip, from the popup', async () => {
    await reader.visit(world.articles.free)
    const popup = await Popup.open(reader)
    await expect(popup.thisPage.getByRole('button', { name: /^Tip / })).toBeVisible()
    const onPopup = await Keys.on(popup.page)
    const window = await asked(reader, () => onPopup.go('button', /^Tip /).catch(() => undefined))
    const tip = new ApprovalWindow(window)
    await expect(tip.tipButton).toBeVisible()
    const keys = await Keys.on(window)
    await keys.go('button', '$0.50', 'Space')
    await expect(window.getByRole('button', { name: '$0.50', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await keys.go('checkbox', /You have not paid this account before/, 'Space')
    await keys.to('button', 'Tip $0.50')
    await expect(tip.tipButton).toHaveAttribute('aria-disabled', 'false')
    await reader.spends(500_000n, async () => {
      await keys.press('Enter')
      await expect.poll(async () => window.isClosed() || (await window.getByText('Your tip has arrived.').isVisible().catch(() => true))).toBe(true)
    })
    await reader.expectPayment('delivered')
  })

  await test.step('from the card to the text', async () => {
    await reader.lock()
    const article = await reader.visit(world.articles.paid)
    await reader.card(article).expectText(/Unlock/)
    const onPage = await Keys.on(article)
    const window = await asked(reader, () => onPage.go('button', /^Unlock/))
    const keys = await Keys.on(window)
    await keys.expectAt('textbox', 'Password')
    await keys.type(password)
    await keys.press('Enter')
    await keys.expectAt('heading', /./)
    const approval = new ApprovalWindow(window)
    await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false')
    expect(await keys.to('button', /^Pay \$0\.05$/), 'what costs nothing is reached first').toContain('Not now')
    await reader.spends(50_000n, async () => {
      await keys.press('Enter')
      await approval.finished()
    })
    await new ArticlePage(article).expectWhole()
    await reader.expectPayment('delivered')
  })
})

test('a payment is found again, money asked back for it, and a question over the page answered', async ({ reader, world }) => {
  await reader.unlock(await reader.visit(world.articles.script))
  await reader.expectPayment('delivered')
  const [payment] = await reader.payments()
  const title = payment?.title ?? ''
  const desk = await reader.extension.open('dashboard.html')
  const keys = await Keys.on(desk)
  await keys.expectAt('heading', 'Overview')

  await test.step('past the rail with one key', async () => {
    await keys.to('button', 'Skip to the page', 'Shift+Tab')
    await keys.press('Enter')
    await keys.expectAt('heading', 'Overview')
  })

  await test.step('history: search, open, and back to where one was', async () => {
    await keys.to('link', 'History', 'Shift+Tab')
    await keys.press('Enter')
    await keys.expectAt('heading', 'History')
    await expect(desk).toHaveTitle('History · Farthing')
    await keys.to('textbox', 'Search')
    await keys.type(title.slice(0, 9))
    await expect(desk.getByRole('status').filter({ hasText: 'One payment · $0.05 paid' })).toBeVisible()
    await keys.press('ArrowDown')
    await keys.expectAt('link', title)
    await keys.press('Enter')
    await keys.expectAt('heading', title)
    await keys.go('link', 'Back to what was found')
    await keys.expectAt('link', title)
    await keys.press('Enter')
    await keys.expectAt('heading', title)
  })

  await test.step('something went wrong with it', async () => {
    await keys.go('link', 'Something went wrong')
    await keys.expectAt('heading', 'What went wrong?')
    await keys.to('radio', /./)
    await keys.press('ArrowDown')
    await keys.press('ArrowUp')
    await keys.go('button', 'Go on')
    await keys.expectAt('heading', 'I paid, and nothing came')
    await keys.go('link', 'Ask for the money back')
    await keys.expectAt('heading', 'Ask for the money back')
    await keys.to('textbox', 'Your own words')
    await keys.type('Not a line of it.')
    await keys.go('checkbox', 'When what happened', 'Space')
    await expect(desk.getByLabel('This is what will be sent')).toContainText('Not a line of it.')
    await keys.to('button', 'Ask for the money back')
    await expect(desk.getByRole('button', { name: 'Ask for the money back' })).toHaveAttribute('aria-disabled', 'false')
    await keys.press('Enter')
    await expect(desk).toHaveURL(/#\/disputes\/[0-9a-f-]{36}$/)
    await keys.expectAt('heading', title)
  })

  await test.step('a question over the page keeps the focus until it is answered, and gives it back', async () => {
    await keys.to('link', 'Security', 'Shift+Tab')
    await keys.press('Enter')
    await keys.expectAt('heading', 'Security')
    await keys.go('button', 'Show the words')
    await keys.expectAt('textbox', 'Password')
    const inside: string[] = []
    for (let stop = 0; stop < 8; stop += 1) {
      await keys.press('Tab')
      const at = await keys.at()
      // At the end of a page the focus is the browser's own for a while.
      if (at !== null) inside.push(at.name)
    }
    expect([...new Set(inside)].sort()).toEqual(['Confirm', 'Not now', 'Password', 'Show the password'])
    await keys.press('Escape')
    await expect(desk.getByRole('dialog')).toHaveCount(0)
    await keys.expectAt('button', 'Show the words')
  })

  await test.step('locked, and opened again', async () => {
    await keys.to('button', 'Lock', 'Shift+Tab')
    await keys.press('Enter')
    await keys.expectAt('textbox', 'Password')
    await keys.type(`${password}x`)
    await keys.press('Enter')
    await expect(desk.getByText('That is not the password.')).toBeVisible()
    await keys.expectAt('textbox', 'Password')
    await keys.press('Control+a')
    await keys.type(password)
    await keys.press('Enter')
    await keys.expectAt('heading', 'Security')
  })
})
