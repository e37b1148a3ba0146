import { createHash } from 'node:crypto'
import { featureDirections, featureNames } from '../../src/core/risk/features'
import { tailOnly, treeScore, type Model } from '../../src/core/risk/model'
import { ruleScore } from '../../src/core/risk/rules'
import { developed } from '../simulator/attacks/families'
import { isScored } from '../simulator/payment'
import { world, type Wallet } from '../simulator/world'
import { boost, type Boosted, type BoostingOptions } from './boosting'
import { honestTable, thresholdFor } from './calibration'
import { examplesOf, type Examples } from './examples'

/** Seeds of the worlds, of which none shares a wallet with another, and of what is drawn in training. */
export const seeds = { training: 101, validation: 202, test: 303, development: 404, trees: 7 } as const

/** How many wallets each world has at full size. */
export const fullSize = { training: 400, validation: 500, test: 300 } as const

/**
 * Budgets of false alarms, as shares of the payments of wallets that nobody attacks: for the model to ask, and to tell (which under an
 * allowance means to ask), beside the guards; and for a detector that stands alone.
 */
export const budgets = { ask: 0.0002, notice: 0.0003, alone: 0.001 } as const

export const boosting: BoostingOptions = {
  seed: seeds.trees,
  trees: 120,
  depth: 4,
  rate: 0.25,
  rowShare: 0.6,
  featureShare: 0.7,
  lambda: 2,
  leastWeight: 10,
  directions: featureDirections,
}

export const trainingWallets = (wallets: number): readonly Wallet[] => [...world({ seed: seeds.training, wallets, wider: 1, families: developed })]

/** Wallets that nobody attacks: thresholds come from them alone. */
export const cleanWallets = (wallets: number): readonly Wallet[] => [...world({ seed: seeds.validation, wallets, wider: 1, families: [] })]

/** What the model of the product learns from: what the guards let pass. @param without a family that is left out */
export const trainingExamples = (wallets: readonly Wallet[], without: string | null = null): Examples => examplesOf(wallets, (family) => family !== without, true)

/** What a model learns from that has to do without guards. */
export const allExamples = (wallets: readonly Wallet[]): Examples => examplesOf(wallets, () => true, false)

export function train(examples: Examples, change: Partial<BoostingOptions> = {}): Boosted {
  return boost(examples, { ...boosting, ...change })
}

/** Trees with what honest payments score, and thresholds, both from wallets that nobody attacks. */
export function calibrated({ base, trees }: Boosted, clean: readonly Wallet[]): Model {
  const rows = clean.flatMap(({ honest }) => honest.filter(({ payment }) => isScored(payment)).map(({ seen }) => seen.values))
  const honest = {
    trees: [...honestTable(rows.map((values) => treeScore({ base, trees }, values)))],
    rules: [...honestTable(rows.map(ruleScore))],
  }
  const model: Model = { version: 1, features: [...featureNames], base, trees, honest, thresholds: { notice: 0, ask: 0 } }
  const tails = rows.map((values) => tailOnly(model, values))
  const threshold = (share: number): number => Math.ceil(thresholdFor(tails, share) * 1_000) / 1_000
  return { ...model, thresholds: { notice: threshold(budgets.notice), ask: threshold(budgets.ask) } }
}

/** The model file. */
export const written = (model: Model): string => `${JSON.stringify(model)}\n`

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
