import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { devMnemonic } from '../../demo/world/accounts'
import { bundle } from '../../demo/books/fill'
import { Extension, extensionUrl } from '../../e2e/support/extension'
import type { Input } from '../../src/messaging/contract'
import { historyQuestion } from '../../e2e/support/history'
import { password, type Fresh } from './fresh'
import type { Saved } from './in-page'
import type { Without } from './measure'

/** Readable files of the books, as the page of exports makes them, and one of them taken in by a wallet that is new. */
export interface MeasuredFiles {
  /** The first time after the payments were written, and once more. */
  readonly table: Saved
  readonly tableAgain: Saved
  /** Nothing of it was made ahead; the rest of this is how long that takes while nobody asks for anything, and the first file after it. */
  readonly documentUnmade: Saved
  readonly madeAhead: number | null
  readonly document: Saved
  readonly takenIn: number | null
  /** What plain rows cost as a table. */
  readonly savedPlain: number | null
}

type Wanted = Input<'export.begin'>['wanted']
const timeZone = 'Europe/Berlin'
const table: Wanted = { kind: 'table', timeZone, from: null, to: null }
const whole: Wanted = { kind: 'document' }
/** Bytes that go from the browser to this machine's disk at once. */
const atOnce = 8 * 1024 * 1024

export async function measureFiles(extension: Extension, page: Page, fresh: Fresh, without: Without): Promise<MeasuredFiles> {
  const save = async (wanted: Wanted): Promise<Saved> => {
    await fresh()
    const stepUp = await extension.prove(page, 'export.begin', { wanted }, { kind: 'password', password })
    return page.evaluate((input) => globalThis.books.save(input), { wanted, stepUp })
  }
  const savedPlain = without.has('peers') ? null : await page.evaluate(() => globalThis.books.savePlain())
  const [first, firstAgain] = [await save(table), await save(table)]
  const dropLines = (): Promise<void> => page.evaluate(() => globalThis.books.dropLines())
  await dropLines()
  const documentUnmade = await save(whole)
  await fresh()
  await dropLines()
  const madeAhead = await page.evaluate((input) => globalThis.books.untilLinesReady(input), historyQuestion({ limit: 1 }))
  const document = await save(whole)
  const takenIn = without.has('import') ? null : await measureImport(extension, page, document.bytes)
  return { table: first, tableAgain: firstAgain, documentUnmade, madeAhead, document, takenIn, savedPlain }
}

async function measureImport(extension: Extension, page: Page, bytes: number): Promise<number> {
  const path = join(extension.profile, 'books.json')
  await keep(page, bytes, path)
  const ms = await takeIn(path)
  rmSync(path)
  return ms
}

async function keep(page: Page, bytes: number, path: string): Promise<void> {
  writeFileSync(path, '')
  for (let from = 0; from < bytes; from += atOnce) {
    const piece = await page.evaluate(([begin, end]) => globalThis.books.saved(begin, end), [from, Math.min(bytes, from + atOnce)] as const)
    appendFileSync(path, Buffer.from(piece, 'base64'))
  }
}

/** By a browser that has just been set up with the same twelve words. */
async function takeIn(path: string): Promise<number> {
  const other = await Extension.launch()
  try {
    const page = await other.open('dashboard.html')
    await other.ask(page, 'wallet.restore', { words: devMnemonic, password })
    await page.goto(extensionUrl('manifest.json'))
    await page.evaluate(await bundle('bench/books/in-page.ts'))
    const stepUp = await other.prove(page, 'import.begin', { rules: false }, { kind: 'password', password })
    const field = await page.evaluateHandle(() => {
      const input = document.createElement('input')
      input.type = 'file'
      return document.body.appendChild(input)
    })
    await field.setInputFiles(path)
    const { ms } = await page.evaluate(
      ([input, proof]) => {
        const file = input.files?.[0]
        if (file === undefined) throw new Error('no file')
        return globalThis.books.give(file, { rules: false, stepUp: proof })
      },
      [field, stepUp] as const,
    )
    return ms
  } finally {
    await other.dispose()
  }
}
