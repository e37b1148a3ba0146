import { setTimeout as sleep } from 'node:timers/promises'
import { openChain } from '../../demo/world/chain'
import { startWorld, type World } from '../../demo/world/index'
import { launchWithout } from '../../e2e/support/extension'
import { keepRoles } from '../../e2e/support/host-log'
import { atOnceMs, handMs } from './hand'
import { allowSite, buyApproved, buyUnasked, findCard, openWallet, type Wallet } from './farthing'
import { openMachine, type Machine } from './machine'
import { openNavigator, type Navigator } from './navigator'
import type { Run } from './run'
import type { Shares } from './shares'
import { openStock, type Stock } from './stock'

export type Way = 'machine' | 'unasked' | 'approved' | 'stock'
export const ways = ['machine', 'unasked', 'approved', 'stock'] as const satisfies readonly Way[]

/** One list an entry a round, in the same order. */
export interface MeasuredPay {
  readonly runs: Readonly<Record<Way, readonly Run[]>>
  readonly shares: readonly Shares[]
  /** From the yes until the signed request has left. */
  readonly leaves: readonly number[]
  /** What the two pages cost more as navigations than as requests of a program. */
  readonly navigation: readonly number[]
}

/** By a hand that takes its time: one entry a round. */
export interface MeasuredHands {
  readonly approved: readonly Run[]
  readonly stock: readonly Run[]
}

export interface MeasuredPays {
  readonly instant: MeasuredPay
  /** With a block every two seconds. */
  readonly slow: MeasuredPay
  /** With a block for every payment. */
  readonly hands: MeasuredHands
  /** Bytes of the stock page. */
  readonly stockBytes: number
}

interface Stalls {
  readonly machine: Machine
  readonly unasked: Wallet
  readonly approved: Wallet
  readonly stock: Stock
  readonly navigator: Navigator
}

/** Nothing outside this machine is asked: what the stock page would load from elsewhere is missing at once. */
const alone = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost']

export async function measurePay(rounds: number, handRounds: number, slowRounds: number): Promise<MeasuredPays> {
  const world = await startWorld({ chainPort: 0 })
  const closing: (() => Promise<void>)[] = [world.stop]
  try {
    await keepRoles(world)
    const stalls = await open(world, closing)
    const place = await findCard(stalls.approved, 1_000_001)
    const rounder = rounderOf(stalls, place)
    await rounder.round(null, () => atOnce(0))
    const instant = await rounder.rounds(rounds)
    const hands = await rounder.byHand(handRounds)
    const slow = await rounder.rounds(slowRounds, await slowBlocks(world, slowRounds))
    return { instant, slow, hands, stockBytes: stalls.stock.bytes }
  } finally {
    for (const close of closing.reverse()) await close()
  }
}

/** Waits until a way may begin, in a round. */
type Begin = (round: number) => Promise<void>
const atOnce: Begin = () => Promise.resolve()

const blockMs = 2_000

/**
 * From now on a block every two seconds. How long a payment waits for its block depends on when it begins: in each round all ways
 * begin at the same place between two blocks, and the rounds take the places one after the other.
 */
async function slowBlocks(world: World, rounds: number): Promise<Begin> {
  const chain = openChain(world.chain.direct)
  await chain.mineEvery(blockMs / 1_000)
  const height = () => chain.client.getBlockNumber({ cacheTime: 0 })
  return async (round) => {
    const before = await height()
    while ((await height()) === before) await sleep(10)
    await sleep(((round + 0.5) / rounds) * blockMs)
  }
}

async function open(world: World, closing: (() => Promise<void>)[]): Promise<Stalls> {
  const plain = await launchWithout(alone)
  closing.push(plain.dispose)
  const [unasked, approved] = [await openWallet(world), await openWallet(world)]
  closing.push(unasked.close, approved.close)
  const stock = await openStock(world, plain.context)
  closing.push(stock.close)
  await allowSite(unasked)
  for (const wallet of [unasked, approved]) await wallet.listen()
  const machine = await openMachine(world)
  return { machine, unasked, approved, stock, navigator: openNavigator(plain.context, world, machine) }
}

function rounderOf({ machine, unasked, approved, stock, navigator }: Stalls, place: Readonly<Record<'x' | 'y', number>>) {
  let issue = 100
  const round = async (kept: { readonly runs: Record<Way, Run[]>; readonly shares: Shares[]; readonly leaves: number[]; readonly navigation: number[] } | null, begin: () => Promise<void>): Promise<void> => {
    issue += 1
    await begin()
    const paid = await machine.buy(issue)
    const navigation = await navigator.cost(issue)
    issue += 1
    await begin()
    const alone = await buyUnasked(unasked, issue)
    issue += 1
    await begin()
    const asked = await buyApproved(approved, place, issue, atOnceMs)
    issue += 1
    await begin()
    const stocked = await stock.buy(issue, atOnceMs)
    if (kept === null) return
    for (const [way, run] of [['machine', paid], ['unasked', alone.run], ['approved', asked.run], ['stock', stocked]] as const) kept.runs[way].push(run)
    kept.shares.push(alone.shares)
    kept.leaves.push(asked.leaves)
    kept.navigation.push(navigation)
  }
  const rounds = async (count: number, begin = atOnce): Promise<MeasuredPay> => {
    const kept = { runs: { machine: [], unasked: [], approved: [], stock: [] }, shares: [], leaves: [], navigation: [] }
    for (let number = 0; number < count; number += 1) await round(kept, () => begin(number))
    return kept
  }
  const byHand = async (count: number): Promise<MeasuredHands> => {
    const kept = { approved: [] as Run[], stock: [] as Run[] }
    for (let number = 0; number < count; number += 1) {
      issue += 2
      kept.approved.push((await buyApproved(approved, place, issue - 1, handMs)).run)
      kept.stock.push(await stock.buy(issue, handMs))
    }
    return kept
  }
  return { round, rounds, byHand }
}
