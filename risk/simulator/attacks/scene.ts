import type { Address } from '../../../src/core/hex'
import { knownFrom, type SiteRecord } from '../../../src/core/risk/records'
import { day, type Payment } from '../payment'
import type { Random } from '../random'
import type { Allowed, Reader } from '../readers'
import type { Watched } from '../watched'

/** A reader's life at the moment when something goes wrong. */
export interface Scene {
  readonly random: Random
  /** Milliseconds since 1970. */
  readonly at: number
  /** The wallet until now. */
  readonly watched: Watched
  readonly reader: Reader
  /** What the reader will pay from now on. */
  readonly ahead: readonly Payment[]
}

/** What the attacker charges, in order; and what the reader would have paid in the place of it. */
export interface Incident {
  readonly payments: readonly Payment[]
  readonly replaced: ReadonlySet<Payment>
}

/** A kind of attack. */
export interface Family {
  readonly name: string
  /** What happens, with its numbers. All of them are assumed: no labelled fraud with micropayments is public. */
  readonly about: string
  /** Never trained on and never looked at before rules, features and thresholds were fixed. */
  readonly frozen: boolean
  /** Null where this reader cannot be attacked so, for want of a known site or of an allowance. */
  readonly stage: (scene: Scene) => Incident | null
}

/** A site that the reader has paid often enough to know it. */
export interface KnownSite {
  readonly site: string
  readonly record: SiteRecord
  readonly payTo: Address
  /** The middle one of the latest prices, atomic units. */
  readonly usual: bigint
}

export function knownSites({ watched }: Scene): readonly KnownSite[] {
  return [...watched.sites].flatMap(([site, record]) => {
    const usual = [...record.amounts].sort((one, other) => (one < other ? -1 : 1))[record.amounts.length >> 1]
    const payTo = record.accounts[0]
    return record.count < knownFrom || usual === undefined || payTo === undefined ? [] : [{ site, record, payTo, usual }]
  })
}

export function knownSite(scene: Scene): KnownSite | null {
  const sites = knownSites(scene)
  return sites.length === 0 ? null : scene.random.pick(sites)
}

/** A known site that may be paid without a question now, and the consent. */
export function allowedSite(scene: Scene): (KnownSite & { readonly allowed: Allowed }) | null {
  const sites = knownSites(scene).flatMap((known) => {
    const allowed = scene.reader.allowances.get(known.site)?.findLast(({ since, until }) => scene.at > since && scene.at < until)
    return allowed === undefined ? [] : [{ ...known, allowed }]
  })
  return sites.length === 0 ? null : scene.random.pick(sites)
}

/** The next articles that the reader would buy there within 30 days. */
export const visits = ({ at, ahead }: Scene, site: string, most: number): readonly Payment[] =>
  ahead.filter((one) => one.site === site && one.kind === 'article' && one.at < at + 30 * day).slice(0, most)

/** An incident that takes the place of what the reader would have paid. */
export function inPlaceOf(visited: readonly Payment[], charge: (visit: Payment, index: number) => Partial<Payment>): Incident | null {
  if (visited.length === 0) return null
  return { payments: visited.map((visit, index) => ({ ...visit, ...charge(visit, index) })), replaced: new Set(visited) }
}

/** Charges one after the other, each by a name of its own. @param gap milliseconds before the next */
export function series(scene: Scene, count: number, gap: () => number, charge: (index: number) => Omit<Payment, 'at' | 'title'>): Incident {
  let at = scene.at
  const payments = Array.from({ length: count }, (_, index) => {
    at += Math.max(1, Math.round(gap()))
    return { ...charge(index), at, title: null }
  })
  return { payments, replaced: new Set() }
}

/** Of charges under an allowance, those that it covers; what is above it would be a question. */
export function underAllowance({ payments, replaced }: Incident, { perPayment, perDay }: Allowed): Incident | null {
  const spent = new Map<number, bigint>()
  const covered = payments.filter(({ at, amount }) => {
    const today = Math.floor(at / day)
    const sum = (spent.get(today) ?? 0n) + amount
    if (amount > perPayment || sum > perDay) return false
    spent.set(today, sum)
    return true
  })
  return covered.length === 0 ? null : { payments: covered, replaced }
}
