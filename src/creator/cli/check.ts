import { parseArgs } from 'node:util'
import { isBytes32 } from '../../core/hex'
import { report } from '../../core/selling-check/report'
import { check as look } from '../check/check'
import { Misuse, readSite, runWith, type Command } from './command'

const usage = `farthing check <address> [--pay] [--json]

Looks at a page as wallets, search engines, readers and thieves do, and says what to mend.
Ends with 1 where something is wrong.

  --pay    buys the first thing the page sells, on test networks only, and looks at what a buyer gets;
           FARTHING_TEST_KEY holds the key of an account with test money
  --json   for programs
`

/** `farthing check`. */
export const check: Command = (args, output) =>
  runWith(usage, args, output, async () => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { pay: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } })
    const [address, more] = positionals
    if (address === undefined || more !== undefined) throw new Misuse('Name one page to look at.')
    const key = process.env['FARTHING_TEST_KEY'] ?? ''
    if (values.pay && !isBytes32(key)) throw new Misuse('FARTHING_TEST_KEY holds no key: 0x and 64 digits of hex.')
    const findings = await look(readPage(address), values.pay && isBytes32(key) ? { key } : {})
    output.say(values.json ? JSON.stringify(findings, null, 2) : report(findings))
    return findings.some(({ outcome }) => outcome === 'wrong') ? 1 : 0
  })

/** A page may have a query; otherwise as the address of a site. @throws Misuse */
function readPage(address: string): string {
  const [plain = '', query] = address.split('#')[0]?.split('?') ?? []
  const { href } = readSite(plain)
  return query === undefined ? href : `${href}?${query}`
}
