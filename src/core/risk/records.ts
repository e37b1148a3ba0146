import type { Address } from '../hex'

/** A payment as the watch sees it before it is made. */
export interface Attempt {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Registrable domain of the page the reader is on (core/protocols/site). */
  readonly site: string
  readonly payTo: Address
  /** Atomic units of a token of 6 decimals that is worth a dollar. */
  readonly amount: bigint
  /** The reader was asked, and pressed; false for what is paid under an allowance. */
  readonly asked: boolean
  /** Where an allowance covers it: whether the reader opened the page that asks by a hand of their own. Absent where none does. */
  readonly allowed?: 'opened' | 'unopened'
  /** Mark of its title (title-mark); null where it has none to be known by. */
  readonly title: number | null
}

/** What the watch keeps of the payments on one site. Only what was not flagged, or was confirmed, is ever put into it. */
export interface SiteRecord {
  readonly count: number
  /** Milliseconds since 1970; null where nothing was paid. */
  readonly firstAt: number | null
  readonly lastAt: number | null
  /** The latest prices, oldest first, in atomic units. */
  readonly amounts: readonly bigint[]
  /** The time between the latest payments, oldest first, in milliseconds. */
  readonly gaps: readonly number[]
  /** The highest price ever paid here, atomic units. */
  readonly highest: bigint
  /** Who was paid, the latest first. */
  readonly accounts: readonly Address[]
}

/** What it keeps of all payments together. */
export interface WalletRecord {
  readonly count: number
  /** All that was ever paid, atomic units. */
  readonly spent: bigint
  /** The latest prices, oldest first, in atomic units. */
  readonly amounts: readonly bigint[]
  /** The latest payments that were begun, oldest first. `isNew`: neither had anything been bought on that site before, nor was its account known from there. */
  readonly recent: readonly (Pick<Attempt, 'at' | 'site' | 'payTo' | 'amount' | 'title'> & { readonly isNew: boolean })[]
  /** Accounts and the sites that have them paid, the latest first. */
  readonly accounts: readonly { readonly payTo: Address; readonly sites: readonly string[] }[]
  /** Of what was begun, the first on each site that was new, oldest first. */
  readonly newcomers: readonly Pick<Attempt, 'at' | 'site' | 'amount'>[]
  /** Sites that were paid often enough to be imitated, the latest first. */
  readonly known: readonly string[]
}

/** How much is kept: no work of the watch grows with the history. */
export const kept = { amounts: 15, gaps: 8, accountsOfSite: 4, walletAmounts: 31, recent: 64, newcomers: 24, accounts: 300, sitesOfAccount: 4, known: 500 } as const

/** How many payments make a site known. */
export const knownFrom = 3

export const unseenSite: SiteRecord = { count: 0, firstAt: null, lastAt: null, amounts: [], gaps: [], highest: 0n, accounts: [] }
export const emptyWallet: WalletRecord = { count: 0, spent: 0n, amounts: [], recent: [], newcomers: [], accounts: [], known: [] }

/** What a purchase usually costs: the middle one of the latest prices, in atomic units. Null before there were three. */
export function usualPrice(amounts: readonly bigint[]): bigint | null {
  if (amounts.length < knownFrom) return null
  const sorted = [...amounts].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  return sorted[sorted.length >> 1] ?? null
}

/** A payment on this site was made. */
export function paidOn(site: SiteRecord, { at, payTo, amount }: Pick<Attempt, 'at' | 'payTo' | 'amount'>): SiteRecord {
  const gaps = site.lastAt === null ? [] : [...site.gaps, Math.max(0, at - site.lastAt)].slice(-kept.gaps)
  return {
    count: site.count + 1,
    firstAt: site.firstAt ?? at,
    lastAt: at,
    amounts: [...site.amounts, amount].slice(-kept.amounts),
    gaps,
    highest: amount > site.highest ? amount : site.highest,
    accounts: [payTo, ...site.accounts.filter((account) => account !== payTo)].slice(0, kept.accountsOfSite),
  }
}

/** Whether this account was paid on this site before, be it for a tip: tips make no site known, and are no first meeting either. */
export const isAcquainted = ({ accounts }: WalletRecord, { site, payTo }: Pick<Attempt, 'site' | 'payTo'>): boolean => accounts.some((one) => one.payTo === payTo && one.sites.includes(site))

/** A payment is begun: it counts for what happens at once, whatever becomes of it. @param isUnbought nothing was bought on that site before */
export function begun(wallet: WalletRecord, attempt: Attempt, isUnbought: boolean): WalletRecord {
  const { at, site, payTo, amount, title } = attempt
  const isNew = isUnbought && !isAcquainted(wallet, attempt)
  const isFirst = isNew && wallet.newcomers.every((one) => one.site !== site)
  return {
    ...wallet,
    recent: [...wallet.recent, { at, site, payTo, amount, title, isNew }].slice(-kept.recent),
    newcomers: isFirst ? [...wallet.newcomers, { at, site, amount }].slice(-kept.newcomers) : wallet.newcomers,
  }
}

/** A payment was made. @param count how many were on that site, with this one */
export function paid(wallet: WalletRecord, { site, payTo, amount }: Attempt, count: number): WalletRecord {
  const sites = wallet.accounts.find((one) => one.payTo === payTo)?.sites ?? []
  const account = { payTo, sites: [site, ...sites.filter((one) => one !== site)].slice(0, kept.sitesOfAccount) }
  return {
    ...wallet,
    count: wallet.count + 1,
    spent: wallet.spent + amount,
    amounts: [...wallet.amounts, amount].slice(-kept.walletAmounts),
    accounts: [account, ...wallet.accounts.filter((one) => one.payTo !== payTo)].slice(0, kept.accounts),
    known: count < knownFrom ? wallet.known : [site, ...wallet.known.filter((one) => one !== site)].slice(0, kept.known),
  }
}
