/**
 * `npm run demo:books -- --payments 100000`: a wallet with years of reading in its books, made up and the same every time, in a
 * profile of its own. Opens the history where there is a display; prints how to open it again.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Extension, extensionUrl } from '../e2e/support/extension'
import type { Address } from '../src/core/hex'
import { fill } from './books/fill'
import { buildIfStale } from './build'

const { values } = parseArgs({ options: { payments: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1821' }, profile: { type: 'string' }, look: { type: 'boolean', default: false } } })
const payments = Number(values.payments)
if (!Number.isSafeInteger(payments) || payments < 1) throw new Error('--payments takes a whole number above zero.')
const password = 'wren on a copper coin 1821'
const profile = values.profile ?? mkdtempSync(join(tmpdir(), 'farthing-books-'))

buildIfStale('chrome-granted')
const extension = await Extension.launch({ profile, headless: !values.look, ownSizes: true })
try {
  const page = await extension.open('dashboard.html')
  await extension.ask(page, 'wallet.create', { password })
  await extension.ask(page, 'wallet.confirmBackup', {})
  const { address } = await extension.ask(page, 'account.read', {})
  const began = performance.now()
  const written = await fill(page, address.toLowerCase() as Address, { payments, seed: Number(values.seed), until: Date.now() })
  console.log(`${written.toLocaleString('en')} payments in ${((performance.now() - began) / 1000).toFixed(0)} s.\nProfile: ${profile}\nPassword: ${password}`)
  if (values.look) {
    await page.goto(extensionUrl('dashboard.html#/history'))
    await new Promise<void>((resolve) => extension.context.on('close', () => resolve()))
  }
} finally {
  if (!extension.isClosed) await extension.quit()
}
