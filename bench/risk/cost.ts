import { featureNames, features } from '../../src/core/risk/features'
import { findings } from '../../src/core/risk/guards'
import { score, type Model } from '../../src/core/risk/model'
import { logisticScore } from '../../risk/trainer/logistic'
import { grown, type Grown } from './history'

export const histories = [100, 100_000] as const

/** What one payment costs, in microseconds, median and twenty parts, and what is kept, in bytes of JSON; by history. */
export interface Costs {
  readonly lines: readonly { readonly name: string; readonly microseconds: readonly number[]; readonly times: readonly (readonly number[])[] }[]
  readonly kept: readonly { readonly walletBytes: number; readonly siteBytes: number }[]
}

const parts = 20

/** @param rounds payments that each task is done for */
export function costsOf(model: Model, rounds: number): Costs {
  const worlds = histories.map((payments) => grown(payments))
  const lines = Object.entries(tasksOf(model)).map(([name, task]) => {
    const times = worlds.map((all) => measure(task, all, rounds))
    return { name, microseconds: times.map((sorted) => sorted[parts / 2] ?? Number.NaN), times }
  })
  return { lines, kept: worlds.map(({ walletBytes, siteBytes }) => ({ walletBytes, siteBytes })) }
}

type Task = (grown: Grown, index: number) => number

/** What is done for one payment, by name. The least that a learned score can be is logistic regression. */
function tasksOf(model: Model): Readonly<Record<string, Task>> {
  const logistic = { weights: Array.from({ length: featureNames.length + 1 }, (_, index) => Math.sin(index)) }
  return {
    features: (all, index) => featuresOf(all, index).length,
    'features and model': (all, index) => score(model, featuresOf(all, index)).tail,
    'features and logistic regression': (all, index) => logisticScore(logistic, featuresOf(all, index)),
    guards: ({ attempts, siteOf, wallet }, index) => {
      const attempt = attempts[index % attempts.length]
      return attempt === undefined ? 0 : findings(attempt, siteOf(attempt.site), wallet, []).length
    },
  }
}

function featuresOf({ attempts, siteOf, wallet }: Grown, index: number): readonly number[] {
  const attempt = attempts[index % attempts.length]
  return attempt === undefined ? [] : features(attempt, siteOf(attempt.site), wallet)
}

/** Twenty parts of the rounds, after one to warm up, the fastest first. */
function measure(task: Task, all: Grown, rounds: number): readonly number[] {
  const size = Math.ceil(rounds / parts)
  let kept = 0
  const times = Array.from({ length: parts + 1 }, () => {
    const from = performance.now()
    for (let index = 0; index < size; index += 1) kept += task(all, index)
    return ((performance.now() - from) * 1_000) / size
  })
  // Whoever leaves a result unused may find that it was never computed.
  if (Number.isNaN(kept)) throw new Error('not a number')
  return times.slice(1).sort((one, other) => one - other)
}
