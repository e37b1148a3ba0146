import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright'
import { launchChromiumWith } from '../../e2e/support/chromium'
import { Extension, launchWithout } from '../../e2e/support/extension'
import { password } from '../books/fresh'

/** The same browser, and what is in it. */
export interface Browsers {
  readonly none: BrowserContext
  /** An extension whose content script is an empty file: what the browser takes for having any. */
  readonly bare: BrowserContext
  readonly farthing: BrowserContext
  /** Where Farthing's browser keeps its profile. */
  readonly profile: string
  close(): Promise<void>
}

export async function openBrowsers(): Promise<Browsers> {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-bench-'))
  const [none, bare, farthing] = [await launchWithout(), await launchChromiumWith(join(folder, 'profile'), bareExtension(folder)), await openFarthing()]
  const close = async (): Promise<void> => {
    await none.dispose()
    await bare.close()
    await farthing.dispose()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { none: none.context, bare, farthing: farthing.context, profile: farthing.profile, close }
}

/** With a wallet that is open, and that looks at every site. */
async function openFarthing(): Promise<Extension> {
  const extension = await Extension.launch()
  const desk = await extension.open('dashboard.html')
  await extension.ask(desk, 'wallet.create', { password })
  await extension.ask(desk, 'wallet.confirmBackup', {})
  await extension.askGuarded(desk, 'settings.change', { access: 'everywhere' }, password)
  await desk.close()
  return extension
}

function bareExtension(folder: string): string {
  const path = join(folder, 'bare')
  mkdirSync(path)
  const script = { matches: ['*://*/*'], js: ['empty.js'], run_at: 'document_start' }
  writeFileSync(join(path, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Bare', version: '1', content_scripts: [script] }))
  writeFileSync(join(path, 'empty.js'), '')
  return path
}
