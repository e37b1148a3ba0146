import type { Page } from 'playwright'
import { offered, type Tag } from '../../src/core/words/languages'
import { test } from '../hostile/test'
import { barriers } from '../support/access'
import { speaks } from '../support/languages'
import { answers, dialogs, emptyPages, help, otherBeginnings, otherQuestions, receiptsFile, warned } from '../support/more-screens'
import { firstPages, ownPages, paying } from '../support/screens'
import { expect } from '../support/test'

/** What `npm test` measures of the screens in English, of all of them in every language, or in those that FARTHING_LANGUAGES names. */

const wanted = (process.env['FARTHING_LANGUAGES'] ?? '').split(' ').filter((tag): tag is Tag => (offered as readonly string[]).includes(tag))
const tags: readonly Tag[] = wanted.length > 0 ? wanted : offered

async function show(page: Page, screen: string, shape: 'page' | 'window'): Promise<void> {
  if (shape === 'window') await page.setViewportSize({ width: 400, height: 640 })
  for (const tag of tags) {
    await speaks(page, tag)
    expect.soft(await barriers(page, shape), `${screen}, ${tag}`).toEqual([])
  }
  await speaks(page, 'en')
}

test.beforeEach(({ extension }) => extension.context.setDefaultTimeout(20_000))

test('first pages', ({ extension }) => firstPages(extension, show))

test('paying', ({ reader, evil }) => paying(reader, evil, show))

test('the reader’s own pages', ({ reader }) => ownPages(reader, show))

test('other beginnings', ({ extension }) => otherBeginnings(extension, show))

test('empty pages', ({ reader }) => emptyPages(reader, show))

test('other questions', ({ reader, evil }) => otherQuestions(reader, evil, show))

test('a warning', ({ reader, evil }) => warned(reader, evil, show))

test('answers to requests', ({ reader }) => answers(reader, show))

test('dialogs', ({ reader }) => dialogs(reader, show))

test('help', ({ reader }) => help(reader, show))

test('receipts in a file', async ({ reader }) => {
  const open = await receiptsFile(reader)
  for (const tag of tags) {
    await speaks(reader.desk, tag)
    const page = await open()
    expect.soft(await barriers(page, 'page'), `Receipts, ${tag}`).toEqual([])
    await page.close()
  }
})
