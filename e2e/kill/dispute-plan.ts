import type { Cut, Target } from './gate'
import { Random } from './random'

export const acts = ['file', 'remind', 'counter'] as const
/** What is said to a seller while something goes wrong. */
export type Act = (typeof acts)[number]

export interface DisputeBlow {
  readonly target: Extract<Target, 'worker' | 'browser' | Cut>
  /** So many points after the act begins, or after the blow before. */
  readonly plus: number
  readonly wireGoesOn: boolean
}

/** One request for money back and what goes wrong with it, told by its seed alone. */
export interface DisputePlan {
  readonly seed: number
  readonly act: Act
  readonly blows: readonly DisputeBlow[]
  /** The seller's server at first: 'gone' cuts every connection. */
  readonly manner: 'honest' | 'gone'
}

/** Points that an undisturbed act passes, at least: a blow is thrown among them. disputes.spec.ts checks it. */
export const pointsOf: Readonly<Record<Act, number>> = { file: 40, remind: 60, counter: 30 }

export function disputePlanOf(seed: number): DisputePlan {
  const random = new Random(seed * 31)
  const act = acts[seed % acts.length] ?? 'file'
  const count = random.chance(40) ? 1 : 2
  const blows = Array.from({ length: count }, () => ({ target: random.oneOf(targets), plus: random.below(pointsOf[act]), wireGoesOn: random.chance(50) }))
  return { seed, act, blows, manner: random.oneOf(['honest', 'honest', 'honest', 'gone'] as const) }
}

const targets = ['worker', 'worker', 'worker', 'browser', 'cut-before', 'cut-after', 'cut-after', 'hang'] as const

/** For the report of a failure. */
export function disputeInWords({ seed, act, blows, manner }: DisputePlan): string {
  return `seed ${seed}: ${act} at a seller that is ${manner}, ${blows.map((blow) => JSON.stringify(blow)).join(', then ')}`
}
