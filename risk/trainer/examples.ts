import { isScored } from '../simulator/payment'
import type { Example, Wallet } from '../simulator/world'

/** What is learned from. */
export interface Examples {
  readonly rows: readonly (readonly number[])[]
  /** 1 for an attack. */
  readonly labels: Uint8Array
  readonly weights: Float64Array
}

/** All attacks together weigh this much of all honest payments: enough to be learned, too little to be expected everywhere. */
const attackShare = 0.2

/**
 * Examples from wallets. The payments of an incident share the square root of their number, so that long incidents count for more than
 * short ones and less than all their payments.
 * @param includes which families are learned
 * @param beyondGuards leaves out what the guards ask about, and what would come after it: nothing need be learned that is known
 */
export function examplesOf(wallets: readonly Wallet[], includes: (family: string) => boolean, beyondGuards: boolean): Examples {
  const rows: (readonly number[])[] = []
  const labels: number[] = []
  const weights: number[] = []
  const add = (values: readonly number[], label: number, weight: number): void => {
    rows.push(values)
    labels.push(label)
    weights.push(weight)
  }
  for (const { honest, incidents } of wallets) {
    for (const { seen } of honest.filter((one) => isScored(one.payment) && !(beyondGuards && isGuarded(one)))) add(seen.values, 0, 1)
    for (const { family, examples } of incidents) {
      if (!includes(family)) continue
      const left = beyondGuards ? examples.slice(0, firstGuarded(examples)) : examples
      for (const { payment, seen } of left) if (isScored(payment)) add(seen.values, 1, 1 / Math.sqrt(left.length))
    }
  }
  const sum = (label: number): number => weights.reduce((total, weight, row) => total + (labels[row] === label ? weight : 0), 0)
  const scale = (attackShare * sum(0)) / Math.max(sum(1), 1e-9)
  return { rows, labels: Uint8Array.from(labels), weights: Float64Array.from(weights, (weight, row) => (labels[row] === 1 ? weight * scale : weight)) }
}

const isGuarded = ({ seen: { level } }: Example): boolean => level === 'ask' || level === 'deny'

function firstGuarded(examples: readonly Example[]): number {
  const first = examples.findIndex(isGuarded)
  return first < 0 ? examples.length : first
}
