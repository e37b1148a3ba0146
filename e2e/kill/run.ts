import type { World } from '../../demo/world/index'
import { password } from '../support/reader'
import type { Browser } from './browser/index'
import { journalled, type Blow } from './gate'
import type { Plan, Trouble } from './plan'
import { KillReader } from './reader'
import type { Stage } from './stage'
import { Witness } from './witness'

/** What a run has left behind, to be judged. */
export interface Aftermath {
  readonly plan: Plan
  readonly browser: Browser
  readonly reader: KillReader
  readonly resource: string
  /** Atomic units. */
  readonly price: bigint
  /** The chain's height before the run. */
  readonly sinceBlock: bigint
  /** Signatures that left before the journal said so. */
  readonly early: number
  /** For each blow that fell: how many journal entries there were by then. */
  readonly falls: readonly { readonly target: string; readonly journalled: number }[]
}

export const prices = { document: 50_000n, fragment: 100_000n } as const

/** Longer than any authorization is good for and any navigation is waited for, in milliseconds. */
const afterAllMs = 150_000
/** How often the reader looks again before what is still under way counts as hanging. */
const returns = 3

/** How long slow services take, in milliseconds: long beside a payment, short beside a test. */
const slowMs = 150

/** One purchase, what goes wrong with it, and everything that a reader and time do afterwards. */
export async function carryOut(stage: Stage, plan: Plan): Promise<Aftermath> {
  const { world } = stage
  const browser = await stage.browser()
  const reader = new KillReader(browser)
  const witness = new Witness(browser.gate)
  browser.onPayment = () => witness.sees()
  const { page, resource } = placesOf(world, plan)
  const sinceBlock = await stage.chain.client.getBlockNumber()
  await reader.visit(page)
  const asked = await reader.wantsIt()
  if (asked === null) throw new Error('The model shows no price.')
  browser.gate.trace.length = 0
  await startFailing(world, plan)
  browser.gate.arm(plan.troubles.flatMap((trouble) => blowOf(trouble, world)))
  await reader.agrees(asked.approval, asked.view)
  await browser.time.still()

  if (!plan.earlyReturn) await lift(world, browser)
  await comeBack(reader)
  await reader.visit(page)
  while (browser.gate.fallNow()) await browser.time.still()
  await lift(world, browser)
  await comeBack(reader)
  await reader.visit(page)
  if (plan.asksAgain) await askAgain(reader)
  await untilNothingHangs(reader, page)
  return { plan, browser, reader, resource, price: prices[plan.kind], sinceBlock, early: await witness.early(stage, browser.profile.disk), falls: fallsIn(browser.gate.trace) }
}

function placesOf({ articles }: World, { kind, seed }: Plan): { readonly page: string; readonly resource: string } {
  const query = `?run=${seed}-${Date.now()}`
  if (kind === 'document') return { page: `${articles.paid}${query}`, resource: `${articles.paid}${query}` }
  return { page: `${articles.fragment}${query}`, resource: `${articles.fragment}/rest${query}` }
}

async function startFailing(world: World, { troubles }: Plan): Promise<void> {
  const changes = troubles.filter((trouble) => trouble.type === 'facilitator').map(({ change }) => change)
  if (changes.length > 0) await world.setFacilitator(Object.assign({ slowMs }, ...changes) as (typeof changes)[number])
}

export async function lift(world: World, browser: Browser): Promise<void> {
  browser.gate.lift()
  world.setEndpoint({ down: false, slowMs: 0, lie: 'none' })
  await world.setFacilitator({ verify: 'none', settle: 'none' })
  browser.online()
}

function blowOf(trouble: Trouble, world: World): Blow[] {
  if (trouble.type === 'facilitator') return []
  if (trouble.type === 'blow') return [{ ...trouble.place, target: trouble.target, wireGoesOn: trouble.wireGoesOn, act: null }]
  return [{ ...trouble.place, target: 'act', wireGoesOn: true, act: () => world.setEndpoint(trouble.change) }]
}

/** The reader opens browser and wallet, if they are shut, and does not give up over a worker that dies of it. */
export async function comeBack(reader: KillReader): Promise<void> {
  for (let tries = 0; tries < 4; tries += 1) {
    reader.browser.start()
    const wallet = await reader.try('wallet.read', {})
    if (wallet?.state === 'locked') await reader.try('wallet.unlock', { factor: { kind: 'password', password } })
    await reader.browser.time.still()
    if (wallet?.state === 'unlocked') return
  }
}

async function askAgain(reader: KillReader): Promise<void> {
  const asked = await reader.wantsIt()
  // What was bought before is offered again with a warning: a reader who says yes to that wants to pay twice.
  const warned = asked?.view.quote.notices.some(({ level }) => level === 'care') === true
  if (asked !== null && !warned) await reader.agrees(asked.approval, asked.view)
  await reader.browser.time.still()
}

async function untilNothingHangs(reader: KillReader, page: string): Promise<void> {
  for (let time = 0; time < returns; time += 1) {
    await reader.browser.time.advance(afterAllMs)
    await comeBack(reader)
    const open = (await reader.payments()).filter(({ state }) => state !== 'delivered' && state !== 'void')
    if (open.length === 0) return
    await reader.visit(page)
    // What the list of payments offers for what was paid and never came.
    for (const { id, state } of open) if (state === 'undelivered') await reader.try('payments.retry', { id })
    await reader.browser.time.still()
  }
}

function fallsIn(trace: readonly string[]): Aftermath['falls'] {
  const falls: { target: string; journalled: number }[] = []
  let events = 0
  for (const point of trace) {
    if (point.startsWith(journalled)) events += Number(point.slice(journalled.length))
    else if (point.startsWith('>> ')) falls.push({ target: point.slice(3), journalled: events })
  }
  return falls
}
