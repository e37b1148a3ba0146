import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import type { Policy, TextId } from '../../core/policy/documents'
import { judging, release, signed, today, writers } from '../../core/policy/policy.fixtures'
import type { Trusted } from '../../core/policy/trust'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { purchaseRepository, type PurchaseRepository } from '../../store/purchases'
import type { FarthingDatabase } from '../../store/schema'
import type { Books } from '../books'
import { PolicyDesk } from './policy-desk'

export const day = 24 * 3_600_000
export const two = writers.slice(0, 2)

/** A wallet, and a mirror that it asks for policies. */
interface World {
  /** Milliseconds since 1970. */
  now: number
  /** Where the reader has said that policies are. */
  host: string | null
  /** Whether the wallet is. */
  isOpen: boolean
  readonly db: FarthingDatabase
  readonly purchases: PurchaseRepository
  /** What the mirror has, by its path; with 'down' among it, it answers nobody. */
  readonly files: Map<string, string>
  /** What the mirror was asked. */
  readonly asked: { readonly url: string; readonly init: RequestInit }[]
  /** What the reader was told outside of pages. */
  readonly told: string[]
}

function newWorld(): World {
  const db = newDatabase()
  return { now: today, host: 'https://rules.example/farthing', isOpen: true, db, purchases: purchaseRepository(db, newSealer()), files: new Map(), asked: [], told: [] }
}

export const world = newWorld()

/** Before each test: nothing of the one before is left in it. */
export function renewWorld(): void {
  Object.assign(world, newWorld())
  vi.spyOn(Date, 'now').mockImplementation(() => world.now)
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    world.asked.push({ url: url.href, init })
    if (world.files.has('down')) throw new TypeError('nobody answers')
    const text = world.files.get(url.pathname.replace('/farthing/', ''))
    return text === undefined ? new Response('not here', { status: 404 }) : new Response(text)
  })
}

export const desk = (from: Trusted | null = release) =>
  new PolicyDesk({ open: async () => (world.isOpen ? ({ purchases: world.purchases } as unknown as Books) : null), host: async () => world.host, release: from, verify: judging.verify, changed: () => undefined, alarm: async (kind, _title, message) => void world.told.push(`${kind}: ${message}`) })
export const view = async () => {
  const read = await desk().view(false)
  if (read === null) throw new Error('the wallet is open')
  return read
}
export const publish = (policy: Policy, by = two) => world.files.set('policy.json', signed('policy', policy, by))
export const held = async () => (await world.purchases.policy.inForce()).parameters

export const model = readFileSync('src/core/risk/model.json', 'utf8')
export const otherModel = JSON.stringify({ ...(JSON.parse(model) as object), thresholds: { notice: 0, ask: 0 } })
export const sha256 = (body: string): string => createHash('sha256').update(body).digest('hex')
export const naming = (body: string) => ({ version: '2026-12-01', sha256: sha256(body), bytes: Buffer.byteLength(body) })
export const putModel = (body: string) => {
  world.files.set(`models/${sha256(body)}.json`, body)
  return naming(body)
}
export const putText = (id: TextId, lang: string, body: string) => {
  world.files.set(`texts/${sha256(body)}.txt`, body)
  return { ...naming(body), id, lang }
}
