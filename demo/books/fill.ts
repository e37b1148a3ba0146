import { build } from 'esbuild'
import type { Page } from 'playwright'
import type { Address } from '../../src/core/hex'
import type { Filling } from './in-page'

/** What runs in a page of the extension, as one script. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2023', minify: true })
  return outputFiles[0]?.text ?? ''
}

/**
 * Fills the books of an unlocked wallet with years of reading. Nothing is paid, and no chain knows of it: the payments are
 * on the network of this machine.
 * @param page of the extension
 */
export async function fill(page: Page, payer: Address, filling: Partial<Filling> & Pick<Filling, 'payments'>): Promise<number> {
  await page.evaluate(await bundle('demo/books/in-page.ts'))
  const whole: Filling = { seed: 1821, until: Date.UTC(2026, 9, 1), network: 'eip155:31337', journals: true, copies: 0, signed: false, payer, ...filling }
  return page.evaluate((given) => globalThis.fillBooks(given), whole)
}
