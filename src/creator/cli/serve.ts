import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isBytes32, type Hex } from '../../core/hex'
import { serveFolder } from '../folder'
import { Misuse, needed, readAccount, readNetwork, readSite, runWith, type Command } from './command'

const usage = `farthing serve <folder> --to 0x… --facilitator https://…

Puts a folder of pages on a port and sells what stands in <pay-wall> with data-paid. What is for sale
is in no answer to anybody who has not paid.

  --to <account>           who is paid
  --facilitator <address>  the payment service that settles (x402)
  --site <address>         where it is read, behind whatever stands before it: https://ada.example
  --name <name>            what readers know the site by; its host name as long as nothing else is said
  --network <name>         base (as long as nothing else is said), base-sepolia, local
  --endpoint <address>     JSON-RPC of the chain
  --books <where>          a folder, or postgres://…; ./farthing-books as long as nothing else is said
  --port <number>          4021 as long as nothing else is said; 0 takes any
  --host <address>         127.0.0.1 as long as nothing else is said

FARTHING_KEY may hold the key of the account: prices and receipts are signed with it, and money is paid
back. Without it neither is done here.
`

/** `farthing serve`: runs until it is ended. */
export const serve: Command = (args, output) =>
  runWith(usage, args, output, async () => {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { to: text, facilitator: text, site: text, name: text, network: text, endpoint: text, books: text, port: text, host: text } })
    const [folder, more] = positionals
    if (folder === undefined || more !== undefined) throw new Misuse('Name one folder to sell from.')
    const pages = await folderOf(folder)
    const books = values.books ?? 'farthing-books'
    if (isWithin(resolve(books), pages)) throw new Misuse('The books may not lie in the folder that everybody can read.')
    const key = readKey()
    const served = await serveFolder({
      folder: pages,
      host: values.host ?? '127.0.0.1',
      port: readPort(values.port ?? '4021'),
      origin: values.site === undefined ? null : readSite(values.site).origin,
      name: values.name ?? null,
      payTo: readAccount(needed(values.to, 'to', 'the account that is paid.')),
      network: readNetwork(values.network ?? 'base'),
      facilitator: readSite(needed(values.facilitator, 'facilitator', 'the payment service that settles.')).href.replace(/\/+$/, ''),
      books,
      ...(values.endpoint !== undefined && { endpoint: values.endpoint }),
      ...(key !== null && { key }),
    })
    output.say(`Selling what is in ${folder} at ${served.origin}`)
    output.say(`Your desk, opened once within fifteen minutes: ${await served.shop.deskLink()}`)
    await new Promise((ended) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, ended)))
    await served.close()
    return 0
  })

async function folderOf(path: string): Promise<string> {
  const folder = resolve(path)
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() !== true) throw new Misuse(`${path} is no folder.`)
  return folder
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(join(folder, '/'))

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Misuse(`${text} is no port.`)
  return port
}

function readKey(): Hex | null {
  const key = process.env['FARTHING_KEY'] ?? ''
  if (key === '') return null
  if (!isBytes32(key)) throw new Misuse('FARTHING_KEY holds no key: 0x and 64 digits of hex.')
  return key
}
