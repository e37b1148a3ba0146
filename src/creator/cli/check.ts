import { parseArgs } from 'node:util'
import { isBytes32 } from '../../core/hex'
import { check } from '../check/check'
import { report } from '../check/report'

export const checkUsage = `farthing check <url> [--pay] [--json]
  Looks at a page as wallets, search engines, readers and thieves do, and says what to mend.
  --pay   buys the first thing it sells with the key in FARTHING_TEST_KEY, on test networks only`

/**
 * `farthing check`.
 * @returns 0 where nothing is wrong, else 1
 * @throws in words where the command cannot be meant, or nothing answers
 */
export async function checkCommand(args: readonly string[], write: (line: string) => void, env: Readonly<Record<string, string | undefined>>): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { pay: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } })
  const [url] = positionals
  if (url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Error(checkUsage)
  const key = env['FARTHING_TEST_KEY'] ?? ''
  if (values.pay && !isBytes32(key)) throw new Error('FARTHING_TEST_KEY holds no key: 0x and 64 digits of hex, of an account with test money.')
  const findings = await check(new URL(url).href, values.pay && isBytes32(key) ? { key } : {})
  write(values.json ? JSON.stringify(findings, null, 2) : report(findings))
  return findings.some(({ outcome }) => outcome === 'wrong') ? 1 : 0
}
