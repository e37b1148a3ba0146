import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { en as words } from '../../src/core/words/en'
import { ArticlePage } from '../pages/article'
import { OnboardingPage } from '../pages/onboarding'
import { SecurityPage } from '../pages/security'
import { search, soughtText, soughtWords } from '../stolen/search'
import { Extension } from '../support/extension'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'

test.use({ newlyInstalled: true })

const passphrase = 'a hedge, two fields and a gate'

/** The first page of a new browser, where an earlier wallet is brought back. */
async function fresh(): Promise<{ readonly extension: Extension; readonly first: OnboardingPage; readonly page: Page }> {
  const extension = await Extension.launch()
  const page = await extension.firstPage()
  return { extension, first: new OnboardingPage(page), page }
}

test('a backup file carries a used wallet to a new browser: history, what was bought, and the purse itself', async ({ reader, world }) => {
  test.setTimeout(150_000)
  const { extension, desk } = reader
  const article = await reader.visit(world.articles.fragment)
  await reader.unlock(article)
  await reader.expectPayment('delivered')
  const before = await reader.payments()
  const { words: twelve } = await extension.askGuarded(desk, 'words.read', {}, password)

  await desk.bringToFront()
  const security = new SecurityPage(desk)
  await security.open()
  const saved = await security.makeBackup(passphrase, password)
  const file = await readFile(saved)

  await test.step('the file tells nothing to whoever finds it', async () => {
    const secrets = [...soughtWords(twelve), soughtText('the passphrase', passphrase), soughtText('the purse', reader.address.slice(2)), soughtText('the site', new URL(world.articles.fragment).host), soughtText('a title', before[0]?.title ?? '')]
    expect(search([{ place: 'the file', bytes: file }], secrets)).toEqual([])
  })

  const path = join(extension.profile, 'mine.backup')
  await writeFile(path, file)
  const later = await fresh()

  await test.step('the wrong passphrase, and half a file, bring nothing back', async () => {
    await later.first.beginWithBackup()
    await later.first.bringBack(path, password)
    await expect(later.page.getByText(words.backup.wrongPassphrase)).toBeVisible()
    const half = join(extension.profile, 'half.backup')
    const lines = file.toString('utf8').trimEnd().split('\n')
    await writeFile(half, lines.slice(0, -1).join('\n'))
    await later.first.bringBack(half, passphrase)
    await expect(later.page.getByText('This file is not whole.')).toBeVisible()
    expect((await later.extension.ask(later.page, 'wallet.read', {})).state).toBe('none')
  })

  await later.first.bringBack(path, passphrase)
  await expect(later.page.getByText(/Your wallet is back as it was on/)).toBeVisible()
  await later.first.lookOnEverySite()
  const again = await Reader.at(later.extension, world, later.page)
  expect(again.address).toBe(reader.address)
  expect(await again.payments()).toEqual(before)

  await test.step('what was bought opens again, free', async () => {
    await again.spends(0n, async () => {
      const { paywall } = new ArticlePage(await again.visit(world.articles.fragment))
      await expect.poll(() => paywall.locator('p').count()).toBeGreaterThan(4)
    })
  })

  await test.step('the purse pays', async () => {
    await again.spends(50_000n, async () => {
      const page = await again.visit(world.articles.paid)
      await again.unlock(page)
      await again.expectPayment('delivered')
    })
  })

  await test.step('the passphrase opens it from now on, and the words are the same', async () => {
    expect((await later.extension.askGuarded(later.page, 'words.read', {}, passphrase)).words).toEqual(twelve)
  })
  await later.extension.dispose()
})
