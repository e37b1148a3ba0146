import type { Locator } from 'playwright'
import { hurries, issue } from '../support/allowance'
import { speaks } from '../support/languages'
import { cutOff, toTheme, unfit } from '../support/looks'
import { expect, test } from '../support/test'
import { askToTip } from '../support/tipping'

const dollars = (atomic: bigint): string => `$${String(atomic / 1_000_000n)}.${String((atomic / 10_000n) % 100n).padStart(2, '0')}`

/** Copper, as tokens.css has it. */
const copper = { light: [154, 79, 22], dark: [226, 154, 91] } as const

function hasPixel(canvas: Locator, colour: readonly number[]): Promise<boolean> {
  return canvas.evaluate((element, wanted) => {
    const { width, height } = element as HTMLCanvasElement
    const data = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255 && wanted.every((part, offset) => data[at + offset] === part)) return true
    return false
  }, colour)
}

test('a reader sees where the money went: as the chain has it, in a picture and in a table, by keyboard, without a network', async ({ reader, world }) => {
  test.slow()
  await hurries(reader)
  const before = await reader.balance()
  for (const number of [1, 2]) {
    const page = await reader.visit(await issue(reader, number))
    await reader.unlock(page)
    await page.close()
  }
  await reader.visit(world.articles.free)
  const tip = await askToTip(reader, 'Tip ')
  await tip.page.getByRole('button', { name: '$0.50', exact: true }).click()
  await tip.tip()
  await expect.poll(async () => (await reader.payments()).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered'])
  const spent = dollars(before - (await reader.balance()))
  expect(spent).toBe('$0.60')

  await reader.extension.context.setOffline(true)
  world.setEndpoint({ down: true })
  try {
    const page = await reader.extension.open('dashboard.html')
    const card = (title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    await expect(card('This month').locator('.amount-price')).toHaveText(spent)
    await expect(card('By kind').getByRole('row').filter({ hasText: 'Pieces unlocked 2 payments' })).toContainText('$0.10')
    await expect(card('By kind').getByRole('row').filter({ hasText: 'Tips one payment' })).toContainText('$0.50')
    await expect(card('By site')).toContainText(`All of it went to ${new URL(world.articles.paid).host}.`)

    const time = card('Over time')
    await test.step('the last bar says what the first line of the table says', async () => {
      await expect(time).toContainText(`${spent} in 3 payments, all of it`)
      const { x, y, width, height } = (await time.locator('.u-over').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      await page.mouse.move(x + width * (29.5 / 30), y + height / 2)
      await expect(time.locator('.chart-pointed')).toHaveText(new RegExp(`: \\${spent} in 3 payments$`))
      await page.mouse.move(x + width * (3.5 / 30), y + height / 2)
      await expect(time.locator('.chart-pointed')).toHaveText(/: nothing$/)
    })

    await test.step('where words run from right to left, time does as well', async () => {
      await speaks(page, 'ar')
      const over = page.locator('.chart .u-over')
      const pointed = page.locator('.chart-pointed')
      // Drawn anew a moment after the words: the scale has to be on the other side.
      await expect.poll(() => over.evaluate((element: HTMLElement) => element.offsetLeft * 2 + element.offsetWidth < (element.parentElement?.offsetWidth ?? 0))).toBe(true)
      const { x, y, width, height } = (await over.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      await page.mouse.move(x + width * (0.5 / 30), y + height / 2)
      await expect(pointed).toContainText(spent.slice(1))
      await page.mouse.move(x + width * (29.5 / 30), y + height / 2)
      await expect(pointed).not.toContainText(spent.slice(1))
      await speaks(page, 'en')
    })

    await test.step('it is drawn in the colours of the theme, whichever it is', async () => {
      await expect.poll(() => hasPixel(time.locator('canvas'), copper.light)).toBe(true)
      await toTheme(page, 'dark')
      await expect.poll(() => hasPixel(time.locator('canvas'), copper.dark)).toBe(true)
      expect(await hasPixel(time.locator('canvas'), copper.light)).toBe(false)
      expect(await unfit(page)).toEqual([])
      await reader.extension.seeAs(page, { colorScheme: 'light', forcedColors: 'active' })
      await expect.poll(() => hasPixel(time.locator('canvas'), copper.dark)).toBe(false)
      expect(await hasPixel(time.locator('canvas'), copper.light), 'the system’s colours, and none of the wallet’s').toBe(false)
      expect(await unfit(page)).toEqual([])
      await reader.extension.seeAs(page, { forcedColors: 'none' })
      await page.setViewportSize({ width: 400, height: 800 })
      await expect.poll(() => cutOff(page)).toEqual([])
    })

    await test.step('all of it can be reached with the keyboard', async () => {
      await page.locator('body').click({ position: { x: 1, y: 1 } })
      const choice = time.getByLabel('Show')
      await expect(async () => {
        await page.keyboard.press('Tab')
        expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true)
      }).toPass({ intervals: [0] })
      await expect(time.getByRole('img'), 'the picture has a name, and says where the same stands').toHaveAccessibleName(/table/)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await expect(time.getByLabel('Show')).toHaveValue('months12')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const [line, total] = [time.locator('tbody tr'), time.locator('tfoot tr')]
      await expect(line).toHaveCount(1)
      const table = time.getByRole('table')
      await expect(table).toHaveAccessibleName(/./)
      await expect(table.getByRole('columnheader')).toHaveText(['When', 'Pieces', 'Tips', 'Together'])
      await expect(table.getByRole('rowheader')).toHaveCount(2)
      await expect(line).toContainText(`$0.10$0.50${spent}`)
      await expect(total).toContainText(`$0.10$0.50${spent}`)
      await page.keyboard.press('Tab')
      await expect(line.getByRole('link')).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/#\/history\?from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d$/)
      await expect(page.getByRole('grid').getByRole('rowheader')).toHaveCount(3)
    })
  } finally {
    world.setEndpoint({ down: false })
    await reader.extension.context.setOffline(false)
  }
})
