/**
 * What one instance of the creator kit holds, beside the official middleware (@x402/express) on its own: `npm run bench:till`.
 * All sell one essay over the same local chain, real USDC and payment service; each in a process of its own, in turn, so that a slow
 * moment of the machine falls on all.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { decodePaymentRequiredHeader, encodePaymentSignatureHeader } from '@x402/core/http'
import { ExactEvmScheme } from '@x402/evm/exact/client'
import * as v from 'valibot'
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { startAnvil } from '../demo/world/anvil'
import { openChain } from '../demo/world/chain'
import { adopt, end, firstLine } from '../demo/world/child'
import { startFacilitator } from '../demo/world/facilitator-process'
import { startPostgres } from '../demo/world/postgres'
import { deployToken } from '../demo/world/token'

const rounds = 3
/** Milliseconds for which a price is asked for, a round. */
const asking = 2_000
/** Purchases a round, each by a reader of its own. */
const purchases = 40
/** How many come at once. */
const atOnce = 8

interface Seller {
  readonly name: string
  readonly url: string
  readonly stop: () => Promise<void>
  /** A second, one a round. */
  readonly asked: number[]
  readonly sold: number[]
  readonly returned: number[]
  /** Milliseconds of the seller's own work for one price, one a round: other programs on the machine change it little. */
  readonly work: number[]
}

const anvil = await startAnvil()
const chain = openChain(anvil.url)
const [facilitator, postgres] = [await startFacilitator(anvil.url, 0), await startPostgres()]
await deployToken(chain)
const sellers = [
  await open('@x402/express', 'x402'),
  await open('the kit, PGlite', 'kit'),
  ...(postgres === null ? [] : [await open('the kit, PostgreSQL', 'kit', postgres.url)]),
]
try {
  for (let round = 0; round < rounds; round += 1) {
    const readers: PrivateKeyAccount[] = []
    for (let number = 0; number < purchases; number += 1) readers.push(await newReader())
    for (const seller of sellers) {
      const before = await workOf(seller)
      let prices = 0
      seller.asked.push(await perSecond(asking, async () => (prices += 1) && expect(fetch(seller.url), 402)))
      seller.work.push(((await workOf(seller)) - before) / prices)
      await sellTo(readers, seller)
    }
  }
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`
  const lines = sellers.map(({ name, asked, sold, returned, work }) => ({ name, work: median(work), asked: median(asked), sold: median(sold), returned: returned.length === 0 ? null : median(returned), rounds: { work, asked, sold, returned } }))
  console.log(`${machine}\nMedian of ${rounds} rounds, ${atOnce} at once, answers a second and the ratio to the first.\n`)
  const [first] = lines
  for (const { name, work, asked, sold, returned } of lines) {
    const ratio = (mine: number, its: number | undefined): string => `${mine.toFixed(1)} (${(mine / (its ?? mine)).toFixed(2)})`
    console.log(`${name.padEnd(22)} price asked ${ratio(asked, first?.asked)}, ${work.toFixed(2)} ms of work each   sold ${ratio(sold, first?.sold)}   opened again ${returned?.toFixed(1) ?? 'not offered'}`)
  }
  mkdirSync('bench/out', { recursive: true })
  writeFileSync('bench/out/till.json', `${JSON.stringify({ machine, rounds, at: new Date().toISOString(), lines }, null, 2)}\n`)
} finally {
  for (const seller of sellers) await seller.stop()
  await postgres?.stop()
  await facilitator.stop()
  await anvil.stop()
}

async function open(name: string, ...[kind, books]: readonly string[]): Promise<Seller> {
  const program = fileURLToPath(new URL('till/seller.ts', import.meta.url))
  const child = adopt(spawn(process.execPath, ['--import', 'tsx', program, kind ?? '', anvil.url, facilitator.url, ...(books === undefined ? [] : [books])], { stdio: ['pipe', 'pipe', 'inherit'] }))
  const { url } = await firstLine(child, name, (line) => {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), v.object({ url: v.string() })), line)
    return read.success ? read.output : undefined
  })
  return { name, url, stop: () => end(child), asked: [], sold: [], returned: [], work: [] }
}

async function newReader(): Promise<PrivateKeyAccount> {
  const account = privateKeyToAccount(generatePrivateKey())
  await chain.mint(account.address, 1_000_000n)
  return account
}

/** Milliseconds that a seller's process has worked since it began. */
async function workOf({ url }: Seller): Promise<number> {
  const { user, system } = (await (await fetch(new URL('/cpu', url))).json()) as NodeJS.CpuUsage
  return (user + system) / 1000
}

/** Sells to all, signed before the clock runs; and where cookies are set, opens it again for them. */
async function sellTo(readers: readonly PrivateKeyAccount[], { url, sold, returned }: Seller): Promise<void> {
  const required = decodePaymentRequiredHeader((await fetch(url)).headers.get('payment-required') ?? '')
  const [accepted] = required.accepts
  if (accepted === undefined) throw new Error('nothing is asked')
  const payments = await Promise.all(
    readers.map(async (account) => {
      const { payload } = await new ExactEvmScheme(account).createPaymentPayload(2, accepted)
      return encodePaymentSignatureHeader({ x402Version: 2, payload, accepted, resource: required.resource })
    }),
  )
  const cookies: string[] = []
  const began = performance.now()
  await inTurn(payments, async (payment) => {
    const answer = await expect(fetch(url, { headers: { 'PAYMENT-SIGNATURE': payment } }), 200)
    cookies.push(...answer.headers.getSetCookie().slice(0, 1).map((line) => line.split(';')[0] ?? ''))
  })
  sold.push((payments.length / (performance.now() - began)) * 1000)
  const [cookie] = cookies
  if (cookie !== undefined) returned.push(await perSecond(asking, () => expect(fetch(url, { headers: { Cookie: cookie } }), 200)))
}

async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const worker = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function perSecond(milliseconds: number, ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let answers = 0
  const worker = async (): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      await ask()
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return (answers / (performance.now() - began)) * 1000
}

async function expect(asked: Promise<Response>, status: number): Promise<Response> {
  const answer = await asked
  const text = await answer.text()
  if (answer.status !== status) throw new Error(`${answer.url} answered ${answer.status}: ${text.slice(0, 200)}`)
  return answer
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
