import type { Page } from 'playwright'
import { hurries } from '../support/allowance'
import { expect, test } from '../support/test'

/** As long as a note may be. */
const note = 'For the talk in Lübeck. '.repeat(21).slice(0, 500).trim()

const titles = (page: Page) => page.locator('.found-title').allTextContents()

test('without a network, payments are looked through, opened, written on and printed; a locked wallet shows none of it', async ({ reader, world }) => {
  await hurries(reader)
  for (const article of [world.articles.paid, world.articles.script, world.articles.hut]) {
    const page = await reader.visit(article)
    await reader.unlock(page)
    await reader.expectPayment('delivered')
    await page.close()
  }
  const [hut, script, paid] = await reader.payments()
  if (hut === undefined || script === undefined || paid === undefined) throw new Error('three payments')

  await reader.extension.context.setOffline(true)
  world.setEndpoint({ down: true })
  try {
    const desk = await reader.extension.open('dashboard.html#/history')
    const search = desk.getByLabel('Search')

    await test.step('letter by letter, counted and added up', async () => {
      await expect(desk.getByText('3 payments · $0.15 paid')).toBeVisible()
      await search.fill(script.title)
      await expect.poll(() => titles(desk)).toEqual([script.title])
      await expect(desk.getByText('One payment · $0.05 paid')).toBeVisible()
      await search.fill('no such thing')
      await expect(desk.getByText('No payment is like that.')).toBeVisible()
      await desk.getByRole('button', { name: 'Clear all' }).click()
      await expect.poll(() => titles(desk)).toEqual([hut, script, paid].map(({ title }) => title))
    })

    await test.step('by what was chosen, from an address as well', async () => {
      await desk.getByLabel('Order').selectOption({ label: 'By title' })
      await desk.getByLabel('State').selectOption({ label: 'Paid' })
      const shown = [hut, script, paid].map(({ title }) => title).sort()
      await expect.poll(() => titles(desk)).toEqual(shown)
      await expect(desk.getByRole('button', { name: 'Take away: Paid' })).toBeVisible()
      const again = await reader.extension.open(new URL(desk.url()).pathname.slice(1) + new URL(desk.url()).hash)
      await expect.poll(() => titles(again)).toEqual(shown)
      await expect(again.getByRole('button', { name: 'Take away: Paid' })).toBeVisible()
      await again.close()
      await desk.goBack()
      await expect(desk.getByRole('button', { name: 'Take away: Paid' })).toHaveCount(0)
    })

    await test.step('a payment is opened with the keyboard, and written on', async () => {
      await search.fill(paid.title)
      await expect.poll(() => titles(desk)).toEqual([paid.title])
      await search.press('ArrowDown')
      await desk.keyboard.press('Enter')
      await expect(desk.getByText('Paid. It is yours to keep.')).toBeVisible()
      await expect(desk.getByText('The payment was taken.')).toBeVisible()
      await desk.getByRole('textbox', { name: 'Note' }).fill(note)
      await desk.getByLabel('Tags').fill('birds, work')
      await expect(desk.getByText('Kept.', { exact: true })).toBeVisible()
    })

    await test.step('its receipt has everything on it', async () => {
      const detail = await reader.extension.ask(reader.desk, 'payments.read', { id: paid.id })
      await reader.extension.seeAs(desk, { media: 'print' })
      const paper = desk.locator('.paper')
      for (const fact of [paid.title, paid.host, '0.05 USDC', detail?.page, detail?.payee, detail?.transaction, detail?.nonce, 'Creator receives', note, 'birds, work']) {
        await expect(paper).toContainText(fact ?? 'a fact that is missing')
      }
      await expect(paper).toBeVisible()
      await expect(desk.getByRole('navigation')).toHaveCount(0)
      for (const format of ['A4', 'Letter']) expect((await desk.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1)
      await reader.extension.seeAs(desk, { media: 'screen' })
      await expect(paper).toHaveCount(0)
    })

    await test.step('the way back leads to what was found, and the note is found', async () => {
      await desk.goBack()
      await expect(search).toHaveValue(paid.title)
      await expect(desk.getByRole('link', { name: paid.title })).toBeFocused()
      await search.fill('lubeck birds')
      await expect.poll(() => titles(desk)).toEqual([paid.title])
    })

    await test.step('the browser’s own history knows neither site nor title nor what was looked for', async () => {
      await desk.getByLabel('Site').selectOption({ index: 1 })
      await expect(desk.getByRole('button', { name: `Take away: ${paid.host}` })).toBeVisible()
      await desk.getByRole('link', { name: 'Overview' }).click()
      await desk.getByRole('link', { name: paid.host }).click()
      await expect(desk.getByRole('button', { name: `Take away: ${paid.host}` })).toBeVisible()
      const way = await reader.extension.wayOf(desk)
      expect(way.length).toBeGreaterThan(12)
      const written = way.map(decodeURIComponent).join('\n').toLowerCase()
      for (const told of [new URL(`http://${paid.host}`).hostname, hut.host, paid.title, hut.title, 'birds', 'lubeck']) expect(written).not.toContain(told.toLowerCase())
      await desk.goBack()
      await desk.goBack()
      await desk.goBack()
      await search.fill('lubeck birds')
      await expect.poll(() => titles(desk)).toEqual([paid.title])
    })

    await test.step('the year adds up', async () => {
      const statement = await reader.extension.open(`dashboard.html#/history/statement-${String(new Date(paid.at).getFullYear())}`)
      await expect(statement.locator('.paper-amount')).toHaveText('0.15 USDC')
      await expect(statement.getByRole('link', { name: hut.title })).toBeVisible()
      await statement.close()
    })

    await test.step('locked elsewhere, it is gone', async () => {
      await reader.lock()
      await expect(desk.getByRole('heading', { name: 'Your wallet is locked' })).toBeVisible()
      await expect(desk.getByText(paid.title)).toHaveCount(0)
      expect(desk.url()).not.toContain('birds')
      expect(await desk.title()).toBe('Farthing')
      await reader.open()
      await expect.poll(() => titles(desk)).toEqual([paid.title])
      await expect(search).toHaveValue('lubeck birds')
    })

    await test.step('what needs a network says so, and the rest is there', async () => {
      await desk.getByRole('link', { name: 'Overview' }).click()
      await expect(desk.getByText('Your balance cannot be read right now.')).toBeVisible()
    })
  } finally {
    world.setEndpoint({ down: false })
    await reader.extension.context.setOffline(false)
  }
})
