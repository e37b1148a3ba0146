import type { Address } from '../../../core/hex'
import { accountOf, balanceOf, bringTo, type Bound, type WalletFault } from '../account'
import type { BegunTip, Memory } from './memory'
import type { Payee } from '../../../core/tips/payee'
import { fateOf, send, type Fate } from './transfer'

/** What became of a tip. 'unsaid': the wallet does not say whether it has sent anything. */
export type Outcome =
  | { readonly type: Fate | 'unsaid' }
  | { readonly type: 'nothing'; readonly why: WalletFault | 'no-fee' }
  | { readonly type: 'nothing'; readonly why: 'too-little'; readonly balance: bigint }

export interface World {
  readonly memory: Memory
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  /** What is waited for. */
  readonly report: (stage: 'wallet' | 'network') => void
}

/**
 * Gives: the reader's wallet sends dollars to an account, in one transfer. It is kept that it was asked before it is asked, and what
 * it has sent is looked for until it is seen, or for as long as is bearable.
 * @param amount atomic units
 */
export async function give(payee: Payee, amount: bigint, wallet: Bound, world: World): Promise<Outcome> {
  world.report('wallet')
  const from = await accountOf(wallet)
  if (!from.startsWith('0x')) return { type: 'nothing', why: from as WalletFault }
  const fault = await bringTo(payee.network, wallet)
  if (fault !== null) return { type: 'nothing', why: fault }
  const tip: BegunTip = { amount, from: from as Address, at: world.now(), hash: null }
  const balance = await balanceOf(tip.from, payee.network, wallet)
  if (balance !== null && balance < amount) return { type: 'nothing', why: 'too-little', balance }
  world.memory.write(tip)
  const sent = await send(payee, tip, wallet)
  if (sent === null) return { type: 'unsaid' }
  if (!sent.startsWith('0x')) {
    world.memory.forget()
    return { type: 'nothing', why: sent as WalletFault | 'no-fee' }
  }
  const known = { ...tip, hash: sent as Address }
  world.memory.write(known)
  return follow(known, payee, wallet, world)
}

/** Looks once more for what was sent before. */
export async function lookAgain(tip: BegunTip, payee: Payee, wallet: Bound, world: World): Promise<Outcome> {
  world.report('wallet')
  const fault = await bringTo(payee.network, wallet)
  return fault === null ? follow(tip, payee, wallet, world) : { type: 'unseen' }
}

/** Milliseconds: between two looks, and altogether. */
const interval = 1_500
const patience = 120_000

async function follow(tip: BegunTip, payee: Payee, wallet: Bound, world: World): Promise<Outcome> {
  world.report('network')
  let isOver = false
  const look = async (): Promise<Fate> => {
    for (;;) {
      const fate = await fateOf(tip, payee, wallet)
      if (fate !== 'unseen' || isOver) return fate
      await world.wait(interval)
    }
  }
  // A wallet that does not answer at all is not waited for longer.
  const end = world.wait(patience).then((): Fate => 'unseen').finally(() => (isOver = true))
  const fate = await Promise.race([look(), end])
  isOver = true
  if (fate !== 'unseen') world.memory.forget()
  return { type: fate }
}
