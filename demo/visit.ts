import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { isAddress } from 'viem'
import { findChromium } from '../scripts/browser.mjs'
import { buildCreator } from '../scripts/creator'
import { parseAddress } from '../src/core/authorization/address'
import { serveFolder, type ServedFolder } from '../src/creator/folder'
import { buildIfStale } from './build'
import { accounts, sellerKey } from './world/accounts'
import { adopt, end } from './world/child'
import { startWorld, type World } from './world/index'

const pocketMoney = '5'
/** Where the wallet looks for the chain of this machine by itself (core/networks). */
const usualEndpoint = 'http://127.0.0.1:8545'

/**
 * Opens a browser for somebody who sits here. Ends, with exit code 0, when the browser is closed or on Ctrl+C.
 * @param folder of pages that are sold beside the newspaper; null for none
 */
export async function visit(folder: string | null): Promise<number> {
  const executable = findChromium()
  if (executable === null) throw new Error('No Chromium was found. Name one in CHROMIUM_PATH.')
  buildIfStale('chrome')
  console.log('Starting a chain, a token, a facilitator and a newspaper on this machine …')
  const world = await startWorld()
  const profile = mkdtempSync(join(tmpdir(), 'farthing-visit-'))
  let site: ServedFolder | null = null
  try {
    site = folder === null ? null : await sell(folder, world, profile)
    const browser = openBrowser(executable, profile, site === null ? world.newspaper : `${site.origin}/`)
    console.log(guide(world, site?.origin ?? null))
    const stopListening = fundOnRequest(world)
    await Promise.race([once(browser, 'exit'), once(process, 'SIGINT'), once(process, 'SIGTERM')])
    stopListening()
    console.log('\nClosing everything.')
    await end(browser)
  } finally {
    await site?.close()
    await world.stop()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  return 0
}

/** A Chromium of its own, in an empty profile. The onboarding opens by itself, as after any installation. */
function openBrowser(executable: string, profile: string, page: string): ChildProcess {
  const extension = resolve('dist/chrome')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const flags = ['--no-first-run', '--no-default-browser-check', `--user-data-dir=${profile}`]
  const load = [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
  return adopt(spawn(executable, [...flags, ...load, ...sandbox, page], { stdio: 'ignore' }))
}

/** Somebody's own pages, sold with the creator kit on this world. */
async function sell(folder: string, { facilitator, chain }: World, place: string): Promise<ServedFolder> {
  await buildCreator()
  const payTo = parseAddress(accounts.seller)
  if (payTo === null) throw new Error('the seller has no account')
  return serveFolder({ folder: resolve(folder), host: '127.0.0.1', port: 4021, origin: null, name: null, payTo, key: sellerKey(), network: 'eip155:31337', facilitator, endpoint: chain.direct, books: join(place, 'books') })
}

const guide = ({ newspaper, chain, refundDesk }: World, site: string | null): string => `
A browser opens with two tabs: Farthing's first steps, and ${site === null ? 'a newspaper' : `your pages at ${site}; there is also a newspaper`} at ${newspaper}

  1. Make a wallet. Keep the twelve words for a moment: three are asked back. Choose "On every site".
  2. Open my purse, then Settings: switch on "Offer test networks", and put your purse on "Local".${
    chain.endpoint === usualEndpoint ? '' : `\n     Another program has the usual port, so write under "Address for Local": ${chain.endpoint}`
  }
  3. Copy the address of your purse from the overview, paste it here and press Enter: $${pocketMoney} of test money arrive.
     Enter alone sends another $${pocketMoney}.
  4. Open an article with a price in the newspaper, and press "Unlock" on the card.
  5. If you want your money back: the paper's people answer at
     ${refundDesk}

Close the browser or press Ctrl+C to stop everything.
`

/** Every address typed into this terminal gets money. Returns what ends the listening. */
function fundOnRequest(world: World): () => void {
  const terminal = createInterface({ input: process.stdin })
  let last: `0x${string}` | null = null
  terminal.on('line', (line) => {
    const typed = line.trim()
    if (isAddress(typed, { strict: false })) last = typed
    else if (typed !== '') console.log('That is not an address: one begins with 0x and has 40 letters and digits after that.')
    if (last === null || (typed !== '' && typed !== last)) return
    const told = `$${pocketMoney} sent to ${last}.`
    world.fund(last, pocketMoney).then(() => console.log(told), (error: unknown) => console.error(error))
  })
  return () => terminal.close()
}
