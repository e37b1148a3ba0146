import type { Address } from '../hex'
import { knownFrom, type Attempt, type SiteRecord, type WalletRecord } from './records'

// Numbers here are doubles, amounts included: nothing in this file moves money or is compared with a limit.

/**
 * How a feature may bear on the score: 1 where more of it can only be more suspicious, -1 where it can only be less, 0 where either
 * may be. The trainer keeps to it, so that nobody has to explain why a higher price made a payment look better.
 */
export type Direction = -1 | 0 | 1

/**
 * What the model looks at, in this order; a model file names them and is refused where they differ. Ratios are powers of two,
 * counts and sums are log2(1 + x). "Here" is on this site, "all" on any; a window ends with the attempt and does not count it,
 * except in sums.
 */
const directions = {
  /** The price, log10 of cents. */
  amount: 1,
  /** The price against the middle one of the latest prices here, the highest ever here, and the oldest that is kept. */
  overSiteMedian: 0,
  overSiteHighest: 1,
  overSiteOldest: 1,
  /** The price against the middle one and the highest of the latest prices anywhere. */
  overWalletMedian: 1,
  overWalletHighest: 1,
  /** How often the latest prices here, with this one, rose above all before them. */
  newHighs: 1,
  /** Distance from the usual price here in robust standard deviations of its logarithm (median, MAD). */
  robustZ: 0,
  /** Payments made here. */
  siteCount: -1,
  /** Days since the first payment here. */
  siteAge: -1,
  /** Somebody else is paid than ever before here; nobody was paid before, anywhere, on this account. */
  payeeChanged: 1,
  payeeUnseen: 0,
  /** How many other sites have this account paid. */
  payeeElsewhere: 0,
  /** Whether this attempt comes sooner than the gaps between the latest payments here let expect, the middle and the shortest; and the time itself. */
  gapRatio: -1,
  gapOverShortest: -1,
  sinceHere: -1,
  sinceAll: -1,
  here10s: 1,
  here1m: 1,
  here10m: 1,
  here1h: 1,
  here24h: 1,
  all10s: 1,
  all1m: 1,
  all10m: 1,
  all1h: 1,
  all24h: 1,
  /** How long it has gone on here without a break of an hour, in minutes; and how many payments that was. */
  streakMinutes: 1,
  streakCount: 1,
  /** Money with this attempt, in cents. */
  hereSum1h: 1,
  hereSum24h: 1,
  allSum1h: 1,
  allSum24h: 1,
  /** The money of a day here as a multiple of the usual price. */
  hereSum24hOverMedian: 1,
  /** Sites that were new to the reader, and the money to them; none where this site is not new itself. */
  newSites1h: 1,
  newSites24h: 1,
  newSitesSum1h: 1,
  /** Of the payments of ten minutes here with this one, the share below six tenths of the usual price. */
  smallShare: 1,
  /** How many of an hour here had exactly this price. */
  samePrice1h: 1,
  /** 1 where nobody was asked (an allowance), else 0. */
  unasked: 0,
} as const satisfies Record<string, Direction>

export type FeatureName = keyof typeof directions
export const featureNames = Object.keys(directions) as readonly FeatureName[]
export const featureDirections: readonly Direction[] = featureNames.map((name) => directions[name])

/** Every feature lies within this of zero. */
export const featureBound = 20

/** What is kept of a site, for what is no single piece there (a pass): its prices say nothing of that. */
export const withoutPrices = (site: SiteRecord): SiteRecord => ({ ...site, amounts: [], highest: 0n })

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
/** Where there was nothing before: as long as anything is remembered. */
const longAgo = 365 * day
const microsPerCent = 10_000

/** What happened within the windows before an attempt. */
interface Windows {
  readonly here: readonly [number, number, number, number, number]
  readonly all: readonly [number, number, number, number, number]
  readonly hereSum1h: number
  readonly hereSum24h: number
  readonly allSum1h: number
  readonly allSum24h: number
  readonly newSites1h: number
  readonly newSites24h: number
  readonly newSitesSum1h: number
  readonly small10m: number
  readonly samePrice1h: number
  readonly lastAt: number | null
  readonly streakCount: number
  readonly streakFrom: number
}

const spans = [10 * second, minute, 10 * minute, hour, day] as const

/**
 * An attempt in numbers, by what is kept of the payments before it and nothing later. Pure; bounded by `featureBound`, never NaN;
 * no work grows with the history.
 * @param site what is kept of the site @param wallet what is kept of all payments
 * @returns as many numbers as `featureNames`, in that order
 */
export function features(attempt: Attempt, site: SiteRecord, wallet: WalletRecord): readonly number[] {
  const usual = medianOf(site.amounts)
  const windows = windowsBefore(attempt, wallet, usual)
  const values: Readonly<Record<FeatureName, number>> = {
    ...prices(attempt, site, wallet, usual),
    ...acquaintance(attempt, site, wallet),
    ...pace(attempt, site, windows),
    ...counts(attempt, windows),
    ...sums(attempt, site, windows, usual),
    unasked: attempt.asked ? 0 : 1,
  }
  return featureNames.map((name) => bounded(values[name]))
}

function prices({ amount }: Attempt, site: SiteRecord, wallet: WalletRecord, usual: number | null) {
  const price = Number(amount)
  return {
    amount: Math.log10(Math.max(price, 1) / microsPerCent),
    overSiteMedian: ratio(price, usual),
    overSiteHighest: ratio(price, site.highest === 0n ? null : Number(site.highest)),
    overSiteOldest: ratio(price, site.amounts[0] === undefined ? null : Number(site.amounts[0])),
    newHighs: newHighs([...site.amounts, amount]),
    overWalletMedian: ratio(price, medianOf(wallet.amounts)),
    overWalletHighest: ratio(price, wallet.amounts.length === 0 ? null : wallet.amounts.reduce((most, one) => Math.max(most, Number(one)), 0)),
    robustZ: robustZ(price, site.amounts),
  }
}

function acquaintance({ at, site: name, payTo }: Attempt, site: SiteRecord, wallet: WalletRecord) {
  return {
    siteCount: Math.log2(1 + site.count),
    siteAge: Math.log2(1 + Math.max(0, at - (site.firstAt ?? at)) / day),
    ...payee(name, payTo, site, wallet),
  }
}

function payee(name: string, payTo: Address, site: SiteRecord, wallet: WalletRecord) {
  const sites = wallet.accounts.find((one) => one.payTo === payTo)?.sites
  return {
    payeeChanged: site.count > 0 && !site.accounts.includes(payTo) ? 1 : 0,
    payeeUnseen: sites === undefined ? 1 : 0,
    payeeElsewhere: sites?.filter((other) => other !== name).length ?? 0,
  }
}

function pace({ at }: Attempt, site: SiteRecord, { here, lastAt }: Windows) {
  const gap = site.lastAt === null ? longAgo : Math.max(0, at - site.lastAt)
  const usualGap = site.gaps.length < knownFrom ? null : middle(site.gaps)
  // A reader who pays for the tenth time in a row is at their usual gap again: what counts is the longer of a gap and a minute.
  const gapRatio = site.lastAt === null || usualGap === null ? 0 : ratio(Math.max(gap, second), Math.max(usualGap, minute))
  return {
    gapRatio,
    gapOverShortest: site.lastAt === null || usualGap === null ? 0 : ratio(Math.max(gap, second), Math.max(Math.min(...site.gaps), second)),
    sinceHere: here[0] > 0 ? 0 : Math.log2(1 + Math.min(gap, longAgo) / second) / 2,
    sinceAll: Math.log2(1 + Math.min(lastAt === null ? longAgo : at - lastAt, longAgo) / second) / 2,
  }
}

function counts({ at }: Attempt, { here, all, streakCount, streakFrom }: Windows) {
  const streak = { streakMinutes: log1p2((at - streakFrom) / minute), streakCount: log1p2(streakCount) }
  const [here10s, here1m, here10m, here1h, here24h] = here.map(log1p2) as [number, number, number, number, number]
  const [all10s, all1m, all10m, all1h, all24h] = all.map(log1p2) as [number, number, number, number, number]
  return { here10s, here1m, here10m, here1h, here24h, all10s, all1m, all10m, all1h, all24h, ...streak }
}

function sums({ amount }: Attempt, site: SiteRecord, windows: Windows, usual: number | null) {
  const price = Number(amount)
  const cents = (sum: number): number => log1p2((sum + price) / microsPerCent)
  const isNew = site.count === 0
  const isSmall = usual !== null && price < 0.6 * usual
  return {
    hereSum1h: cents(windows.hereSum1h),
    hereSum24h: cents(windows.hereSum24h),
    allSum1h: cents(windows.allSum1h),
    allSum24h: cents(windows.allSum24h),
    hereSum24hOverMedian: usual === null ? 0 : log1p2((windows.hereSum24h + price) / Math.max(usual, 1)),
    newSites1h: isNew ? windows.newSites1h : 0,
    newSites24h: isNew ? windows.newSites24h : 0,
    newSitesSum1h: isNew ? cents(windows.newSitesSum1h) : 0,
    smallShare: (windows.small10m + (isSmall ? 1 : 0)) / (windows.here[2] + 1),
    samePrice1h: log1p2(windows.samePrice1h),
  }
}

/** One pass over what is kept of the latest payments that were begun. */
function windowsBefore({ at, site, amount }: Attempt, { recent }: WalletRecord, usual: number | null): Windows {
  const here: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  const all: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  const sum = { hereSum1h: 0, hereSum24h: 0, allSum1h: 0, allSum24h: 0, newSitesSum1h: 0, small10m: 0, samePrice1h: 0 }
  const [newSites1h, newSites24h] = [new Set<string>(), new Set<string>()]
  let lastAt: number | null = null
  for (const one of recent) {
    const age = at - one.at
    // Its own clock may have been set back: what lies ahead of it says nothing.
    if (age < 0) continue
    lastAt = Math.max(lastAt ?? one.at, one.at)
    if (age >= day) continue
    const isHere = one.site === site
    const price = Number(one.amount)
    spans.forEach((span, index) => {
      if (age >= span) return
      all[index] = (all[index] ?? 0) + 1
      if (isHere) here[index] = (here[index] ?? 0) + 1
    })
    sum.allSum24h += price
    if (isHere) sum.hereSum24h += price
    if (one.isNew && !isHere) newSites24h.add(one.site)
    if (isHere && age < 10 * minute && usual !== null && price < 0.6 * usual) sum.small10m += 1
    if (age >= hour) continue
    sum.allSum1h += price
    if (isHere) sum.hereSum1h += price
    if (isHere && one.amount === amount) sum.samePrice1h += 1
    if (!one.isNew || isHere) continue
    newSites1h.add(one.site)
    sum.newSitesSum1h += price
  }
  return { here, all, ...sum, newSites1h: newSites1h.size, newSites24h: newSites24h.size, lastAt, ...streakBefore(at, site, recent) }
}

/** What was paid here one after the other, each less than an hour after the one before, up to this attempt. */
function streakBefore(at: number, site: string, recent: WalletRecord['recent']): Pick<Windows, 'streakCount' | 'streakFrom'> {
  let [streakCount, streakFrom] = [0, at]
  for (let index = recent.length - 1; index >= 0; index -= 1) {
    const one = recent[index]
    if (one?.site !== site || one.at > streakFrom) continue
    if (streakFrom - one.at > hour) break
    streakCount += 1
    streakFrom = one.at
  }
  return { streakCount, streakFrom }
}

function newHighs(amounts: readonly bigint[]): number {
  let [highs, highest] = [-1, 0n]
  for (const amount of amounts) {
    if (amount <= highest) continue
    highs += 1
    highest = amount
  }
  return Math.max(0, highs)
}

/** The smallest spread of prices that is believed, as a standard deviation of the natural logarithm: a tenth. */
const leastSpread = 0.1
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const madToDeviation = 1.4826

function robustZ(price: number, amounts: readonly bigint[]): number {
  if (amounts.length < knownFrom) return 0
  const logs = amounts.map((one) => Math.log(Math.max(Number(one), 1)))
  const center = middle(logs)
  const spread = madToDeviation * middle(logs.map((one) => Math.abs(one - center)))
  return (Math.log(Math.max(price, 1)) - center) / Math.max(spread, leastSpread)
}

const log1p2 = (value: number): number => Math.log2(1 + value)
/** log2 of a ratio; 0, "as usual", where there is nothing to compare with. */
const ratio = (value: number, usual: number | null): number => (usual === null ? 0 : Math.log2(Math.max(value, 1) / Math.max(usual, 1)))
const bounded = (value: number): number => Math.min(featureBound, Math.max(-featureBound, value))

/** The middle one of the latest prices; null before there were three: two say nothing of what is usual. */
const medianOf = (amounts: readonly bigint[]): number | null => (amounts.length < knownFrom ? null : middle(amounts.map(Number)))

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0
}
