import type { Page } from 'playwright'
import { ask, give, type Answerer } from '../hostile/answers'
import { challengeFor, honestOffer } from '../hostile/challenges'
import { expect, test } from '../hostile/test'
import { Popup } from '../pages/popup'
import { send } from '../support/extension'
import type { Reader } from '../support/reader'

/** A place for tips that asks for this, whatever it is asked for. */
const jar =
  (amount: string, asked: (string | undefined)[] = []): Answerer =>
  ({ request, response }) => {
    asked.push(request.headers.cookie)
    ask(response, challengeFor(`http://${request.headers.host ?? ''}${request.url ?? '/'}`, [{ ...honestOffer, amount }]))
  }

/** A page that names a place for tips. */
const names =
  (href: string): Answerer =>
  ({ response }) =>
    give(response, `<link rel="payment" href="${href}" title="Tip Ada"><h1>An essay</h1>`)

/** Presses what the popup offers, and gives the window that opens, with the id of its question. */
async function tipWindow(reader: Reader): Promise<{ readonly page: Page; readonly approval: string }> {
  const popup = await Popup.open(reader)
  const opened = reader.extension.context.waitForEvent('page', { predicate: (page) => page.url().includes('approval.html') })
  await popup.thisPage
    .getByRole('button', { name: /^Tip Ada/ })
    .click()
    .catch(() => undefined)
  const page = await opened
  await expect(page.getByRole('button', { name: /^Tip \$/ })).toBeVisible()
  return { page, approval: new URL(page.url()).searchParams.get('approval') ?? '' }
}

test('the place for tips is asked nothing before the reader presses, and on another site is not told who asks', async ({ reader, evil }) => {
  const asked: (string | undefined)[] = []
  evil.serve('/jar', jar('100000', asked))
  const place = new URL('/jar', evil.elsewhere).href
  evil.serve('/essay', names(place))
  await reader.extension.context.addCookies([{ name: 'who', value: 'me', url: place, sameSite: 'Lax' }])
  const page = await reader.visit(evil.url('/essay'))
  const popup = await Popup.open(reader)
  await expect(popup.page.getByRole('button', { name: /^Tip Ada/ })).toBeVisible()
  expect(asked).toEqual([])
  await popup.page.close()
  await page.bringToFront()
  await tipWindow(reader)
  expect(asked).toEqual([undefined])
})

test('a new account cannot be tipped without the tick, whatever is sent to the worker', async ({ reader, evil }) => {
  evil.serve('/jar', jar('100000'))
  evil.serve('/essay', names('/jar'))
  await reader.visit(evil.url('/essay'))
  const { approval } = await tipWindow(reader)
  const view = await reader.extension.ask(reader.desk, 'approval.read', { approval })
  const message = view.state === 'ready' ? view.quote.message : ''
  expect(view).toMatchObject({ state: 'ready', quote: { newPayee: true } })
  expect(await send(reader.desk, 'approval.agree', { approval, message })).toMatchObject({ ok: false, code: 'refused' })
  expect(await send(reader.desk, 'approval.agree', { approval, message, checked: false })).toMatchObject({ ok: false, code: 'refused' })
  expect(evil.payments).toEqual([])
  expect(await reader.payments()).toEqual([])
})

test('a place that names another amount than the reader’s is caught, and nothing but what is on screen is given', async ({ reader, evil }) => {
  evil.serve('/jar', jar('1500000'))
  evil.serve('/essay', names('/jar'))
  await reader.visit(evil.url('/essay'))
  const { page } = await tipWindow(reader)
  await page.getByLabel('Another amount, in dollars').fill('0.20')
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByText('The price rose from $0.20 to $1.50 since you first saw it.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tip $1.50' })).toBeVisible()
  expect(evil.payments).toEqual([])
})
