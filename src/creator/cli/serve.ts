import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { serveFolder, type FolderOptions } from '../folder'
import { paths } from '../options'
import { accountKey } from './account-key'
import { Misuse, needed, readAccount, readNetwork, readPort, readSite, runWith, untilEnded, type Command } from './command'
import { readRefunds, readTips } from './offers'

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

  --tips <dollars,…>       takes tips at /farthing/tip, and suggests these: 0.50,1,3
  --tips-title <title>     what readers see on the button; “Tip” and the name as long as nothing else is said
  --refunds <time>         within which readers may ask for their money back: P14D, P2W, PT12H
  --contact <address>      where they can write instead: ada@ada.example
  --policy <address>       a page of yours that explains it
  --desk                   prints a link that opens your desk once, within fifteen minutes
  --key-file <file>        holds the key of the account, and can be read by you alone

The key may be in FARTHING_KEY instead. Prices and receipts are signed with it, and money is paid back.
Without it neither is done here: you pay back from your own wallet.
`

const text = { type: 'string' } as const
const known = {
  to: text, facilitator: text, site: text, name: text, network: text, endpoint: text, books: text, port: text, host: text,
  tips: text, 'tips-title': text, refunds: text, contact: text, policy: text, 'key-file': text, desk: { type: 'boolean' },
} as const

/** `farthing serve`: runs until it is ended. */
export const serve: Command = (args, output) =>
  runWith(usage, args, output, async () => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: known })
    const [folder, more] = positionals
    if (folder === undefined || more !== undefined) throw new Misuse('Name one folder to sell from.')
    const options = await readOptions(folder, values)
    const served = await serveFolder(options)
    output.say(`Selling what is in ${folder} at ${served.origin}`)
    if (options.tips !== undefined) output.say(`Taking tips at ${served.origin}${paths.tip}. In the head of your pages: <link rel="payment" href="${paths.tip}">`)
    if (options.refunds !== undefined) output.say(`Readers may ask for their money back.${options.key === undefined ? ' There is no key here: you pay back from your own wallet.' : ''}`)
    output.say(values.desk === true ? `Your desk, opened once within fifteen minutes: ${await served.shop.deskLink()}` : 'Your desk is closed. --desk prints a link that opens it.')
    await untilEnded()
    await served.close()
    return 0
  })

type Values = { readonly [Name in Exclude<keyof typeof known, 'desk'>]?: string }

/** @throws Misuse */
async function readOptions(folder: string, values: Values): Promise<FolderOptions> {
  const pages = await folderOf(folder)
  const books = values.books ?? 'farthing-books'
  if (isWithin(resolve(books), pages)) throw new Misuse('The books may not lie in the folder that everybody can read.')
  const file = values['key-file']
  if (file !== undefined && isWithin(resolve(file), pages)) throw new Misuse('The key may not lie in the folder that everybody can read.')
  const site = values.site === undefined ? null : readSite(values.site)
  const { tips, refunds } = readOffers(values, values.name ?? site?.hostname ?? 'the author')
  const key = await accountKey(file, process.env['FARTHING_KEY'])
  return {
    folder: pages,
    host: values.host ?? '127.0.0.1',
    port: readPort(values.port ?? '4021'),
    origin: site?.origin ?? null,
    name: values.name ?? null,
    payTo: readAccount(needed(values.to, 'to', 'the account that is paid.')),
    network: readNetwork(values.network ?? 'base'),
    facilitator: readSite(needed(values.facilitator, 'facilitator', 'the payment service that settles.')).href.replace(/\/+$/, ''),
    books,
    ...(values.endpoint !== undefined && { endpoint: values.endpoint }),
    ...(tips !== undefined && { tips }),
    ...(refunds !== undefined && { refunds }),
    ...(key !== null && { key }),
  }
}

/** What is offered beside what is for sale on the pages. @throws Misuse, also for what is said of something that is not offered */
function readOffers(values: Values, name: string): Pick<FolderOptions, 'tips' | 'refunds'> {
  const { tips, refunds, contact, policy } = values
  const title = values['tips-title']
  if (tips === undefined && title !== undefined) throw new Misuse('--tips-title is said without --tips: name what readers may give, for example --tips 0.50,1,3')
  const stray = refunds !== undefined ? undefined : contact !== undefined ? 'contact' : policy !== undefined ? 'policy' : undefined
  if (stray !== undefined) throw new Misuse(`--${stray} is said without --refunds: say within which time, for example --refunds P14D`)
  return {
    ...(tips !== undefined && { tips: readTips(tips, readTitle(title ?? `Tip ${name}`)) }),
    ...(refunds !== undefined && { refunds: readRefunds(refunds, contact, policy) }),
  }
}

function readTitle(title: string): string {
  if (title.trim() === '' || title.length > 100) throw new Misuse('--tips-title is empty, or longer than a hundred letters.')
  return title.trim()
}

async function folderOf(path: string): Promise<string> {
  const folder = resolve(path)
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() !== true) throw new Misuse(`${path} is no folder.`)
  return folder
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(join(folder, '/'))
