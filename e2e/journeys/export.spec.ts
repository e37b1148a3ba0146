import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { en as words } from '../../src/core/words/en'
import { BooksFilesPage } from '../pages/books-files'
import { Extension } from '../support/extension'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'

test('payments are saved without a network, and taken in by another browser with the same words: the same books, byte for byte', async ({ reader, world }) => {
  test.setTimeout(150_000)
  const { extension, desk } = reader
  await reader.extension.askGuarded(desk, 'settings.change', { currency: 'EUR' }, password)
  const article = await reader.visit(world.articles.paid)
  await reader.unlock(article)
  await reader.expectPayment('delivered')
  // Where the money went is read from the chain a moment later; what is compared below has come to rest.
  const [payment] = await reader.payments()
  if (payment === undefined) throw new Error('there is a payment')
  await expect.poll(async () => (await extension.ask(desk, 'payments.read', { id: payment.id }))?.timeline.map(({ sentence }) => sentence)).toContain(words.timeline.traced)
  await extension.ask(desk, 'payments.label', { id: payment.id, note: '=cmd for the wren talk', tags: ['birds'] })
  const { words: twelve } = await extension.askGuarded(desk, 'words.read', {}, password)

  await extension.context.setOffline(true)
  world.setEndpoint({ down: true })
  await desk.bringToFront()
  const files = new BooksFilesPage(desk)
  await files.open()

  await test.step('a spreadsheet reads the table, and runs nothing of it', async () => {
    const { name, text } = await files.save('Save a spreadsheet', password)
    expect(name).toMatch(/^farthing-payments-\d{4}-\d\d-\d\d\.csv$/)
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({ Title: payment.title, State: 'Paid', Amount: '0.05', Currency: 'USDC', 'Estimated in': 'EUR', 'Own note': "'=cmd for the wren talk", 'Own labels': 'birds' })
  })

  await test.step('the receipts open as a page of their own, which finds by itself that they hold, and that changed ones do not', async () => {
    const { name, text } = await files.save('Save receipts', password)
    const page = await extension.context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const [file, change, sentence] of [
      [name, text, 'One payment, and it holds.'],
      ['changed.html', text.replace('"amount":"50000"', '"amount":"5"'), 'One payment, and it does not hold.'],
    ] as const) {
      await writeFile(join(extension.profile, file), change)
      await page.goto(`file://${join(extension.profile, file)}`)
      await expect(page.getByText(sentence)).toBeVisible()
      await expect(page.getByRole('heading', { name: payment.title })).toBeVisible()
    }
    expect(asked.every((url) => url.startsWith('file:')), asked.join()).toBe(true)
    await page.close()
  })

  const { text } = await files.save('Save everything', password)
  world.setEndpoint({ down: false })
  await extension.context.setOffline(false)

  const later = await Extension.launch()
  try {
    const page = await later.open('dashboard.html')
    await later.ask(page, 'wallet.restore', { words: twelve.join(' '), password })
    const again = new BooksFilesPage(page)
    await again.open()

    await test.step('half a file, and one that was changed, are refused in words, and leave nothing', async () => {
      for (const [name, change, sentence] of [
        ['half', text.slice(0, text.length / 2), words.books.fromFile.broken],
        ['cheaper', text.replace('"amount":"50000"', '"amount":"5"'), words.books.fromFile.untrue],
        ['endless', text.replace(/\]\}\n$/, ''), 'This file ends too early'],
      ] as const) {
        const broken = join(extension.profile, `${name}.json`)
        await writeFile(broken, change)
        await again.takeIn(broken, password, true)
        await expect(page.getByText(sentence)).toBeVisible()
      }
      expect(await later.ask(page, 'payments.list', { before: null, limit: 10 })).toEqual({ rows: [], next: null })
    })

    const whole = join(extension.profile, 'whole.json')
    await writeFile(whole, text)
    await again.takeIn(whole, password, true)
    await expect(page.getByText('One payment was taken in.')).toBeVisible()
    expect((await again.save('Save everything', password)).text).toBe(text)
    const there = await Reader.at(later, world, page)
    expect(await there.payments()).toEqual(await reader.payments())
  } finally {
    await later.dispose()
  }
})
