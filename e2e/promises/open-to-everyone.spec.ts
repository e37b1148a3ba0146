import type { Page } from 'playwright'
import { test } from '../hostile/test'
import { barriers } from '../support/access'
import { cardBarriers } from '../support/card-access'
import { firstPages, ownPages, paying } from '../support/screens'
import { expect } from '../support/test'

/**
 * Nobody is kept out: every screen is open to those who see little or nothing, press keys, enlarge and space out text, or want no
 * movement (WCAG 2.2, A and AA). In English here; `npm run test:access` does the same in every language.
 */

async function show(page: Page, screen: string, shape: 'page' | 'window'): Promise<void> {
  if (shape === 'window') await page.setViewportSize({ width: 400, height: 640 })
  expect.soft(await barriers(page, shape), screen).toEqual([])
}

test('the first pages', ({ extension }) => firstPages(extension, show))

test('what is asked beside a page', ({ reader, evil }) => paying(reader, evil, show))

test('the card in the page, in each of its states', async ({ reader, world }) => {
  const page = await reader.visit(world.articles.paid)
  await reader.card(page).expectText(/Unlock for/)
  expect(await cardBarriers(reader, page)).toEqual([])
})

test('the reader’s own pages', async ({ reader }) => {
  test.slow()
  await ownPages(reader, show)
})
