import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { base64urlnopad } from '@scure/base'
import { formatPrice, fromDecimal } from '../../core/money'
import { tableOnly } from '../../core/money/rates'
import { buildSite, type Built, type Remark } from '../sealed/build/build'
import { secretName } from '../sealed/build/files'
import { readKeysFile, readPublicKey, wellKnown, type KeyService } from '../sealed/service-key'
import { Misuse, needed, readAccount, readNetwork, readSite, runWith, type Command, type Output } from './command'

const usage = `farthing build <folder> --out <folder> --site https://ada.example --to 0x… --keys https://keys.example

Makes of a folder one that can be published by any host that serves files: what stands in
<pay-wall> with data-paid is sealed, everything else is copied as it is.

  --out <folder>      where the result goes
  --site <address>    where it will be read
  --to <account>      who is paid
  --keys <address>    a key service that sells what is sealed; several, and readers go on to the next
                      where one does not answer. With # and its public key: nobody is asked for it
  --price <dollars>   for tags that name no price: 0.10
  --network <name>    base (as long as nothing else is said), base-sepolia, local
  --until <day>       the last day on which it is sold at this price: 2027-12-31
  --memory <folder>   where ${secretName} and farthing.json are kept; the folder that holds the source
`

const decimals = 6
const day = 24 * 60 * 60
/** Milliseconds a key service has for one answer. */
const patience = 10_000
const mostServices = 4

/** `farthing build`. */
export const build: Command = (args, output) =>
  runWith(usage, args, output, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, site: { type: 'string' }, to: { type: 'string' }, keys: { type: 'string', multiple: true }, price: { type: 'string' }, network: { type: 'string' }, until: { type: 'string' }, memory: { type: 'string' } },
    })
    const [source, more] = positionals
    if (source === undefined || more !== undefined) throw new Misuse('Name one folder to build from.')
    const site = readSite(needed(values.site, 'site', 'where the articles will be read.'))
    const memory = values.memory ?? dirname(resolve(source))
    const options = {
      source,
      out: needed(values.out, 'out', 'where the result goes.'),
      memory,
      site: new URL(site.pathname.endsWith('/') ? site.href : `${site.href}/`),
      payTo: readAccount(needed(values.to, 'to', 'the account that is paid.')),
      network: readNetwork(values.network ?? 'base'),
      price: values.price === undefined ? null : readPrice(values.price),
      until: values.until === undefined ? null : readDay(values.until),
      services: await readServices(needed(values.keys, 'keys', 'the service that sells the keys.'), output),
    }
    const result = await buildSite({ ...options, progress: (path) => output.say(`sealed  ${path}`) })
    if (result.type === 'refused') {
      output.complain('Nothing was published, because:')
      for (const fault of result.faults) output.complain(remark(fault))
      return 1
    }
    report(result, output)
    if (await mayBeCommitted(memory)) output.complain(remark({ file: join(memory, secretName), sentence: 'Name it in .gitignore: who has it can read everything you sell.' }))
    return 0
  })

function readPrice(text: string): bigint {
  const price = fromDecimal(text, decimals)
  if (price === null || price <= 0n) throw new Misuse(`${text} is no price. Write dollars with a point: 0.10`)
  return price
}

/** The end of a day (UTC), in seconds since 1970. */
function readDay(text: string): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(start)) throw new Misuse(`${text} is no day. It has the form 2027-12-31`)
  return start / 1000 + day
}

async function readServices(texts: readonly string[], output: Output): Promise<[KeyService, ...KeyService[]]> {
  if (texts.length > mostServices) throw new Misuse(`At most ${mostServices} services can be named.`)
  const [first, ...others] = await Promise.all(texts.map((text) => readService(text, output)))
  if (first === undefined) throw new Misuse('--keys is missing.')
  return [first, ...others]
}

async function readService(text: string, output: Output): Promise<KeyService> {
  const url = readSite(text)
  const pinned = url.hash.slice(1)
  url.hash = ''
  const address = url.href.replace(/\/+$/, '')
  if (pinned !== '') {
    const publicKey = readPublicKey(pinned)
    if (publicKey === null) throw new Misuse(`What stands behind # in ${text} is no public key.`)
    return { address, publicKey }
  }
  const answer = await fetch(`${address}${wellKnown}`, { signal: AbortSignal.timeout(patience), redirect: 'error' }).catch(() => null)
  const publicKey = answer?.ok === true ? readKeysFile(await answer.text()) : null
  if (publicKey === null) throw new Error(`${address} does not say its public key. Is it running, and is it a key service?`)
  output.say(`asked   ${address} for its public key. To have it fixed: --keys ${address}#${base64urlnopad.encode(publicKey)}`)
  return { address, publicKey }
}

function report({ parts, copied, secretIsNew, advice }: Built, output: Output): void {
  const rows = parts.map(({ page, title, price, isNewAddress }) => [page, title, formatPrice(price, decimals, { currency: 'USD', locale: 'en-US', rates: tableOnly }), isNewAddress ? 'new address' : ''])
  const width = (column: number): number => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0))
  output.say('')
  for (const [page = '', title = '', price = '', note = ''] of rows) output.say(`  ${page.padEnd(width(0))}  ${title.padEnd(width(1))}  ${price.padStart(width(2))}  ${note}`.trimEnd())
  output.say(`${rows.length === 0 ? 'Nothing is for sale here. ' : '\n'}${count(rows.length, 'part')} sealed, ${count(copied, 'file')} copied.`)
  if (secretIsNew) output.say(`The secret of this site is new, in ${secretName}. Keep a copy where nobody else reads it: without it, whoever has bought has to buy again.`)
  for (const one of advice) output.complain(remark(one))
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
const remark = ({ file, sentence }: Remark): string => `  ${file}: ${sentence}`

/** Whether the secret lies where git would take it. */
async function mayBeCommitted(memory: string): Promise<boolean> {
  const isRepository = await stat(join(memory, '.git')).then(() => true, () => false)
  const ignored = await readFile(join(memory, '.gitignore'), 'utf8').catch(() => '')
  return isRepository && !ignored.includes(secretName)
}
