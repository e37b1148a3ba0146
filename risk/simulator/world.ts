import { families } from './attacks/families'
import type { Family, Incident, Scene } from './attacks/scene'
import { Random } from './random'
import { reader } from './readers'
import { Watched, type Seen } from './watched'
import type { Payment } from './payment'

/** A payment with what was seen of it. */
export interface Example {
  readonly payment: Payment
  readonly seen: Omit<Seen, 'judgement'>
}

/** An attack on a wallet, as it goes on while nobody notices. */
export interface Played {
  readonly family: string
  /** How many honest payments the wallet had made. */
  readonly after: number
  readonly examples: readonly Example[]
}

export interface Wallet {
  readonly persona: string
  /** Every honest payment, in order. */
  readonly honest: readonly Example[]
  /** At most one incident of each family, each beside the others, on the same honest life. */
  readonly incidents: readonly Played[]
  /** As it was at the end. */
  readonly watched: Watched
}

export interface WorldOptions {
  readonly seed: number
  readonly wallets: number
  /** How much further wallets may differ than in training; 1 for training. */
  readonly wider: number
  readonly families?: readonly Family[]
}

/**
 * Simulated wallets. Each lives once without any attack: what would be flagged there is a false alarm, and the reader says that it is
 * fine. Each incident then is played on a copy of the wallet as it was at some time, until its end: an incident is over, for whoever
 * flags it, at the first flag, so that nothing that comes before depends on who looks; one pass serves every detector exactly.
 */
export function* world({ seed, wallets, wider, families: chosen = families }: WorldOptions): Generator<Wallet> {
  const random = new Random(seed)
  for (let index = 0; index < wallets; index += 1) yield wallet(random.fork(index), wider, chosen)
}

/** Attacks begin after the first payments and before the last. */
const [earliest, latest] = [0.15, 0.85] as const

function wallet(random: Random, wider: number, chosen: readonly Family[]): Wallet {
  const life = reader(random.fork(0), wider)
  const watched = new Watched()
  const honest: Example[] = []
  const incidents: Played[] = []
  const waiting = chosen.map((family) => ({ family, from: Math.round(life.payments.length * random.between(earliest, latest)) }))
  life.payments.forEach((payment, index) => {
    for (const one of waiting.filter(({ from }) => from === index)) {
      const played = attack(one.family, { random: random.fork(index), at: payment.at - 1, watched, reader: life, ahead: life.payments.slice(index) }, honest.length)
      if (played !== null) incidents.push(played)
      // This reader cannot be attacked so yet.
      else one.from += 3
    }
    if (watched.isOver(payment)) return
    const { judgement, ...seen } = watched.look(payment)
    honest.push({ payment, seen })
    watched.pay(payment, judgement)
  })
  return { persona: life.persona, honest, incidents, watched }
}

function attack(family: Family, scene: Scene, after: number): Played | null {
  const incident = family.stage(scene)
  return incident === null ? null : play(family.name, incident, scene, after)
}

/** An attack goes on until it is over, or stopped by a limit; the reader lives on beside it. */
function play(family: string, { payments, replaced }: Incident, { watched, ahead }: Scene, after: number): Played | null {
  const branch = new Watched(watched)
  const last = payments.at(-1)?.at ?? 0
  const charges = new Set(payments)
  const beside = ahead.filter((one) => one.at <= last && !replaced.has(one))
  const examples: Example[] = []
  for (const payment of [...payments, ...beside].sort((one, other) => one.at - other.at)) {
    const isAttack = charges.has(payment)
    if (!isAttack && branch.isOver(payment)) continue
    const { judgement, ...seen } = branch.look(payment)
    if (isAttack) examples.push({ payment, seen })
    if (seen.overLimit) break
    branch.pay(payment, isAttack ? null : judgement)
  }
  return examples.length === 0 ? null : { family, after, examples }
}
