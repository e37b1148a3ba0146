import type { ListedReason } from '../policy/documents'
import type { Aspect } from './pattern'

/**
 * What a finding leads to.
 * - notice: it is said before paying
 * - ask: nothing of it is paid without a question, and the reader has to say that it is fine
 * - deny: it is not paid; overruling it could only hurt
 */
export const levels = ['notice', 'ask', 'deny'] as const
export type Level = (typeof levels)[number]

/** The guards that have something to tell, and what each has found. Names are stable: they are kept. */
interface Facts {
  /** Somebody else is paid than all those times before on this site. */
  readonly 'payee-changed': { readonly times: number }
  /** Other sites have this account paid as well, and this one is new. */
  readonly 'payee-shared': { readonly sites: readonly string[] }
  /** The account looks like another one that was paid before, and is not it. */
  readonly 'payee-similar': { readonly site: string }
  /** The site looks like one the reader pays on. */
  readonly 'look-alike': { readonly like: string }
  /** So many payments within seconds. */
  readonly burst: { readonly count: number; readonly seconds: number }
  /** Many small charges on one site, in the place of one. */
  readonly split: { readonly count: number; readonly minutes: number; readonly sum: bigint }
  /** Several sites that were never paid before, one after the other. */
  readonly spree: { readonly count: number; readonly sum: bigint }
  /** Many sites that were never paid before, within days. */
  readonly newcomers: { readonly count: number; readonly days: number; readonly sum: bigint }
  /** A first payment on a site, at a multiple of what the reader usually pays anywhere. */
  readonly 'dear-stranger': { readonly times: bigint; readonly usual: bigint }
  /** The same price on the same site again, within seconds. */
  readonly twice: { readonly seconds: number }
  /** Something of the same name was bought on this site so many minutes ago, and is not it by its address. */
  readonly 'same-name': { readonly minutes: number }
  /** Each of so many payments here was dearer than all before it. */
  readonly creeping: { readonly steps: number; readonly from: bigint }
  /** Called a pass, and dearer than passes are. */
  readonly 'pass-dear': { readonly times: bigint; readonly usual: bigint }
  /** Far above everything ever paid here. */
  readonly 'far-above': { readonly highest: bigint }
  /** Covered by an allowance, and dearer than anything that was paid here before. */
  readonly 'above-allowed': { readonly highest: bigint }
  /** A multiple of what is usual here. */
  readonly 'above-usual': { readonly times: bigint; readonly usual: bigint }
  /** The model has seen nothing like it in so many payments, by these of its aspects (pattern.ts). Its level is the model's. */
  readonly unusual: { readonly oneIn: number; readonly about: readonly Aspect[] }
  /** Paid for before, on that day; milliseconds since 1970. */
  readonly 'already-bought': { readonly at: number }
  /** On the list of sites that are known to cheat. */
  readonly blocked: { readonly reason: ListedReason }
  /** The same answer says two things, for two kinds of wallets. */
  readonly 'two-dialects': { readonly about: 'price' | 'payee' }
}

/**
 * Those that are plain in themselves. 'offer-false': the seller's signed price is not the one that is asked. 'reported': the reader has called a
 * payment on this site, or to this account, a fraud. 'blocked-here': the reader wants nothing paid on this site. 'unattended': an allowance
 * covers it, and nobody says that the reader has opened that page.
 */
type PlainGuard = 'unattended' | 'offer-false' | 'plain-http' | 'reported' | 'blocked-here'

export type GuardId = keyof Facts | PlainGuard

/** Something that is unusual about a payment. Sums are atomic units. */
export type Finding = { readonly [G in keyof Facts]: { readonly guard: G; readonly level: Level } & Facts[G] }[keyof Facts] | { readonly guard: PlainGuard; readonly level: Level }

/** What each leads to, unless the reader has chosen otherwise. */
export const defaultLevels: Readonly<Record<GuardId, Level>> = {
  'payee-similar': 'deny',
  blocked: 'deny',
  'blocked-here': 'deny',
  reported: 'ask',
  'look-alike': 'ask',
  'payee-changed': 'ask',
  'offer-false': 'ask',
  'far-above': 'ask',
  'pass-dear': 'ask',
  'dear-stranger': 'ask',
  creeping: 'ask',
  'same-name': 'ask',
  unattended: 'ask',
  burst: 'ask',
  split: 'ask',
  spree: 'ask',
  newcomers: 'ask',
  'payee-shared': 'ask',
  unusual: 'ask',
  'already-bought': 'notice',
  twice: 'notice',
  'above-allowed': 'notice',
  'above-usual': 'notice',
  'two-dialects': 'notice',
  'plain-http': 'notice',
}

/** Most important first: what is said where there is room for three. */
export const importance = Object.keys(defaultLevels) as readonly GuardId[]

/** The most important findings first; of two equally strict ones the one that stands earlier in the list. */
export function ordered(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ guard, level }: Finding): number => (2 - levels.indexOf(level)) * importance.length + importance.indexOf(guard)
  return [...findings].sort((one, other) => rank(one) - rank(other))
}
