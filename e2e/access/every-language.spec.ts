import type { Page } from 'playwright'
import { test } from '../hostile/test'
import { barriers } from '../support/access'
import { everyScreen } from '../support/every-screen'
import { lookedAt, speaks } from '../support/languages'
import { receiptsFile } from '../support/more-screens'
import { expect } from '../support/test'

/** What `npm test` measures of the screens in English, of all of them in every language, or in those that FARTHING_LANGUAGES names. */

async function show(page: Page, screen: string, shape: 'page' | 'window'): Promise<void> {
  if (shape === 'window') await page.setViewportSize({ width: 400, height: 640 })
  for (const tag of lookedAt) {
    await speaks(page, tag)
    expect.soft(await barriers(page, shape), `${screen}, ${tag}`).toEqual([])
  }
  await speaks(page, 'en')
}

everyScreen(show)

test('receipts in a file', async ({ reader }) => {
  const open = await receiptsFile(reader)
  for (const tag of lookedAt) {
    await speaks(reader.desk, tag)
    const page = await open()
    expect.soft(await barriers(page, 'page'), `Receipts, ${tag}`).toEqual([])
    await page.close()
  }
})
