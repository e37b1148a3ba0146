import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import * as v from 'valibot'
import { isAddress, isBytes32, type Address, type Bytes32 } from '../../../core/hex'
import { findNetwork, type NetworkId } from '../../../core/networks/networks'
import type { Authorization, Claim, Entry, Sale } from '../../state/sales'
import type { Claims } from '../../till/register'

/** Milliseconds after its end for which a payment is remembered. After that the token takes it from nobody any more. */
const remembered = 60 * 60 * 1000
/** The longest time for which a payment may be good, in milliseconds: nobody has to be remembered for longer. */
const longestValidity = 24 * 60 * 60 * 1000
/** Payments in memory at one time. */
const usualRoom = 100_000

interface Held extends Omit<Entry, 'lapsed'> {
  readonly claimedBy: string
  readonly claimedUntil: number
}

/**
 * What a key service remembers: which payment was for what, as long as that payment could be shown for something else. Forgetting is
 * safe: a payment that is spent and not in here opens nothing.
 */
export class Memory implements Claims {
  readonly #held = new Map<string, Held>()
  readonly #names = new Map<bigint, string>()
  readonly #file: string | null
  readonly #room: number
  #written: Promise<void> = Promise.resolve()
  #last = 0n

  private constructor(file: string | null, room: number) {
    this.#file = file
    this.#room = room
  }

  /**
   * @param file where it is written down, for a service that is started anew; null for nowhere
   * @throws where the file holds something else
   */
  static async open(file: string | null = null, room = usualRoom): Promise<Memory> {
    const memory = new Memory(file, room)
    if (file !== null) await memory.#read(file)
    return memory
  }

  async claim(claim: Claim, by: string, lease: number): Promise<Entry | null> {
    const now = Date.now()
    if (this.#held.has(nameOf(claim))) return null
    if (claim.validBefore > now + longestValidity) throw new RangeError('a payment may not be good for so long')
    this.#forget(now)
    if (this.#held.size >= this.#room) throw new Error('there is no room for another payment')
    this.#last += 1n
    const held: Held = { ...claim, id: this.#last, state: 'claimed', createdAt: now - (now % 1000), sale: null, answer: {}, claimedBy: by, claimedUntil: now + lease * 1000 }
    return this.#write(held)
  }

  async claimAgain(id: bigint, claim: Claim, by: string, lease: number): Promise<Entry | null> {
    const held = this.#byId(id)
    const isFree = held !== null && (held.state === 'failed' || (held.state === 'claimed' && held.claimedUntil <= Date.now()))
    if (!isFree) return null
    const { title, url, payTo, amount, validBefore, paymentId, note } = claim
    return this.#write({ ...held, title, url, payTo, amount, validBefore, paymentId, note, state: 'claimed', claimedBy: by, claimedUntil: Date.now() + lease * 1000 })
  }

  async settle(id: bigint, transaction: Bytes32, answer: Readonly<Record<string, string>>): Promise<Entry | null> {
    const held = this.#byId(id)
    if (held === null || held.state === 'settled') return held === null ? null : entryOf(held)
    return this.#write({ ...held, state: 'settled', answer, sale: saleOf(held, transaction, Date.now()) })
  }

  async fail(id: bigint): Promise<void> {
    const held = this.#byId(id)
    if (held?.state === 'claimed') await this.#write({ ...held, state: 'failed' })
  }

  async release(id: bigint, by: string): Promise<void> {
    const held = this.#byId(id)
    if (held?.state === 'claimed' && held.claimedBy === by) await this.#write({ ...held, claimedUntil: Date.now() })
  }

  async entry(id: bigint): Promise<Entry | null> {
    const held = this.#byId(id)
    return held === null ? null : entryOf(held)
  }

  async find(authorization: Authorization): Promise<Entry | null> {
    const held = this.#held.get(nameOf(authorization))
    return held === undefined ? null : entryOf(held)
  }

  async open(limit: number): Promise<readonly Entry[]> {
    const now = Date.now()
    return [...this.#held.values()].filter(({ state, claimedUntil }) => state === 'claimed' && claimedUntil <= now).slice(0, limit).map(entryOf)
  }

  #byId(id: bigint): Held | null {
    return this.#held.get(this.#names.get(id) ?? '') ?? null
  }

  /** In memory at once: nobody else claims it while it is being written. On the disk before anything is done about it. */
  async #write(held: Held): Promise<Entry> {
    this.#hold(held)
    const { sale, ...rest } = held
    const line = `${JSON.stringify({ ...rest, transaction: sale?.transaction ?? null, settledAt: sale?.settledAt ?? null }, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}\n`
    const file = this.#file
    if (file !== null) {
      this.#written = this.#written.catch(() => undefined).then(() => appendFile(file, line, { mode: 0o600, flush: true }))
      await this.#written
    }
    return entryOf(held)
  }

  #hold(held: Held): void {
    const name = nameOf(held)
    this.#held.set(name, held)
    this.#names.set(held.id, name)
    if (held.id > this.#last) this.#last = held.id
  }

  #forget(now: number): void {
    if (this.#held.size < this.#room / 2) return
    for (const [name, { id, validBefore }] of this.#held) {
      if (validBefore + remembered > now) continue
      this.#held.delete(name)
      this.#names.delete(id)
    }
  }

  async #read(file: string): Promise<void> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
      throw error
    })
    const lines = text.split('\n')
    // The last one may have been cut short by the end of the program that wrote it.
    const whole = lines.slice(0, -1)
    const now = Date.now()
    const latest = new Map<string, string>()
    for (const line of whole) {
      const held = readHeld(line)
      if (held.validBefore + remembered <= now) continue
      this.#hold(held)
      latest.set(nameOf(held), line)
    }
    await writeFile(`${file}.new`, [...latest.values()].map((line) => `${line}\n`).join(''), { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
}

const nameOf = ({ network, asset, payer, nonce }: Authorization): string => `${network}/${asset}/${payer}/${nonce}`

const entryOf = (held: Held): Entry => ({ ...held, lapsed: held.claimedUntil <= Date.now() })

function saleOf({ id, item, kind, title, url, dialect, network, asset, payer, payTo, amount, nonce, note }: Held, transaction: Bytes32, settledAt: number): Sale {
  return { id, item, kind, title, url, dialect, network, asset, payer, payTo, amount, nonce, note, transaction, settledAt }
}

const account = v.custom<Address>((value) => typeof value === 'string' && isAddress(value))
const hash = v.custom<Bytes32>((value) => typeof value === 'string' && isBytes32(value))
const integer = v.pipe(v.string(), v.digits(), v.toBigint())
const row = v.strictObject({
  id: integer,
  item: v.string(),
  kind: v.picklist(['article', 'tip']),
  title: v.string(),
  url: v.string(),
  dialect: v.picklist(['x402', 'mpp']),
  network: v.custom<NetworkId>((value) => typeof value === 'string' && findNetwork(value) !== undefined),
  asset: account,
  payer: account,
  payTo: account,
  amount: integer,
  nonce: hash,
  validBefore: v.number(),
  paymentId: v.nullable(v.string()),
  note: v.nullable(v.string()),
  state: v.picklist(['claimed', 'settled', 'failed']),
  createdAt: v.number(),
  answer: v.record(v.string(), v.string()),
  claimedBy: v.string(),
  claimedUntil: v.number(),
  transaction: v.nullable(hash),
  settledAt: v.nullable(v.number()),
})

function readHeld(line: string): Held {
  const { transaction, settledAt, ...rest } = v.parse(row, JSON.parse(line))
  const held = { ...rest, sale: null }
  return transaction === null || settledAt === null ? held : { ...held, sale: saleOf(held, transaction, settledAt) }
}
