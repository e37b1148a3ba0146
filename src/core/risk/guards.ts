import { shippedParameters, type Parameters } from '../policy/parameters'
import { withoutPrices } from './features'
import { defaultLevels, type Finding, type GuardId } from './finding'
import { looksLike } from './look-alike'
import { exceptionMs, type Exception } from './judgement'
import { isAcquainted, knownFrom, usualPrice, type Attempt, type SiteRecord, type WalletRecord } from './records'

/** @param by from where on something is unusual: as the wallet was made, or as a signed policy says */
type Guard = (attempt: Attempt, site: SiteRecord, wallet: WalletRecord, exceptions: readonly Exception[], by: Parameters) => Finding | null

const cent = 10_000n
const cents = (count: number): bigint => BigInt(count) * cent
const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** A site that was paid at least three times has an account that it is known by. */
const payeeChanged: Guard = ({ payTo }, { count, accounts }) =>
  count >= knownFrom && !accounts.includes(payTo) ? { guard: 'payee-changed', level: defaultLevels['payee-changed'], times: count } : null

const sitesPaying = ({ accounts }: WalletRecord, payTo: Attempt['payTo']): readonly string[] => accounts.find((one) => one.payTo === payTo)?.sites ?? []

/** Swindlers put one account on many new sites, to which nobody comes back. So do platforms: where none of their sites is known yet, that is for the reader to say. */
const payeeShared: Guard = ({ site, payTo }, { count }, wallet) => {
  const sites = sitesPaying(wallet, payTo).filter((other) => other !== site)
  return count === 0 && sites.length >= 2 && sites.every((other) => !wallet.known.includes(other)) ? { guard: 'payee-shared', level: defaultLevels['payee-shared'], sites } : null
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

/** Whoever has the very account of the site paid that they look like gets nothing by it. */
const lookAlike: Guard = ({ site, payTo }, { count }, wallet) => {
  const like = count === 0 ? looksLike(site, wallet.known) : null
  return like === null || sitesPaying(wallet, payTo).includes(like) ? null : { guard: 'look-alike', level: defaultLevels['look-alike'], like }
}

/** A consent to pay without a question is one for what the reader opens: a page that comes by itself may come again and again. */
const unattended: Guard = ({ allowed }) => (allowed === 'unopened' ? { guard: 'unattended', level: defaultLevels.unattended } : null)

/** More than a hand can do. */
const burst: Guard = ({ at }, _site, { recent }, _exceptions, by) => {
  const within = (span: number): number => recent.filter((one) => one.at > at - span && one.at <= at).length + 1
  const [soon, later] = [within(10 * second), within(minute)]
  if (soon > by['burst.ten-seconds']) return { guard: 'burst', level: defaultLevels.burst, count: soon, seconds: 10 }
  return later > by['burst.minute'] ? { guard: 'burst', level: defaultLevels.burst, count: later, seconds: 60 } : null
}

/** Small charges one after the other go unnoticed where one large one would not. What was a price here before them is no part of one. */
const split: Guard = ({ at, site: name, amount }, site, { recent }) => {
  const usual = usualPrice(site.amounts)
  if (usual === null) return null
  const isSmall = (one: bigint): boolean => one * 10n < usual * 6n
  const others = recent.filter((one) => one.site === name && one.at > at - 10 * minute && one.at <= at && isSmall(one.amount))
  const wasPrice = site.amounts.slice(0, -others.length).some((one) => one <= amount)
  if (!isSmall(amount) || others.length < 3 || wasPrice) return null
  const sum = others.reduce((total, one) => total + one.amount, amount)
  return { guard: 'split', level: defaultLevels.split, count: others.length + 1, minutes: 10, sum }
}

/** Several sites that are new to the reader, and more than a little on them, within an hour. What the reader has said is fine counts no more. */
const spree: Guard = (attempt, { count }, wallet, exceptions, by) => {
  const { at, site, amount } = attempt
  if (count > 0 || isAcquainted(wallet, attempt)) return null
  const others = wallet.recent.filter((one) => one.isNew && one.at > at - hour && one.at <= at && isOpen('spree', one, exceptions))
  const sites = new Set([site, ...others.map((one) => one.site)])
  const sum = others.reduce((total, one) => total + one.amount, amount)
  return sites.size >= by['spree.sites'] && sum > cents(by['spree.cents']) ? { guard: 'spree', level: defaultLevels.spree, count: sites.size, sum } : null
}

/** Over how many days new sites are counted. */
const newcomerDays = 7

/** Swindlers with patience: a new site every day, each for little. */
const newcomers: Guard = (attempt, { count }, wallet, exceptions, by) => {
  const { at, site, amount } = attempt
  if (count > 0 || isAcquainted(wallet, attempt)) return null
  const days = newcomerDays
  const others = wallet.newcomers.filter((one) => one.site !== site && one.at > at - days * day && one.at <= at && isOpen('newcomers', one, exceptions))
  const sum = others.reduce((total, one) => total + one.amount, amount)
  return others.length + 1 >= by['newcomers.sites'] && sum > cents(by['newcomers.cents']) ? { guard: 'newcomers', level: defaultLevels.newcomers, count: others.length + 1, days, sum } : null
}

/** Whether a payment still counts for a guard that adds up sites: not if it, or one after it, was said to be fine. */
function isOpen(guard: 'spree' | 'newcomers', { at, site }: Pick<Attempt, 'at' | 'site'>, exceptions: readonly Exception[]): boolean {
  return exceptions.every((one) => one.guard !== guard || (one.site !== site && one.until - exceptionMs < at))
}

const dearStranger: Guard = (attempt, { count }, wallet, _exceptions, by) => {
  const usual = usualPrice(wallet.amounts)
  if (count > 0 || usual === null || usual === 0n || isAcquainted(wallet, attempt)) return null
  const times = attempt.amount / usual
  return times >= BigInt(by['stranger.times']) && attempt.amount > cents(by['stranger.cents']) ? { guard: 'dear-stranger', level: defaultLevels['dear-stranger'], times, usual } : null
}

/** Nobody reads a piece in a few seconds; fractions of cents are turned faster. Whoever opens several pages pays as fast: it is said, not asked. */
const twice: Guard = ({ at, site, payTo, amount }, _site, { recent }, _exceptions, by) => {
  const before = recent.findLast((one) => one.site === site && one.payTo === payTo && one.at <= at)
  const isAgain = before?.amount === amount && amount >= 3n * cent && at - before.at < by['twice.seconds'] * second
  return isAgain ? { guard: 'twice', level: defaultLevels.twice, seconds: Math.max(1, Math.ceil((at - before.at) / second)) } : null
}

/** Within so long a page that forgot a payment asks again; who buys a second piece of one name later has more likely found it. */
const sameNameAskedMs = 5 * minute

/** A page that says a payment has failed, or forgets it, asks for the same piece at another address. Fractions of cents all have one name. */
const sameName: Guard = ({ at, site, amount, title }, _site, { recent }) => {
  const named = recent.filter((one) => one.title !== null && one.site === site && one.at <= at)
  const last = named.find((one) => one.title === title)
  if (last === undefined || at - last.at > hour || amount < 3n * cent) return null
  // Only a site that is known to call each piece by a name of its own says anything with one.
  const names = new Set(named.map((one) => one.title))
  if (names.size < knownFrom || names.size < named.length) return null
  return { guard: 'same-name', level: at - last.at <= sameNameAskedMs ? defaultLevels['same-name'] : 'notice', minutes: Math.floor((at - last.at) / minute) }
}

/** How many payments here, one after the other, were each dearer than the one before, or than all before them; and by how much in all, in tenths. */
const creepFrom = { rises: 5, highs: 4, tenths: 14n } as const
const creeping: Guard = ({ amount }, { amounts }) => {
  const prices = [...amounts, amount]
  const lastly = (is: (one: bigint, index: number) => boolean): number => prices.length - 1 - prices.map(is).lastIndexOf(false)
  // A record needs something to be above: the first price of a site is none.
  const rises = lastly((one, index) => one > (prices[index - 1] ?? one))
  const highs = lastly((one, index) => index === 0 || prices.slice(0, index).every((earlier) => earlier < one))
  const from = prices[prices.length - 1 - rises]
  if (from === undefined || (rises < creepFrom.rises && (highs < creepFrom.highs || highs === prices.length))) return null
  return amount * 10n >= from * creepFrom.tenths ? { guard: 'creeping', level: defaultLevels.creeping, steps: rises, from } : null
}

/** Sellers have a second price of twice the first, and round it up: a cent more than twice is no more than twice. */
const isFarAbove = (amount: bigint, { highest }: SiteRecord): boolean => highest > 0n && amount > 2n * highest + cent && amount > 5n * cent

/** Where that second price was paid before, three times the first is above both: by more than a quarter. */
function isTripled(amount: bigint, { amounts, highest }: SiteRecord): boolean {
  const usual = usualPrice(amounts)
  return usual !== null && amount >= 3n * usual && amount * 4n > highest * 5n && amount > 5n * cent
}

const farAbove: Guard = ({ amount }, site) => (site.count >= knownFrom && (isFarAbove(amount, site) || isTripled(amount, site)) ? { guard: 'far-above', level: defaultLevels['far-above'], highest: site.highest } : null)

/** An allowance is for what is usual: up to the sum it covers a price could rise unseen. */
const aboveAllowed: Guard = ({ amount, allowed }, { count, highest }) =>
  allowed !== undefined && count >= knownFrom && amount * 2n > highest * 3n && amount > 5n * cent ? { guard: 'above-allowed', level: defaultLevels['above-allowed'], highest } : null

const aboveUsual: Guard = ({ amount }, { amounts }, _wallet, _exceptions, by) => {
  const usual = usualPrice(amounts)
  if (usual === null || usual === 0n || amount / usual < BigInt(by['above-usual.times'])) return null
  return { guard: 'above-usual', level: defaultLevels['above-usual'], times: amount / usual, usual }
}

const guards: readonly Guard[] = [payeeChanged, payeeShared, payeeSimilar, lookAlike, unattended, burst, twice, sameName, split, spree, newcomers, dearStranger, creeping, farAbove, aboveAllowed, aboveUsual]

/** Days of reading cost some pieces; what costs more than so many of them, and is no small sum, is no day. */
const passFrom = { times: 10n, above: 50n * cent } as const

/**
 * What a seller calls a pass is held against no price of a piece, but for this. Where it can be had alone, on a site that sold pieces, the
 * name may be there to dress up a price: it is held against them as a piece would be.
 * @param site with the prices of pieces
 */
function passDear({ amount }: Attempt, site: SiteRecord, isAlone: boolean): Finding | null {
  const usual = usualPrice(site.amounts)
  if (usual === null || usual === 0n) return null
  const isDear = amount > passFrom.above && amount >= passFrom.times * usual
  return isDear || (isAlone && isFarAbove(amount, site)) ? { guard: 'pass-dear', level: defaultLevels['pass-dear'], times: amount / usual, usual } : null
}

/**
 * What the guards find about a payment, by what is kept of the payments before it. Pure; no work grows with the history.
 * @param site what is kept of the site @param wallet what is kept of all payments
 * @param exceptions what the reader has said is fine, for guards that count
 * @param by what a signed policy has set, where there is one
 */
export function findings(attempt: Attempt, site: SiteRecord, wallet: WalletRecord, exceptions: readonly Exception[], by = shippedParameters): readonly Finding[] {
  const found = guards.map((guard) => guard(attempt, site, wallet, exceptions, by)).filter((one) => one !== null)
  // What is far above everything is above what is usual, and above all before, as well: said once.
  return found.some(({ guard }) => guard === 'far-above') ? found.filter(({ guard }) => guard !== 'above-usual' && guard !== 'above-allowed') : found
}

/**
 * What is paid for. A pass is dearer than a piece and may be; 'pass-alone' is one beside which no piece is offered at what pieces cost here.
 * What a tip is worth, and who gets it, is the reader's own choice.
 */
export type Ware = 'piece' | 'pass' | 'pass-alone' | 'tip'

/**
 * Whether a piece is among what is offered, at a price that pieces have here.
 * @param pieces what the pieces on offer cost, in atomic units @param site with the prices of pieces
 */
export const hasPieceAmong = (pieces: readonly bigint[], site: SiteRecord): boolean => pieces.some((price) => !isFarAbove(price, site))

const silentOn: Readonly<Record<Exclude<Ware, 'piece'>, ReadonlySet<GuardId>>> = {
  pass: new Set(['dear-stranger']),
  'pass-alone': new Set(['dear-stranger']),
  tip: new Set(['dear-stranger', 'spree', 'newcomers']),
}

/** As `findings`, of whatever is paid for: prices of pieces are held against pieces alone. */
export function findingsOn(ware: Ware, attempt: Attempt, site: SiteRecord, wallet: WalletRecord, exceptions: readonly Exception[], by = shippedParameters): readonly Finding[] {
  if (ware === 'piece') return findings(attempt, site, wallet, exceptions, by)
  const found = findings(attempt, withoutPrices(site), wallet, exceptions, by).filter(({ guard }) => !silentOn[ware].has(guard))
  const pass = ware === 'tip' ? null : passDear(attempt, site, ware === 'pass-alone')
  return pass === null ? found : [...found, pass]
}
