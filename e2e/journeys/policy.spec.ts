import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { keepers, machine, testKey, writers } from '../../src/core/policy/policy.fixtures'
import { blockListOf } from '../../src/core/risk/block-list'
import { bundledRates } from '../../src/core/money'
import { writeText } from '../../src/core/policy/text'
import { policy as words } from '../../src/core/words/policy'
import { terms } from '../../src/ui/dashboard/policy/terms-text'
import { ConfirmDialog } from '../pages/confirm'
import { PolicyHost } from '../support/policy-host'
import { password, type Reader } from '../support/reader'
import { expect, test as base } from '../support/test'
import { moveClock } from '../support/worker-clock'

const test = base.extend<{ readonly host: PolicyHost }>({
  host: async ({}, use) => {
    const host = await PolicyHost.start()
    await use(host)
    await host.close()
  },
})

const rulesOf = (reader: Reader): Promise<Page> => reader.extension.open('dashboard.html#/policy')
const listOf = (...sites: readonly string[]): string => Buffer.from(blockListOf(sites)).toString('base64')
const day = 24 * 3_600_000

async function look(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(page.getByText('Looking', { exact: true })).toHaveCount(0)
}

test('rules that watch more closely apply and are told; others wait for a yes; forged and old ones are refused; the old ones outlive their host', async ({ reader, host }) => {
  const first = host.policy({ parameters: { 'spree.sites': 3, 'limit.day': 900 }, why: ['Sprees were seen.'] })
  const page = await rulesOf(reader)
  await expect(page.getByText('Off. Farthing asks nobody')).toBeVisible()
  await page.getByLabel('Where to look').fill(host.url)
  await page.getByRole('button', { name: 'Look for updates there' }).click()

  await test.step('closer applies and is told; looser is asked, and left as it is', async () => {
    await expect(page.getByText('New sites within an hour before you are asked: 3.', { exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'An update waits for your yes' })).toBeVisible()
    const asked = page.getByRole('region', { name: 'An update waits for your yes' })
    await expect(asked.getByText('The most a day may cost: $9.00. It was $5.00.')).toBeVisible()
    await asked.getByRole('button', { name: 'Keep as it is' }).click()
    await expect(asked).toHaveCount(0)
    await expect(page.getByText('You kept it as it was.')).toBeVisible()
    expect((await reader.extension.ask(reader.desk, 'limits.read', {})).limits.day.atomic).toBe('5000000')
  })

  await test.step('the next one is asked about again, told on the first page, and agreed to', async () => {
    host.policy({ parameters: { 'spree.sites': 3, 'limit.day': 800 } })
    await look(page)
    const overview = await reader.extension.open('dashboard.html')
    await expect(overview.getByText('An update of the rules waits for your yes.')).toBeVisible()
    await expect(overview.getByRole('link', { name: /^Rules.*one thing is new/ })).toBeVisible()
    await overview.close()
    await page.getByRole('button', { name: 'Agree to this' }).click()
    await expect(page.getByText('You agreed.')).toBeVisible()
    expect((await reader.extension.ask(reader.desk, 'limits.read', {})).limits.day.atomic).toBe('8000000')
  })

  await test.step('other words, and what unusual payments are recognised by, wait until they were read and agreed to', async () => {
    const changed = writeText({ ...terms, lines: terms.lines.map((line) => line.replace('It costs nothing,', 'It costs a penny a year,')) })
    host.policy({
      parameters: { 'spree.sites': 3, 'limit.day': 800 },
      texts: [{ ...host.file('texts', changed, '2026-12-20'), id: 'terms', lang: 'en' }],
      model: host.file('models', await readFile('src/core/risk/model.json', 'utf8'), '2026-12-20'),
    })
    await look(page)
    await expect(page.getByRole('region', { name: 'An update waits for your yes' }).getByText('What unusual payments are recognised by is exchanged')).toBeVisible()
    await page.getByRole('link', { name: 'Read what would change: Terms of use' }).click()
    await expect(page.locator('del')).toContainText('It costs nothing,')
    await expect(page.locator('ins')).toContainText('It costs a penny a year,')
    await expect(page.getByText('Of 30 Nov 2026.').or(page.getByText('Of Nov 30, 2026.'))).toBeVisible()
    await page.getByRole('link', { name: 'Answer under Rules' }).click()
    await page.getByRole('button', { name: 'Agree to this' }).click()
    await expect(page.getByText('Unusual payments are recognised by what you agreed to, of 2026-12-20.')).toBeVisible()
    await page.getByRole('link', { name: 'Terms of use', exact: true }).click()
    await expect(page.getByText('It costs a penny a year,')).toBeVisible()
    await expect(page.locator('del')).toHaveCount(0)
    await page.getByRole('link', { name: 'Back to the rules' }).click()
  })

  await test.step('an older one, and one that strangers vouch for, are refused in words', async () => {
    host.put('policy.json', first)
    await look(page)
    await expect(page.getByText(words.faults['rolled-back'])).toBeVisible()
    host.policy({ parameters: { 'limit.day': 1500 } }, [testKey(31), testKey(32)])
    await look(page)
    await expect(page.getByText(words.faults['not-signed'])).toBeVisible()
    expect((await reader.extension.ask(reader.desk, 'limits.read', {})).limits.day.atomic).toBe('8000000')
  })

  await test.step('new people vouch, once those before them have said so', async () => {
    const people = { root: keepers, policy: [...writers.slice(1), testKey(14)], feeds: machine }
    host.rotate(people)
    host.policy({ parameters: { 'spree.sites': 3, 'limit.day': 800 } }, people.policy.slice(1))
    await look(page)
    await expect(page.getByRole('heading', { name: 'Who vouches for rules' })).toBeVisible()
    await expect(page.getByText(words.faults['not-signed'])).toHaveCount(0)
  })

  await test.step('everything can be taken along, as it arrived', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save them as they arrived' }).click()])
    const lines = await readFile(await download.path(), 'utf8')
    expect(createHash('sha256').update(lines.slice(0, first.length)).digest('hex')).toBe(createHash('sha256').update(first).digest('hex'))
    expect(lines.trimEnd().split('\n')).toHaveLength(5)
  })

  await test.step('a host that is gone for a hundred days leaves everything as it is, and that is said', async () => {
    host.gone = true
    await moveClock(await reader.extension.worker(), 100 * day)
    await look(page)
    await expect(page.getByText(/^.*These rules are out of date since/)).toBeVisible()
    await expect(page.getByText(words.unreachable).first()).toBeVisible()
    expect((await reader.extension.ask(reader.desk, 'limits.read', {})).limits.day.atomic).toBe('8000000')
  })
})

test('a listed site is warned of and opened by the reader alone; a fresh rate is in the next question', async ({ reader, host, world }) => {
  const { hostname } = new URL(world.articles.paid)
  const perEuro = { ...bundledRates.perEuro, USD: '2.0000' }
  const asOf = new Date(Date.now() - day).toISOString().slice(0, 10)
  host.feeds({ rates: { asOf, perEuro }, listed: { 'takes-the-words': '', pretends: '', 'takes-and-keeps': listOf(hostname) } })
  await reader.extension.ask(reader.desk, 'settings.change', { policyHost: host.url, currency: 'EUR' })
  await reader.extension.ask(reader.desk, 'policy.look', {})

  const article = await reader.visit(world.articles.paid)
  const refused = await reader.ask(article)
  await expect(refused.page.getByText('This site is listed as one that takes the money and gives nothing.')).toBeVisible()
  await expect(refused.payButton).toHaveCount(0)
  const opened = reader.extension.context.waitForEvent('page', { predicate: (one) => one.url().includes('#/policy') })
  await refused.page.getByRole('button', { name: 'See the rules' }).click()
  const rules = await opened
  await rules.getByLabel('Name of the site').fill(hostname)
  await rules.getByRole('button', { name: 'Open it for me' }).click()
  await new ConfirmDialog(rules).givePassword(password)
  await expect(rules.getByRole('button', { name: `Leave ${hostname} to the list` })).toBeVisible()

  await refused.shut()
  await article.reload()
  const approval = await reader.ask(article)
  await approval.page.getByText(/^An estimate, at the exchange rate of/).click()
  await expect(approval.page.getByText('$1 is €0.50, as the European Central Bank published it.')).toBeVisible()
  await expect(approval.payButton).toBeVisible()
  await reader.spends(50_000n, () => approval.pay())

  await test.step('on a network that is withdrawn while the question is open nothing is paid', async () => {
    const other = await reader.ask(await reader.visit(world.articles.script))
    await expect(other.payButton).toBeEnabled()
    host.policy({ withdrawn: [(await reader.extension.ask(reader.desk, 'settings.read', {})).network] })
    await reader.extension.ask(reader.desk, 'policy.look', {})
    await reader.spends(0n, () => other.agree())
    await expect(other.page.getByText(/You were not charged\. Nothing is paid on/)).toBeVisible()
  })
})
