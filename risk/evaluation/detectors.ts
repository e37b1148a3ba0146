import { exceptionMs } from '../../src/core/risk/judgement'
import type { Model } from '../../src/core/risk/model'
import type { Payment } from '../simulator/payment'
import type { Example, Wallet } from '../simulator/world'
import { thresholdFor } from '../trainer/calibration'
import { theModel, type Scorer, type Scores } from './scorers'

/** Which payments of a wallet are not paid without the reader saying that it is fine. */
export interface Flags {
  readonly honest: readonly boolean[]
  readonly incidents: readonly (readonly boolean[])[]
}

export interface Detector {
  readonly name: string
  readonly of: (wallet: Wallet) => Flags
}

function each(name: string, isFlagged: (example: Example) => boolean): Detector {
  return { name, of: ({ honest, incidents }) => ({ honest: honest.map(isFlagged), incidents: incidents.map(({ examples }) => examples.map(isFlagged)) }) }
}

export const limitsOnly = each('limits', ({ seen }) => seen.overLimit)
/** Under an allowance anything that is found means that the reader is asked (docs/ARCHITECTURE.md). */
export const guardsOnly = each('guards', ({ payment, seen }) => seen.level === 'ask' || seen.level === 'deny' || (seen.level === 'notice' && !payment.asked))

/** Flags what scores at least so much, and not again what the reader has said is fine. */
export function above(scorer: Scorer, threshold: number, unasked = threshold): Detector {
  return { name: scorer.name, of: (wallet) => withExceptions(wallet, scorer.of(wallet), ({ asked }) => (asked ? threshold : unasked)) }
}

/** What the wallet does: the guards, and the model with the thresholds it was shipped with. */
export const product = (model: Model, name = 'guards and model'): Detector => anyOf(name, guardsOnly, above(theModel(model), model.thresholds.ask, model.thresholds.notice))

/** @param share of the payments of wallets that nobody attacks: the budget of false alarms */
export function within(scorer: Scorer, clean: readonly Wallet[], share: number): Detector {
  return above(scorer, thresholdFor(clean.flatMap((wallet) => scorer.of(wallet).honest), share))
}

/** Flags what any of them flags. */
export function anyOf(name: string, ...detectors: readonly Detector[]): Detector {
  return {
    name,
    of(wallet) {
      const all = detectors.map((detector) => detector.of(wallet))
      return {
        honest: wallet.honest.map((_, index) => all.some(({ honest }) => honest[index] === true)),
        incidents: wallet.incidents.map(({ examples }, at) => examples.map((_, index) => all.some(({ incidents }) => incidents[at]?.[index] === true))),
      }
    },
  }
}

interface Excepted {
  readonly after: number
  readonly payment: Payment
}

/** A reader who says that an honest payment is fine is not asked for as much again: same site, same account, 30 days (core/risk/judgement). */
function withExceptions({ honest, incidents }: Wallet, scores: Scores, thresholdOf: (payment: Payment) => number): Flags {
  const excepted: Excepted[] = []
  const isFine = ({ site, payTo, amount, at }: Payment, after: number): boolean =>
    excepted.some((one) => one.after < after && one.payment.site === site && one.payment.payTo === payTo && amount <= one.payment.amount && at < one.payment.at + exceptionMs)
  const flags = honest.map(({ payment }, index) => {
    const isFlagged = (scores.honest[index] ?? 0) >= thresholdOf(payment) && !isFine(payment, index)
    if (isFlagged) excepted.push({ after: index, payment })
    return isFlagged
  })
  const attacked = incidents.map(({ examples, after }, at) => examples.map(({ payment }, index) => (scores.incidents[at]?.[index] ?? 0) >= thresholdOf(payment) && !isFine(payment, after)))
  return { honest: flags, incidents: attacked }
}
