/**
 * `npm run sell -- my-site`: sells what stands in <pay-wall> with data-paid in a folder of pages, on the world of this machine; a first
 * reader buys it at once, with test money, and what they would want mended is said. Ctrl+C ends it. To buy with the wallet in a browser:
 * `npm start -- --sell my-site`.
 *
 *   --to 0x…    the account that is paid; a development account as long as nothing else is said
 *   --once      ends after the first sale
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { parseAddress } from '../src/core/authorization/address'
import { formatToken } from '../src/core/money'
import { check } from '../src/creator/check/check'
import { report } from '../src/core/selling-check/report'
import { buildCreator } from '../scripts/creator'
import { serveFolder } from '../src/creator/folder'
import { accounts, sellerKey } from './world/accounts'
import { startWorld } from './world/index'
import { tokenDecimals } from './world/token'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' }, once: { type: 'boolean', default: false } } })
const folder = resolve(positionals[0] ?? '')
const account = parseAddress(values.to ?? accounts.seller)
if (positionals.length !== 1 || !statSync(folder, { throwIfNoEntry: false })?.isDirectory() || account === null) {
  console.error('npm run sell -- <folder of pages> [--to 0x…] [--once]')
  process.exit(2)
}
const payTo = account

console.log('Starting a chain, a token and a payment service on this machine …')
await buildCreator()
const world = await startWorld()
const books = mkdtempSync(join(tmpdir(), 'farthing-books-'))
try {
  const key = values.to === undefined ? { key: sellerKey() } : {}
  const site = await serveFolder({ folder, host: '127.0.0.1', port: 4021, origin: null, name: null, payTo, network: 'eip155:31337', facilitator: world.facilitator, endpoint: world.chain.direct, books, ...key })
  try {
    console.log(`Your pages: ${site.origin}/`)
    await sellFirst(`${site.origin}/`)
    if (!values.once) {
      console.log('\nIt goes on being sold. Ctrl+C ends it.')
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    }
  } finally {
    await site.close()
  }
} finally {
  await world.stop()
  rmSync(books, { recursive: true, force: true })
}

/** A reader with a dollar of test money buys the first thing there is, as the checker does. */
async function sellFirst(page: string): Promise<void> {
  const reader = generatePrivateKey()
  await world.fund(privateKeyToAccount(reader).address, '1')
  const before = await world.balanceOf(payTo)
  const findings = await check(page, { key: reader })
  console.log(`\n${report(findings)}\n`)
  const earned = (await world.balanceOf(payTo)) - before
  console.log(earned > 0n ? `Sold. Your account has ${formatToken(earned, { decimals: tokenDecimals, symbol: 'USDC' })} more than before.` : 'Nothing was sold.')
}
