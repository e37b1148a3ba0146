import type { EndpointChange } from '../../demo/world/endpoint'
import type { FacilitatorChange } from '../../demo/world/faults'
import type { Target } from './gate'
import { Random } from './random'

/** One thing that goes wrong. Only a facilitator that fails does so from the yes on; everything else at a point of its own. */
export type Trouble =
  | { readonly type: 'blow'; readonly target: Exclude<Target, 'act'>; readonly place: Place; readonly wireGoesOn: boolean }
  | { readonly type: 'endpoint'; readonly change: EndpointChange; readonly place: Place }
  | { readonly type: 'facilitator'; readonly change: FacilitatorChange }

/** Where it happens: after so many journal entries since the trouble before, or the yes, and then so many points. */
export interface Place {
  readonly after: number
  readonly plus: number
}

/** A run, told by its seed alone. */
export interface Plan {
  readonly seed: number
  readonly kind: 'document' | 'fragment'
  readonly troubles: readonly Trouble[]
  /** The reader comes back while the services still fail. */
  readonly earlyReturn: boolean
  /** The reader asks for the same thing once more, before the first payment has expired, and says yes if asked to. */
  readonly asksAgain: boolean
}

/** Points an undisturbed purchase passes after so many journal entries, at least: a blow is thrown among them. model.spec.ts checks it. */
export const pointsAfter = [48, 32, 50, 45, 10] as const

/** One plan in so many is a relapse: chance alone seldom strikes while something paid is fetched again. */
const relapseEvery = 8

export function planOf(seed: number): Plan {
  const random = new Random(seed)
  const kind = random.oneOf(['document', 'fragment'] as const)
  const count = random.chance(40) ? 1 : 2
  const troubles = seed % relapseEvery === relapseEvery - 1 ? relapse(random) : Array.from({ length: count }, () => troubleOf(random))
  return { seed, kind, troubles, earlyReturn: random.chance(50), asksAgain: random.chance(40) }
}

/** In words, for the report of a failure. */
export function inWords({ seed, kind, troubles, earlyReturn, asksAgain }: Plan): string {
  const told = troubles.map((trouble) => JSON.stringify(trouble)).join(', then ')
  return `seed ${seed}: ${kind}, ${told}${earlyReturn ? ', early return' : ''}${asksAgain ? ', asks again' : ''}`
}

/** The answer to a payment is lost, and the free second try is struck as well. */
function relapse(random: Random): readonly Trouble[] {
  const place = (after: number): Place => ({ after, plus: random.below(pointsAfter[after] ?? 1) })
  const target = random.oneOf(['worker', 'browser', 'tab', 'cut-before', 'cut-after', 'hang'] as const)
  const lost = { type: 'blow', target: 'cut-after', place: { after: 1, plus: 0 }, wireGoesOn: true } as const
  return [lost, { type: 'blow', target, place: place(2 + random.below(2)), wireGoesOn: random.chance(50) }]
}

function troubleOf(random: Random): Trouble {
  const kind = random.below(20)
  if (kind < 13) return { type: 'blow', target: targetOf(random), place: placeOf(random), wireGoesOn: random.chance(50) }
  if (kind < 16) return { type: 'endpoint', change: random.oneOf(endpointChanges), place: placeOf(random) }
  return { type: 'facilitator', change: random.oneOf(facilitatorChanges) }
}

const targetOf = (random: Random) =>
  random.oneOf(['worker', 'worker', 'worker', 'worker', 'browser', 'browser', 'tab', 'cut-before', 'cut-after', 'hang'] as const)

/** Every state is as likely as every other, however few points it has. */
function placeOf(random: Random): Place {
  const after = random.below(pointsAfter.length)
  return { after, plus: random.below(pointsAfter[after] ?? 1) }
}

const endpointChanges: readonly EndpointChange[] = [
  { down: true },
  { slowMs: 60 },
  { lie: 'wrong-chain-id' },
  { lie: 'wrong-balance' },
  { lie: 'height-back' },
  { lie: 'never-used' },
  { lie: 'always-used' },
  { lie: 'no-code' },
]

const facilitatorChanges: readonly FacilitatorChange[] = (['down', 'slow', '500', 'lost'] as const).flatMap((fault) => [{ verify: fault }, { settle: fault }])
