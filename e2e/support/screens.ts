import type { Page } from 'playwright'
import type { Input } from '../../src/messaging/contract'
import { give } from '../hostile/answers'
import type { HostileServer } from '../hostile/server'
import { OnboardingPage } from '../pages/onboarding'
import { Popup } from '../pages/popup'
import { expect } from './expect'
import type { Extension } from './extension'
import { password, type Reader } from './reader'

/**
 * Every screen there is, and how it is come to: once, for the pictures of the contact sheet and for what is measured of them.
 * A screen that is not shown here is neither looked at nor measured.
 */

/** What is done with a screen. @param shape a whole page, or the small window of popup and approval */
export type Show = (page: Page, screen: string, shape: 'page' | 'window') => Promise<void>

/** From the first look to a purse. */
export async function firstPages(extension: Extension, show: Show): Promise<void> {
  const page = await extension.open('onboarding.html')
  const onboarding = new OnboardingPage(page)
  await expect(page.getByRole('button', { name: 'New wallet' })).toBeVisible()
  await show(page, 'First page', 'page')
  await onboarding.begin()
  await show(page, 'Password', 'page')
  await onboarding.choosePassword(password)
  const words = await onboarding.readWords()
  await show(page, 'Twelve words', 'page')
  await onboarding.writtenDown()
  await expect(page.getByLabel(/^Word \d+$/).first()).toBeVisible()
  await show(page, 'Three words', 'page')
  await onboarding.answer(words)
  await expect(page.getByRole('button', { name: /^On every site/ })).toBeVisible()
  await show(page, 'Where to look', 'page')
  await onboarding.lookOnEverySite()
  await expect(page.getByRole('button', { name: 'Skip this' })).toBeVisible()
  await show(page, 'First article', 'page')
  await onboarding.practise()
  await expect(page.getByRole('button', { name: 'Open my purse' })).toBeVisible()
  await show(page, 'Money in', 'page')
}

/** What is asked beside a page: approval and popup. Leaves one thing bought, and a locked wallet. */
export async function paying(reader: Reader, evil: HostileServer, show: Show): Promise<void> {
  const { articles } = reader.world
  const asked = await reader.ask(await reader.visit(articles.script))
  await expect(asked.payButton).toHaveAttribute('aria-disabled', 'false')
  await show(asked.page, 'Approval', 'window')
  await asked.pay()
  await reader.expectPayment('delivered')
  await reader.card(await reader.visit(articles.paid)).expectText(/Unlock for/)
  const popup = await Popup.open(reader)
  await expect(popup.page.getByRole('button', { name: /^Unlock for/ })).toBeVisible()
  await show(popup.page, 'Popup', 'window')
  await popup.page.close()
  const refused = await reader.ask(await reader.visit(articles.beyond))
  await expect(refused.page.getByRole('button', { name: 'Add money' })).toBeVisible()
  await show(refused.page, 'Approval, refused', 'window')
  evil.serve('/walled', ({ response }) => give(response, '<p data-component-name="Paywall">Subscribe</p>'))
  await reader.visit(evil.url('/walled'))
  const named = await Popup.open(reader)
  await expect(named.wish).toBeVisible()
  await show(named.page, 'Popup, subscribers only', 'window')
  await reader.lock()
  await expect(named.page.getByLabel('Password', { exact: true })).toBeVisible()
  await show(named.page, 'Popup, locked', 'window')
}

/** The reader's own pages, with something in each of them. */
export async function ownPages(reader: Reader, show: Show): Promise<void> {
  const { extension, desk, world } = reader
  await reader.unlock(await reader.visit(world.articles.script))
  await reader.expectPayment('delivered')
  await extension.askGuarded(desk, 'purses.add', { name: 'Newspapers' }, password)
  await extension.askGuarded(desk, 'slots.addRecovery', {}, password)
  const [payment] = await reader.payments()
  const id = payment?.id ?? ''
  const begun = `disputes/new?payment=${id}`
  const history = ['history', 'history?when=last-year', `history/${id}?at=0`, `history/statement-${String(new Date(payment?.at ?? 0).getFullYear())}`]
  const others = ['limits', 'purses', 'security', 'privacy', 'privacy/export', 'policy', 'policy/promises', 'policy/terms', 'policy/privacy', 'settings', 'help', 'help/paid-but-locked', 'help/paid-but-locked?at=retry']
  const toDispute = ['disputes', begun, `${begun}&problem=wrong-price`, `${begun}&problem=wrong-price&step=ask`]
  for (const place of ['overview', ...history, 'library', `library/${id}`, ...others, ...toDispute]) await showPlace(reader, place, id, show)
  const request: Input<'disputes.file'> = { payment: id, problem: 'wrong-price', amount: payment?.amount.atomic ?? '', words: '', share: [] }
  const { dispute } = await extension.ask(desk, 'disputes.file', request)
  for (const place of ['disputes', `disputes/${dispute}`]) await showPlace(reader, place, dispute, show)
  const security = await openedPlace(reader, 'security')
  await security.getByRole('button', { name: 'Show the words' }).click()
  await expect(security.getByRole('dialog')).toBeVisible()
  await show(security, 'Fresh proof', 'page')
  await reader.lock()
  const door = await extension.open('dashboard.html')
  await expect(door.getByLabel('Password', { exact: true })).toBeVisible()
  await show(door, 'Locked', 'page')
}

async function showPlace(reader: Reader, place: string, id: string, show: Show): Promise<void> {
  const page = await openedPlace(reader, place)
  await show(page, place.replace(id, 'one'), 'page')
  await page.close()
}

/** A page of the dashboard, with everything on it that it waits for. */
export async function openedPlace({ extension }: Reader, place: string): Promise<Page> {
  const page = await extension.open(`dashboard.html#/${place}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Just a moment')).toHaveCount(0)
  return page
}
