import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { trees } from '../../src/ui/dashboard/help/trees'
import { accounts } from '../../demo/world/accounts'
import { give } from '../hostile/answers'
import type { HostileServer } from '../hostile/server'
import { ConfirmDialog } from '../pages/confirm'
import { RefundDeskPage } from '../pages/disputes'
import { OnboardingPage } from '../pages/onboarding'
import { Popup } from '../pages/popup'
import { hurries, issue } from './allowance'
import { Dispute, pays } from './disputing'
import { expect } from './expect'
import type { Extension } from './extension'
import { password, type Reader } from './reader'
import { openedPlace, type Show } from './screens'
import { askToTip } from './tipping'

/** What those of support/screens can also come to: what is empty, what went wrong, what is asked more rarely, and every trouble that help knows. */

/** Where there is no wallet yet, and the other ways to one. */
export async function otherBeginnings(extension: Extension, show: Show): Promise<void> {
  const popup = await extension.open('popup.html')
  await expect(popup.getByRole('button')).toBeVisible()
  await show(popup, 'Popup, no wallet', 'window')
  const page = await extension.open('onboarding.html')
  const onboarding = new OnboardingPage(page)
  await onboarding.beginWithWords()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
  await show(page, 'Password, none', 'page')
  await onboarding.choosePassword(password)
  await onboarding.restore(['wren'])
  await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
  await show(page, 'Words of another wallet, wrong', 'page')
  await page.close()
  const other = await extension.open('onboarding.html')
  await new OnboardingPage(other).beginWithBackup()
  await other.getByRole('button', { name: 'Open my wallet' }).click()
  await expect(other.locator('[aria-invalid=true]').first()).toBeVisible()
  await show(other, 'Backup file, none given', 'page')
}

/** Before anything was bought. */
export async function emptyPages(reader: Reader, show: Show): Promise<void> {
  for (const place of ['overview', 'history', 'library', 'limits', 'disputes', 'disputes/new', 'privacy']) await showOf(reader, place, `${place}, empty`, show)
  await showOf(reader, 'help/check', 'help, check a page', show)
  reader.world.setEndpoint({ down: true })
  await showOf(reader, 'overview', 'overview, nobody answers', show)
  reader.world.setEndpoint({ down: false })
  await show(await reader.extension.open('onboarding.html'), 'First page, wallet there', 'page')
}

/** Every trouble that help knows, at its first question. */
export async function help(reader: Reader, show: Show): Promise<void> {
  for (const { id } of trees) await showOf(reader, `help/${id}`, `help, ${id}`, show)
}

/** What is asked more rarely, and what comes of it. */
export async function otherQuestions(reader: Reader, evil: HostileServer, show: Show): Promise<void> {
  const { extension, world } = reader
  const { articles } = world
  await hurries(reader)
  const dear = await reader.ask(await reader.visit(articles.slow))
  await expect(dear.payButton).toHaveAttribute('aria-disabled', 'false')
  await dear.page.getByText('What exactly is signed').click()
  await show(dear.page, 'Approval, much to others, all of it', 'window')
  await dear.decline()

  await reader.visit(articles.free)
  const tip = await askToTip(reader, 'Tip ')
  await tip.page.getByText('Add a note').click()
  await show(tip.page, 'Tip, somebody new', 'window')
  await tip.decline()
  evil.serve('/essay', ({ response }) => give(response, `<h1>An essay</h1><a href="ethereum:${world.token}@31337/transfer?address=${accounts.partner}&uint256=1e6" title="Tip Ada">Tip me</a>`))
  await reader.visit(evil.url('/essay'))
  const unserved = await askToTip(reader, 'Tip Ada')
  await expect(unserved.page.getByText('This page names only an account.')).toBeVisible()
  await show(unserved.page, 'Tip, no service', 'window')
  await unserved.close()

  await reader.unlock(await reader.visit(await issue(reader, 1)))
  const second = await reader.ask(await reader.visit(await issue(reader, 2)))
  await second.agree()
  await expect(second.page.getByRole('heading', { name: /without being asked\?$/ })).toBeVisible()
  await show(second.page, 'Approval, the next ones', 'window')
  await second.declineAllowance()
  const owned = await Popup.open(reader)
  await expect(owned.page.getByRole('listitem').first()).toBeVisible()
  await show(owned.page, 'Popup, owned', 'window')
  await owned.page.close()

  await reader.unlock(await reader.visit(articles.hut))
  await expect.poll(async () => (await reader.payments())[0]?.state).toBe('delivered')
  const back = await reader.ask(await reader.visit(articles.hut))
  await expect(back.page.getByRole('heading', { name: /^You bought this on / })).toBeVisible()
  await show(back.page, 'Approval, who is back', 'window')
  await back.page.close()

  await world.tellNewspaper('', { isJammed: true })
  const lost = await reader.ask(await reader.visit(await issue(reader, 3)))
  await lost.agree()
  await reader.expectPayment('undelivered')
  await expect(lost.page.getByRole('button', { name: 'Close' })).toBeVisible()
  await show(lost.page, 'Approval, nothing came', 'window')
  await world.tellNewspaper('', { isJammed: false })

  evil.serve('/plain', ({ response }) => give(response, '<h1>Nothing is sold here</h1>'))
  await reader.visit(evil.url('/plain'))
  const plain = await Popup.open(reader)
  await expect(plain.page.getByText(/Nothing to pay on /)).toBeVisible()
  await show(plain.page, 'Popup, nothing to pay', 'window')
  await show(await extension.open('approval.html'), 'Approval, over', 'window')
  await reader.lock()
  const locked = await reader.ask(await reader.visit(articles.script))
  await expect(locked.page.getByLabel('Password', { exact: true })).toBeVisible()
  await show(locked.page, 'Approval, locked', 'window')
}

/** Somebody else is paid on a site the reader knows. */
export async function warned(reader: Reader, evil: HostileServer, show: Show): Promise<void> {
  await hurries(reader)
  const site = (path: string) => evil.url(path).replace('//evil.', '//lantern.')
  for (const path of ['/one', '/two', '/three']) {
    evil.sell(path, { article: '<h1>A piece</h1>' })
    const approval = await reader.ask(await reader.visit(site(path)))
    await approval.agree()
    await reader.expectPayment('delivered')
    await approval.shut()
  }
  evil.sell('/swapped', { article: '<h1>A piece</h1>', offer: { payTo: accounts.partner } })
  const approval = await reader.ask(await reader.visit(site('/swapped')))
  await approval.page.getByText('Why am I told this?').first().click()
  await show(approval.page, 'Approval, a warning', 'window')
}

/** Money asked back: refused, refused for good, and given back. */
export async function answers(reader: Reader, show: Show): Promise<void> {
  await hurries(reader)
  const declined = await Dispute.file(reader, await pays(reader, await issue(reader, 1)), { problem: 'not-as-described', words: 'Half of it, no wrens.' })
  const desk = await RefundDeskPage.open(reader)
  await desk.decline('Swifts, no wrens.')
  await declined.becomes('denied')
  await showOf(reader, `disputes/${declined.id}`, 'Dispute, declined', show)
  const back = await Dispute.file(reader, await pays(reader, await issue(reader, 2)), { problem: 'wrong-price' })
  await back.key()
  await desk.page.reload()
  await desk.payBack()
  await back.becomes('refunded')
  await showOf(reader, `disputes/${back.id}`, 'Dispute, given back', show)
  await showOf(reader, 'disputes', 'disputes, several', show)
  await showOf(reader, 'overview', 'overview, money came back', show)
  await declined.after(90)
  await showOf(reader, `disputes/${declined.id}`, 'Dispute, after its time', show)
}

/** What stands above a page: each asks before something that cannot be taken back lightly. */
export async function dialogs(reader: Reader, show: Show): Promise<void> {
  const security = await openedPlace(reader, 'security')
  await security.getByRole('button', { name: 'Show the words' }).click()
  await new ConfirmDialog(security).givePassword(password)
  await expect(security.locator('.words-word').first()).toBeVisible()
  await show(security, 'Security, twelve words', 'page')
  await security.close()
  const privacy = await openedPlace(reader, 'privacy')
  await privacy.getByRole('button', { name: /Erase/ }).last().click()
  await show(privacy, 'Privacy, erase everything', 'page')
}

/** The file in which receipts are kept, which is in one language for good. @returns the page that shows it */
export async function receiptsFile(reader: Reader): Promise<() => Promise<Page>> {
  const { extension } = reader
  await reader.unlock(await reader.visit(reader.world.articles.paid))
  await reader.expectPayment('delivered')
  const page = await openedPlace(reader, 'privacy/export')
  // Its button says something else in each language, and stays where it is.
  const names = await page.getByRole('main').getByRole('button').allInnerTexts()
  const button = page.getByRole('main').getByRole('button').nth(names.indexOf('Save receipts'))
  return async () => {
    const saved = page.waitForEvent('download')
    await page.bringToFront()
    await button.click()
    await page.getByRole('dialog').locator('input[type=password]').fill(password)
    await page.keyboard.press('Enter')
    const path = join(extension.profile, 'receipts.html')
    await writeFile(path, await readFile(await (await saved).path()))
    const receipts = await extension.context.newPage()
    await receipts.goto(`file://${path}`)
    await expect(receipts.getByRole('heading').nth(1)).toBeVisible()
    return receipts
  }
}

async function showOf(reader: Reader, place: string, screen: string, show: Show): Promise<void> {
  const page = await openedPlace(reader, place)
  await show(page, screen, 'page')
  await page.close()
}
