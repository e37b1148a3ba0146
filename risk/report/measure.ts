import { featureNames } from '../../src/core/risk/features'
import type { Model } from '../../src/core/risk/model'
import { mostTaken, type Taken } from '../evaluation/adversary'
import { ablations, apart, columnsOf, shuffled } from '../evaluation/checks'
import { anyOf, guardsOnly, limitsOnly, product, within, type Detector } from '../evaluation/detectors'
import { guardLines, type GuardLine } from '../evaluation/guard-lines'
import { outcomes, type WalletOutcome } from '../evaluation/outcome'
import { averagePrecision, rankingOf } from '../evaluation/ranking'
import { halfSpace, isolation, logisticRegression, robustZ, rulesOnly, theModel, treesOnly, type Scorer } from '../evaluation/scorers'
import { intervals, quantile, recallByFamily, share, summarise, type Interval, type Measure, type Summary } from '../evaluation/summary'
import { developed, families, frozen } from '../simulator/attacks/families'
import { widerBy } from '../simulator/parameters'
import { world, type Wallet } from '../simulator/world'
import type { Boosted } from '../trainer/boosting'
import type { Examples } from '../trainer/examples'
import { allExamples, budgets, calibrated, cleanWallets, fullSize, seeds, sha256, train, trainingExamples, trainingWallets, written } from '../trainer/recipe'
import type { Size } from '../size'

export interface Line extends Summary {
  readonly name: string
  readonly intervals: Readonly<Record<Measure, Interval>>
}

/** How one family fares: shares of its incidents that were flagged, and dollars. */
export interface FamilyLine {
  readonly family: string
  readonly frozen: boolean
  readonly incidents: number
  readonly limits: number
  readonly guards: number
  readonly trees: number
  readonly product: number
  /** With a model that has never seen it; the same as `product` where no model has. */
  readonly leftOut: number
  readonly medianLost: number
  readonly p90Lost: number
  readonly medianAtStake: number
}

export interface Measured {
  readonly sizes: { readonly training: number; readonly clean: number; readonly test: number; readonly honest: number; readonly incidents: number; readonly charges: number }
  readonly sha256: string
  readonly bytes: number
  readonly thresholds: Model['thresholds']
  readonly detectors: readonly Line[]
  readonly leftOut: Line
  readonly frozenOnly: Line
  readonly families: readonly FamilyLine[]
  readonly guards: readonly GuardLine[]
  readonly curve: readonly { readonly budget: number; readonly recall: number; readonly flagged: number; readonly medianLost: number }[]
  readonly ranking: readonly { readonly name: string; readonly area: number; readonly precision: number }[]
  readonly attackShare: number
  readonly shuffled: number
  readonly ablations: readonly { readonly name: string; readonly recall: number; readonly flagged: number }[]
  readonly adversary: readonly (readonly [guise: string, taken: readonly Taken[]])[]
  /** Counts. */
  readonly alarmsByReason: readonly (readonly [reason: string, count: number])[]
  /** Shares. */
  readonly alarmsByPersona: readonly (readonly [persona: string, share: number])[]
  readonly tips: { readonly share: number; readonly flaggedMore: number }
}

const draws = 400
const bootstrapSeed = 9

/** Everything the report tells, from its seeds. @param log what is being done, for whoever waits */
export function measure(size: Size, log: (step: string) => void): Measured {
  log('Readers to learn from, and readers nobody attacks')
  const training = trainingWallets(size.of(fullSize.training))
  const clean = cleanWallets(size.of(fullSize.validation))
  log('The model')
  const examples = trainingExamples(training)
  const model = calibrated(train(examples), clean)
  log('Readers to test with')
  // A quick look is for development: the test, and the frozen kinds, stay unseen.
  const unseen = size.isFull ? { seed: seeds.test } : { seed: seeds.development, families: developed }
  const test = [...world({ ...unseen, wallets: size.of(fullSize.test), wider: widerBy })]
  log('Other detectors')
  const everything = allExamples(training)
  const alone = train(everything)
  const detectors = detectorsOf(model, alone, everything, clean).map((detector) => lineOf(detector, test))
  log('Each family left out in turn')
  const shipped = outcomes(product(model), test)
  const left = leftOut(training, clean, test, shipped)
  log('Ablations, the curve, shuffled labels')
  const text = written(model)
  const file = { sha256: sha256(text), bytes: text.length, thresholds: model.thresholds }
  const checks = { curve: curveOf(model, clean, test), ablations: ablationsOf(examples, clean, test), shuffled: shuffledRanking(everything, test) }
  log('Somebody who knows everything')
  const adversary = [...mostTaken(model, test.slice(0, Math.min(test.length, 40)), seeds.test)]
  return {
    sizes: sizesOf(training, clean, test),
    ...file,
    detectors,
    leftOut: lineFrom('left out', left),
    frozenOnly: lineFrom('frozen', onlyFamilies(shipped, new Set(frozen.map(({ name }) => name)))),
    families: familyLines(shipped, within(treesOnly(alone), clean, budgets.alone), test, left),
    guards: guardLines(test),
    ...checks,
    ...rankingsOf(alone, everything, clean, test),
    adversary,
    ...alarmsOf(product(model), test),
    tips: tipsOf(test),
  }
}

/** All in the same run: those that stand alone, under one budget, and what the wallet does. */
function detectorsOf(model: Model, alone: Boosted, everything: Examples, clean: readonly Wallet[]): readonly Detector[] {
  const scorers = [...standingAlone(alone, everything, clean), named('rules and trees', theModel(calibrated(alone, clean)))]
  const guardsAndRules = anyOf('guards and rules', guardsOnly, within(rulesOnly, clean, budgets.ask))
  return [limitsOnly, ...scorers.map((scorer) => within(scorer, clean, budgets.alone)), guardsOnly, guardsAndRules, product(model)]
}

function standingAlone(alone: Boosted, everything: Examples, clean: readonly Wallet[]): readonly Scorer[] {
  const honest = clean.flatMap((wallet) => wallet.honest.map(({ seen }) => seen.values))
  return [rulesOnly, robustZ, logisticRegression(everything), isolation(honest, seeds.trees), halfSpace(seeds.trees), treesOnly(alone)]
}

const named = (name: string, scorer: Scorer): Scorer => ({ ...scorer, name })

const lineOf = (detector: Detector, test: readonly Wallet[]): Line => lineFrom(detector.name, outcomes(detector, test))
const lineFrom = (name: string, all: readonly WalletOutcome[]): Line => ({ name, ...summarise(all), intervals: intervals(all, draws, bootstrapSeed) })

const onlyFamilies = (all: readonly WalletOutcome[], chosen: ReadonlySet<string>): readonly WalletOutcome[] =>
  all.map((wallet) => ({ ...wallet, incidents: wallet.incidents.filter(({ family }) => chosen.has(family)) }))

/** What is flagged of each family by a model that never saw it. Alarms are those of the shipped model. */
function leftOut(training: readonly Wallet[], clean: readonly Wallet[], test: readonly Wallet[], shipped: readonly WalletOutcome[]): readonly WalletOutcome[] {
  let all = onlyFamilies(shipped, new Set(frozen.map(({ name }) => name)))
  for (const { name } of developed) {
    const model = calibrated(train(trainingExamples(training, name)), clean)
    const without = outcomes(product(model), test.map((wallet) => ({ ...wallet, incidents: wallet.incidents.filter(({ family }) => family === name) })))
    all = all.map((wallet, index) => ({ ...wallet, incidents: [...wallet.incidents, ...(without[index]?.incidents ?? [])] }))
  }
  return all
}

function familyLines(shipped: readonly WalletOutcome[], trees: Detector, test: readonly Wallet[], left: readonly WalletOutcome[]): readonly FamilyLine[] {
  const incidentsOf = (all: readonly WalletOutcome[]) => all.flatMap(({ incidents }) => incidents)
  const recalls = [outcomes(limitsOnly, test), outcomes(guardsOnly, test), outcomes(trees, test), shipped, left].map((all) => recallByFamily(incidentsOf(all)))
  return families.map(({ name, frozen: isFrozen }) => {
    const of = incidentsOf(shipped).filter(({ family }) => family === name)
    const [limits, guards, alone, whole, without] = recalls.map((recall) => recall.get(name) ?? 0)
    const lost = of.map((one) => one.lost)
    return {
      family: name,
      frozen: isFrozen,
      incidents: of.length,
      limits: limits ?? 0,
      guards: guards ?? 0,
      trees: alone ?? 0,
      product: whole ?? 0,
      leftOut: without ?? 0,
      medianLost: quantile(lost, 0.5),
      p90Lost: quantile(lost, 0.9),
      medianAtStake: quantile(of.map(({ atStake }) => atStake), 0.5),
    }
  })
}

/** Guards and model, at other budgets for the model. */
function curveOf(model: Model, clean: readonly Wallet[], test: readonly Wallet[]): Measured['curve'] {
  return [0, 0.0002, 0.0005, 0.001, 0.002, 0.004].map((budget) => {
    const detector = budget === 0 ? guardsOnly : anyOf('', guardsOnly, within(theModel(model), clean, budget))
    const { recall, flagged, medianLost } = summarise(outcomes(detector, test))
    return { budget, recall, flagged, medianLost }
  })
}

function ablationsOf(examples: Examples, clean: readonly Wallet[], test: readonly Wallet[]): Measured['ablations'] {
  return ablations.map(({ name, features: taken }) => {
    const model = calibrated(train(examples, { without: columnsOf(taken) }), clean)
    const { recall, flagged } = summarise(outcomes(product(model), test))
    return { name, recall, flagged }
  })
}

/** The mean of three deals. Without directions: those know what an attack looks like, whatever the labels say. */
function shuffledRanking(examples: Examples, test: readonly Wallet[]): number {
  const deals = [1, 2, 3].map((deal) => {
    const { attacks, honest } = apart(train(shuffled(examples, deal), { directions: featureNames.map(() => 0) }), test)
    return rankingOf(attacks, honest)
  })
  return deals.reduce((sum, one) => sum + one, 0) / deals.length
}

/** How well charges are told from honest payments one by one, wherever the threshold is. */
function rankingsOf(alone: Boosted, everything: Examples, clean: readonly Wallet[], test: readonly Wallet[]): Pick<Measured, 'ranking' | 'attackShare'> {
  const scored = standingAlone(alone, everything, clean).map((scorer) => {
    const all = test.map((wallet) => scorer.of(wallet))
    return { name: scorer.name, attacks: all.flatMap(({ incidents }) => incidents.flat()), honest: all.flatMap(({ honest }) => honest) }
  })
  const first = scored[0] ?? { attacks: [], honest: [] }
  return {
    ranking: scored.map(({ name, attacks, honest }) => ({ name, area: rankingOf(attacks, honest), precision: averagePrecision(attacks, honest) })),
    attackShare: share(first.attacks.length, first.attacks.length + first.honest.length),
  }
}

function alarmsOf(detector: Detector, test: readonly Wallet[]): Pick<Measured, 'alarmsByReason' | 'alarmsByPersona'> {
  const [alarmsByReason, alarms, payments] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const add = (map: Map<string, number>, key: string, more: number): void => void map.set(key, (map.get(key) ?? 0) + more)
  for (const wallet of test) {
    const { honest } = detector.of(wallet)
    add(payments, wallet.persona, honest.length)
    wallet.honest.forEach(({ seen }, index) => {
      if (honest[index] !== true) return
      add(alarms, wallet.persona, 1)
      for (const reason of seen.guards.length === 0 ? ['the model alone'] : seen.guards) add(alarmsByReason, reason, 1)
    })
  }
  return { alarmsByReason: [...alarmsByReason], alarmsByPersona: [...payments].map(([persona, all]) => [persona, share(alarms.get(persona) ?? 0, all)]) }
}

function tipsOf(test: readonly Wallet[]): Measured['tips'] {
  const honest = test.flatMap((wallet) => wallet.honest)
  const count = (is: (one: Wallet['honest'][number]) => boolean): number => share(honest.filter(is).length, honest.length)
  return { share: count(({ payment }) => payment.kind === 'tip'), flaggedMore: count(({ seen }) => seen.tipFlagged && seen.level === 'ok') }
}

function sizesOf(training: readonly Wallet[], clean: readonly Wallet[], test: readonly Wallet[]): Measured['sizes'] {
  const incidents = test.flatMap((wallet) => wallet.incidents)
  return {
    training: training.length,
    clean: clean.length,
    test: test.length,
    honest: test.reduce((sum, { honest }) => sum + honest.length, 0),
    incidents: incidents.length,
    charges: incidents.reduce((sum, { examples }) => sum + examples.length, 0),
  }
}
