import { tailOnly, type Model } from '../../src/core/risk/model'
import { defaultLimits } from '../../src/core/spending/limits'
import { inDollars } from '../simulator/money'
import { account, siteName } from '../simulator/names'
import { day, isScored, minute, type Payment } from '../simulator/payment'
import { Random } from '../simulator/random'
import { Watched } from '../simulator/watched'
import type { Wallet } from '../simulator/world'

type Charge = Omit<Payment, 'at' | 'amount' | 'title'>

/** What somebody can be who knows the rules, the model, its thresholds, and what the wallet keeps. */
interface Guise {
  readonly name: string
  /** Null where there is no such site. */
  readonly of: (watched: Watched, random: Random) => (() => Charge) | null
}

const known = (asked: boolean, kind: Payment['kind'], isAlone = true): Guise['of'] => (watched) => {
  const best = [...watched.sites].filter(([, { count }]) => count >= 3).sort(([, one], [, other]) => other.count - one.count)[0]
  const payTo = best?.[1].accounts[0]
  return best === undefined || payTo === undefined ? null : () => ({ site: best[0], payTo, asked, kind, isAlone })
}

export const guises: readonly Guise[] = [
  { name: 'the site that is paid most, where the reader presses', of: known(true, 'article') },
  { name: 'the same under an allowance without an end', of: known(false, 'article') },
  { name: 'the same, and calls each a day pass', of: known(true, 'pass') },
  { name: 'the same, and leaves a piece beside it', of: known(true, 'pass', false) },
  { name: 'new sites with an account each', of: (_, random) => () => ({ site: siteName(random), payTo: account(random), asked: true, kind: 'article' }) },
  {
    name: 'one new site',
    of(_, random) {
      const charge = { site: siteName(random), payTo: account(random), asked: true, kind: 'article' as const }
      return () => charge
    },
  },
]

const gaps = [1, 5, 20, 60, 180].map((minutes) => minutes * minute)
const mostCharges = 40
/** Cents, from what one payment may be at most. */
const amounts = [200, 180, 150, 120, 100, 90, 80, 70, 60, 50, 40, 35, 30, 25, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1].map((cents) => BigInt(cents) * 10_000n).filter((amount) => amount <= defaultLimits.payment)

/** What was taken in a day, in dollars, and with how many payments. */
export interface Taken {
  readonly dollars: number
  readonly payments: number
}

/** For each guise, the most that was taken from each wallet in a day without a flag. */
export function mostTaken(model: Model, wallets: readonly Wallet[], seed: number): ReadonlyMap<string, readonly Taken[]> {
  return new Map(
    guises.map(({ name, of }) => [
      name,
      wallets.flatMap(({ watched, honest }, index) => {
        const random = new Random(seed).fork(index)
        const charge = of(watched, random)
        const from = (honest.at(-1)?.payment.at ?? 0) + day
        return charge === null ? [] : [best(gaps.map((gap) => drain(model, watched, charge, from, gap)))]
      }),
    ]),
  )
}

const best = (all: readonly Taken[]): Taken => all.reduce((most, one) => (one.dollars > most.dollars ? one : most))

/** At each step the most that is not flagged. Greedy: a cleverer plan may take more. */
function drain(model: Model, watched: Watched, charge: () => Charge, from: number, gap: number): Taken {
  const branch = new Watched(watched)
  let taken = 0n
  let payments = 0
  // A day of the limits begins at midnight: none is crossed, or it would count twice.
  const midnight = Math.ceil(from / day) * day
  for (let at = midnight; at < midnight + day && payments < mostCharges; at += gap) {
    const next = charge()
    const payment = amounts.map((amount) => ({ ...next, at, amount, title: null })).find((one) => isUnseen(model, branch, one))
    if (payment === undefined) continue
    branch.pay(payment, null)
    taken += payment.amount
    payments += 1
  }
  return { dollars: inDollars(taken), payments }
}

/** Above this, somebody who was never paid takes a fresh proof (background/step-up/stakes); atomic units. */
const newPayeeLimit = 1_000_000n

function isUnseen(model: Model, watched: Watched, payment: Payment): boolean {
  const isNew = watched.wallet.accounts.every(({ payTo }) => payTo !== payment.payTo)
  if (watched.isOver(payment) || (isNew && payment.amount > newPayeeLimit)) return false
  const { level, values } = watched.look(payment)
  const isQuiet = level === 'ok' || (level === 'notice' && payment.asked)
  const { ask, notice } = model.thresholds
  return isQuiet && (!isScored(payment) || tailOnly(model, values) < (payment.asked ? ask : notice))
}
