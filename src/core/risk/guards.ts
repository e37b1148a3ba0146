import { defaultLevels, type Finding } from './finding'
import { looksLike } from './look-alike'
import { knownFrom, usualPrice, type Attempt, type SiteRecord, type WalletRecord } from './records'

type Guard = (attempt: Attempt, site: SiteRecord, wallet: WalletRecord) => Finding | null

const cent = 10_000n
const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** A site that was paid at least three times has an account that it is known by. */
const payeeChanged: Guard = ({ payTo }, { count, accounts }) =>
  count >= knownFrom && !accounts.includes(payTo) ? { guard: 'payee-changed', level: defaultLevels['payee-changed'], times: count } : null

/** Swindlers put one account on many new sites. So do platforms: that is for the reader to say. */
const payeeShared: Guard = ({ site, payTo }, { count }, { accounts }) => {
  const sites = accounts.find((one) => one.payTo === payTo)?.sites.filter((other) => other !== site) ?? []
  return count === 0 && sites.length >= 2 ? { guard: 'payee-shared', level: defaultLevels['payee-shared'], sites } : null
}

/** How many digits at both ends people compare. That an honest account shares them by chance happens once in four billion. */
const compared = 4

/** Made to be taken for an account that was paid before ("address poisoning"). */
const payeeSimilar: Guard = ({ payTo }, _site, { accounts }) => {
  if (accounts.some((one) => one.payTo === payTo)) return null
  const ends = (account: string): string => account.slice(2, 2 + compared) + account.slice(-compared)
  const like = accounts.find((one) => ends(one.payTo) === ends(payTo))
  return like === undefined ? null : { guard: 'payee-similar', level: defaultLevels['payee-similar'], site: like.sites[0] ?? '' }
}

const lookAlike: Guard = ({ site }, { count }, { known }) => {
  const like = count === 0 ? looksLike(site, known) : null
  return like === null ? null : { guard: 'look-alike', level: defaultLevels['look-alike'], like }
}

/** More than a hand can do. */
const burst: Guard = ({ at }, _site, { recent }) => {
  const within = (span: number): number => recent.filter((one) => one.at > at - span && one.at <= at).length + 1
  const [soon, later] = [within(10 * second), within(minute)]
  if (soon > 5) return { guard: 'burst', level: defaultLevels.burst, count: soon, seconds: 10 }
  return later > 30 ? { guard: 'burst', level: defaultLevels.burst, count: later, seconds: 60 } : null
}

/** Small charges one after the other go unnoticed where one large one would not. */
const split: Guard = ({ at, site: name, amount }, site, { recent }) => {
  const usual = usualPrice(site.amounts)
  if (usual === null) return null
  const isSmall = (one: bigint): boolean => one * 10n < usual * 6n
  const others = recent.filter((one) => one.site === name && one.at > at - 10 * minute && one.at <= at && isSmall(one.amount))
  if (!isSmall(amount) || others.length < 3) return null
  const sum = others.reduce((total, one) => total + one.amount, amount)
  return { guard: 'split', level: defaultLevels.split, count: others.length + 1, minutes: 10, sum }
}

/** Several sites that are new to the reader, and more than a dollar on them, within an hour. */
const spree: Guard = ({ at, site, amount }, { count }, { recent }) => {
  if (count > 0) return null
  const others = recent.filter((one) => one.isNew && one.at > at - hour && one.at <= at)
  const sites = new Set([site, ...others.map((one) => one.site)])
  const sum = others.reduce((total, one) => total + one.amount, amount)
  return sites.size >= 3 && sum > 100n * cent ? { guard: 'spree', level: defaultLevels.spree, count: sites.size, sum } : null
}

const farAbove: Guard = ({ amount }, { count, highest }) =>
  count >= knownFrom && highest > 0n && amount > 2n * highest && amount > 10n * cent ? { guard: 'far-above', level: defaultLevels['far-above'], highest } : null

/** From how many times the usual price on a reader is told of it. */
const dearFrom = 3n

const aboveUsual: Guard = ({ amount }, { amounts }) => {
  const usual = usualPrice(amounts)
  if (usual === null || usual === 0n || amount / usual < dearFrom) return null
  return { guard: 'above-usual', level: defaultLevels['above-usual'], times: amount / usual, usual }
}

const guards: readonly Guard[] = [payeeChanged, payeeShared, payeeSimilar, lookAlike, burst, split, spree, farAbove, aboveUsual]

/**
 * What the guards find about a payment, by what is kept of the payments before it. Pure; no work grows with the history.
 * @param site what is kept of the site @param wallet what is kept of all payments
 */
export function findings(attempt: Attempt, site: SiteRecord, wallet: WalletRecord): readonly Finding[] {
  const found = guards.map((guard) => guard(attempt, site, wallet)).filter((one) => one !== null)
  // What is far above everything is above what is usual as well: said once.
  return found.some(({ guard }) => guard === 'far-above') ? found.filter(({ guard }) => guard !== 'above-usual') : found
}
