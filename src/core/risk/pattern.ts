import { features, type FeatureName } from './features'
import type { Finding, Level } from './finding'
import { score, type Model } from './model'
import type { Attempt, SiteRecord, WalletRecord } from './records'

/** What about a payment the model finds unusual, as a person would call it. */
export const aspects = ['price', 'payee', 'pace', 'sum', 'newness', 'unasked'] as const
export type Aspect = (typeof aspects)[number]

const aspectOf: Readonly<Record<FeatureName, Aspect>> = {
  amount: 'price',
  overSiteMedian: 'price',
  overSiteHighest: 'price',
  overSiteOldest: 'price',
  overWalletMedian: 'price',
  overWalletHighest: 'price',
  newHighs: 'price',
  robustZ: 'price',
  siteCount: 'newness',
  siteAge: 'newness',
  newSites1h: 'newness',
  newSites24h: 'newness',
  newSitesSum1h: 'newness',
  payeeChanged: 'payee',
  payeeUnseen: 'payee',
  payeeElsewhere: 'payee',
  gapRatio: 'pace',
  gapOverShortest: 'pace',
  sinceHere: 'pace',
  sinceAll: 'pace',
  here10s: 'pace',
  here1m: 'pace',
  here10m: 'pace',
  here1h: 'pace',
  here24h: 'pace',
  all10s: 'pace',
  all1m: 'pace',
  all10m: 'pace',
  all1h: 'pace',
  all24h: 'pace',
  streakMinutes: 'pace',
  streakCount: 'pace',
  smallShare: 'pace',
  samePrice1h: 'pace',
  hereSum1h: 'sum',
  hereSum24h: 'sum',
  allSum1h: 'sum',
  allSum24h: 'sum',
  hereSum24hOverMedian: 'sum',
  unasked: 'unasked',
}

/** What the model makes of a payment; null where it looks like any other. Pure; microseconds. */
export function patternFinding(model: Model, attempt: Attempt, site: SiteRecord, wallet: WalletRecord): Finding | null {
  const { tail, contributions } = score(model, features(attempt, site, wallet))
  const { notice, ask } = model.thresholds
  const level: Level | null = tail >= ask ? 'ask' : tail >= notice ? 'notice' : null
  if (level === null) return null
  return { guard: 'unusual', level, oneIn: roundly(10 ** tail), about: [...new Set(contributions.map(({ feature }) => aspectOf[feature]))] }
}

/** A number as people say it: its first digit, and noughts. */
function roundly(count: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(count))
  return Math.floor(count / magnitude) * magnitude
}
