import type { Page } from 'playwright'
import { mnemonicToAccount } from 'viem/accounts'
import { search, soughtBytes, soughtText, soughtWords, type Sought } from '../stolen/search'
import type { Held } from '../stolen/stores'
import { send } from '../support/extension'
import { password, Reader } from '../support/reader'
import { expect, test } from '../support/test'

test.use({ newlyInstalled: true })

const wrongPassword = 'robin on a silver coin 1822'
const pin = '480271936518'

const held = (place: string, text: string): Held => ({ place, bytes: Buffer.from(text, 'utf8') })

/** Listens to everything the worker tells this page without being asked: what `hear` says is kept in the page. */
const hearBroadcasts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    chrome.runtime.onMessage.addListener((message) => {
      heard.push(message)
    })
  })

/** The same in the world of our content script on a page, where somebody may sit who broke out of the page. */
async function hearInContentScript(reader: Reader, page: Page): Promise<() => Promise<string>> {
  const worker = await reader.extension.worker()
  const run = (listen: boolean): Promise<unknown> =>
    worker.evaluate(
      async ([url, begin]) => {
        const tab = (await chrome.tabs.query({})).find((one) => one.url === url)
        const [result] = await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? -1 },
          args: [begin],
          func: (start: boolean) => {
            const kept = globalThis as { heardByTest?: unknown[] }
            if (start) {
              const heard: unknown[] = (kept.heardByTest = [])
              chrome.runtime.onMessage.addListener((message) => {
                heard.push(message)
              })
            }
            return JSON.stringify(kept.heardByTest)
          },
        })
        return result?.result
      },
      [page.url(), listen] as const,
    )
  await run(true)
  return async () => String(await run(false))
}

function secretsOf(words: readonly string[], session: string, code: string): readonly Sought[] {
  const keys = [0, 1].map((addressIndex) => mnemonicToAccount(words.join(' '), { addressIndex }).getHdKey().privateKey)
  return [
    ...soughtWords(words),
    ...keys.map((key, at) => soughtBytes(`the private key of purse ${String(at)}`, key ?? Buffer.alloc(32))),
    soughtBytes('the view key', Buffer.from(session, 'base64')),
    soughtText('the password', password),
    soughtText('a wrong password', wrongPassword),
    soughtText('the PIN', pin),
    soughtText('the recovery code', code),
  ]
}

test('nothing secret is in what the worker tells, logs or refuses with, nor on any page', async ({ extension, world }) => {
  const logged: string[] = []
  extension.context.on('console', (message) => logged.push(message.text()))
  extension.context.on('weberror', (error) => logged.push(`${error.error().message}\n${String(error.error().stack)}`))
  const worker = await extension.worker()
  for (const one of extension.context.serviceWorkers()) one.on('console', (message) => logged.push(message.text()))
  await worker.evaluate(() => console.log('the worker is heard'))

  const desk = await extension.open('dashboard.html')
  await hearBroadcasts(desk)
  const { words } = await extension.ask(desk, 'wallet.create', { password })
  await extension.ask(desk, 'wallet.confirmBackup', {})
  await Reader.settle(extension, desk, world)
  const reader = await Reader.at(extension, world, desk)
  await world.fund(reader.address, '5')
  const article = await reader.visit(world.articles.fragment)
  await reader.card(article).expectText('Unlock for $0.10')
  const heardByScript = await hearInContentScript(reader, article)

  const { code } = await extension.askGuarded(desk, 'slots.addRecovery', {}, password)
  await extension.askGuarded(desk, 'purses.add', { name: 'Newspapers' }, password)
  await extension.askGuarded(desk, 'pin.set', { pin }, password)
  await extension.askGuarded(desk, 'words.read', {}, password)
  const session = String(await desk.evaluate(async () => (await chrome.storage.session.get(null))['wallet']))
  await reader.unlock(article)
  await reader.expectPayment('delivered')

  await reader.lock()
  const refusals = [
    await send(desk, 'wallet.unlock', { factor: { kind: 'password', password: wrongPassword } }),
    await send(desk, 'wallet.unlock', { factor: { kind: 'pin', pin: '480271936517' } }),
    await send(desk, 'wallet.unlock', { factor: { kind: 'recovery', code: `${code.slice(0, -1)}!` } }),
    await send(desk, 'wallet.restore', { words: words.join(' '), password: wrongPassword }),
    await send(desk, 'words.read', {}),
    await send(desk, 'wallet.create', { password: wrongPassword }),
  ]
  for (const refusal of refusals) expect(refusal.ok).toBe(false)
  await extension.ask(desk, 'wallet.unlock', { factor: { kind: 'recovery', code } })
  await expect.poll(() => logged).toContain('the worker is heard')

  const broadcasts = await desk.evaluate(() => JSON.stringify((globalThis as { heard?: unknown[] }).heard))
  expect(broadcasts, 'there was something to hear').toContain('wallet')
  const told = await heardByScript()
  expect(told, 'there was something to hear').toContain('fragment')
  const page = `${await article.content()}\n${await article.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]))}`
  const outside = [held('the log', logged.join('\n')), held('a refusal', JSON.stringify(refusals)), held('a broadcast', broadcasts), held('a message to a page', told), held('a page', page)]
  const secrets = secretsOf(words, session, code)
  expect(search(outside, secrets)).toEqual([])

  await test.step('a page learns nothing of the reader either', async () => {
    const known = [soughtText('the address of the purse', reader.address.slice(2)), soughtText('the balance', '4900000')]
    expect(search([held('a message to a page', told), held('a page', page)], known)).toEqual([])
  })

  await test.step('the search would find them', () => {
    expect(search([held('a log', `failed for ${password}`)], secrets)).not.toEqual([])
    expect(search([held('a log', session)], secrets)).not.toEqual([])
  })
})
