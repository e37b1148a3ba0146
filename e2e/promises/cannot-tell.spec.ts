import { readdirSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { en as words } from '../../src/core/words/en'
import { startProber, type Dossier, type Prober } from '../hostile/prober'
import { listen, readEverything, type Readings } from '../hostile/spy-page'
import { test as base } from '../hostile/test'
import type { HostileServer } from '../hostile/server'
import { Extension, extensionUrl, launchWithout } from '../support/extension'
import { afterLastLook } from '../support/last-look'
import { Reader } from '../support/reader'
import { expect } from '../support/test'
import { long } from '../support/long'

interface Fixtures {
  readonly prober: Prober
  /** A browser in which there is no wallet. */
  readonly bare: BrowserContext
  /** A reader of whom there is much to learn: money in the purse, the wallet open, something bought before. */
  readonly known: Reader
}

const secretTitle = 'A pamphlet nobody must know of'

async function buySomething(reader: Reader, evil: HostileServer): Promise<void> {
  const body = `<!doctype html><title>${secretTitle}</title><h1>${secretTitle}</h1>`
  evil.sell('/before', { article: '<h1>The whole piece</h1>', asking: { body } })
  const page = await reader.visit(evil.url('/before'))
  const approval = await reader.ask(page)
  await approval.pay()
  await reader.expectPayment('delivered')
  // It says what was bought for a while: it is not one of those that are counted later.
  await approval.shut()
  await page.close()
}

const test = base.extend<Fixtures>({
  prober: async ({}, use) => {
    const prober = await startProber()
    await use(prober)
    await prober.close()
  },
  bare: async ({}, use) => {
    const bare = await launchWithout()
    await use(bare.context)
    await bare.dispose()
  },
  known: async ({ reader, evil }, use) => {
    await buySomething(reader, evil)
    await use(reader)
  },
})

/** Every file of the build. */
const build = resolve('dist/chrome-granted')
const files = readdirSync(build, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => relative(build, resolve(parentPath, name)))

async function dossier(context: BrowserContext, prober: Prober, url: string, tried = files): Promise<Dossier> {
  const page = await context.newPage()
  const found = await prober.visit(page, url, tried)
  await page.close()
  return found
}

test.describe('a page that asks for no payment cannot tell that the wallet is there', () => {
  test('it finds what it finds in a browser without one, and so does its server', async ({ known, prober, bare }) => {
    // Every file of the package is tried in ten ways, four times over.
    test.slow()
    for (const kind of ['quiet', 'clobbered'] as const) {
      await test.step(kind, async () => {
        const without = await dossier(bare, prober, prober[kind])
        const within = await dossier(known.extension.context, prober, prober[kind])
        expect(within).toEqual(without)
        expect(Object.keys(within.loads).length).toBe(files.length * 10)
        expect(within.requests.length).toBeGreaterThan(1)
      })
    }
  })

  test('it is not held up', long, async ({ known, prober, bare }) => {
    const loads = 5
    const longTasks = async (context: BrowserContext): Promise<number> => {
      let sum = 0
      const page = await context.newPage()
      for (let load = 0; load < loads; load += 1) {
        await page.goto(prober.plain)
        await afterLastLook(page)
        sum += await page.evaluate(() => (Reflect.get(window, 'longTasks') as unknown[]).length)
      }
      await page.close()
      return sum
    }
    const without = await longTasks(bare)
    const within = await longTasks(known.extension.context)
    // A machine that is busy with something else holds a page up now and then; a script that does, does it at every load.
    expect(within).toBeLessThan(without + 2 * loads)
  })
})

test.describe('a page that asks for a payment can tell only while the card is switched on', () => {
  test('switched off: page and server find what they find without a wallet', async ({ known, prober, bare }) => {
    await known.extension.ask(known.desk, 'settings.change', { cardInPages: false })
    const without = await dossier(bare, prober, prober.asking, [])
    const within = await dossier(known.extension.context, prober, prober.asking, [])
    expect(within).toEqual(without)
  })

  test('switched off: the reader still learns the price, by the button', async ({ known, prober }) => {
    await known.extension.ask(known.desk, 'settings.change', { cardInPages: false })
    const page = await known.visit(prober.tag)
    await page.bringToFront()
    await expect.poll(async () => (await known.extension.ask(known.desk, 'tab.read', {})).items.map(({ price }) => price?.atomic)).toEqual(['10000'])
  })
})

test.describe('a page that asks for a payment never learns who is reading', () => {
  /** What the page and its server get to know in an hour with the card. */
  async function spyOn(reader: Reader, prober: Prober): Promise<{ readonly readings: Readings; readonly dossier: Dossier; readonly page: Page }> {
    const found = await dossier(reader.extension.context, prober, prober.asking, [])
    const page = await reader.visit(prober.asking)
    await reader.card(page).expectText('Unlock for $0.01')
    await page.evaluate(listen)
    // Into the card, by the keyboard and by the mouse, and around in it.
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('Tab')
    await page.keyboard.type('who')
    const { x, y } = await middleOf(page)
    await page.mouse.dblclick(x, y - 40)
    await page.mouse.move(x - 100, y - 60)
    await page.mouse.down()
    await page.mouse.move(x + 100, y + 60)
    await page.mouse.up()
    const searched = [...secrets(reader), words.card.notDeclared, words.card.payee, 'Unlock for', 'Farthing', 'Yours to keep']
    return { readings: await page.evaluate(readEverything, searched), dossier: found, page }
  }

  /**
   * Without what is chance: whether the card comes before or after the page has loaded, from where on its changes are noted, and
   * how often the wallet asks for a price. What its requests are like must be the same.
   */
  const lasting = (found: Dossier): object => {
    const kinds = new Set(found.requests.map((request) => request.replace(/^GET \S+ /, '')))
    return { ...found, mutations: [], calls: {}, requests: [...kinds].sort() }
  }

  /** Without when the browser gets round to telling that a selection has changed: the last of these comes before or after the look. */
  const steady = (readings: Readings): Readings => ({ ...readings, keys: readings.keys.filter((key) => !key.startsWith('selectionchange')) })

  const middleOf = (page: Page) =>
    page.evaluate(() => {
      const { x, y, width, height } = (document.documentElement.lastElementChild as HTMLElement).getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })

  /** In every spelling in which it could get out. */
  const secrets = ({ address }: Reader): readonly string[] => ['4.99', '4,99', '4990000', '5.00', '5000000', address, address.toLowerCase(), secretTitle, 'evil.localhost']

  test('nothing of balance, limits, history or identity is to be read, and a stranger’s card reads the same', async ({ known, world, prober }) => {
    const spied = await spyOn(known, prober)
    await test.step('the page knows that something is there', () => {
      expect(spied.dossier.elements).toContain('DIV')
      expect(spied.readings.host).toMatchObject({ root: 'null', defined: 'true', attributes: '', children: '0', internals: 'NotSupportedError', second: 'NotSupportedError' })
    })
    await test.step('and nothing of what it says', async () => {
      // The words on a button can be searched for. They are the seller's own price.
      expect(spied.readings.found.filter((word) => word !== 'Unlock for')).toEqual([])
      const everything = JSON.stringify([spied.readings, spied.dossier]).toLowerCase()
      for (const secret of secrets(known)) expect(everything, secret).not.toContain(secret.toLowerCase())
      for (const text of [words.card.notDeclared, words.card.creator, words.card.payee, words.card.keepForever]) expect(everything).not.toContain(text.toLowerCase())
      expect(spied.readings.keys.filter((key) => key.startsWith('keydown')).length, 'keys were pressed').toBeGreaterThan(5)
      for (const key of spied.readings.keys) expect(key).not.toMatch(/ASIDE|BUTTON|HEADER/)
    })
    await test.step('the card itself says only what the seller knows', async () => {
      const said = await known.card(spied.page).text()
      expect(said).toContain('$0.01')
      for (const secret of secrets(known)) expect(said.toLowerCase(), secret).not.toContain(secret.toLowerCase())
    })
    await test.step('somebody else, whose wallet is new, empty and locked, is not told apart', async () => {
      const other = await Extension.launch()
      try {
        const stranger = await Reader.withPurse(other, world, '0')
        await stranger.lock()
        const { readings, dossier: found } = await spyOn(stranger, prober)
        expect({ readings: steady(readings), dossier: lasting(found) }).toEqual({ readings: steady(spied.readings), dossier: lasting(spied.dossier) })
      } finally {
        await other.dispose()
      }
    })
  })

  test('a card that the page moves, blows up and covers agrees to nothing', async ({ known, prober }) => {
    const page = await known.visit(prober.asking)
    await known.card(page).expectText('Unlock for $0.01')
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement
      const stage = document.createElement('div')
      stage.style.cssText = 'position: fixed; inset: 0; transform: scale(4); transform-origin: bottom right; opacity: 0.02'
      stage.append(host)
      const bait = document.createElement('div')
      bait.style.cssText = 'position: fixed; inset: 0; pointer-events: none'
      bait.textContent = 'Click anywhere to win'
      document.body.append(stage, bait)
    })
    for (let x = 40; x < 1280; x += 120) for (let y = 40; y < 860; y += 90) await page.mouse.click(x, y)
    await page.keyboard.press('Tab')
    for (const key of ['Enter', 'Space', 'Enter']) await page.keyboard.press(key)
    const opened = known.extension.context.pages().filter((one) => one.url().startsWith(extensionUrl('approval.html')))
    expect(opened.length).toBeLessThanOrEqual(1)
    expect(await known.payments()).toHaveLength(1)
    expect(await known.balance()).toBe(4_990_000n)
  })
})
