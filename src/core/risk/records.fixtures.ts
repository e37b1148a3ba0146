import type { Address } from '../hex'
import { begun, emptyWallet, paid, paidOn, unseenSite, type Attempt, type SiteRecord, type WalletRecord } from './records'

export const account = (digit: string): Address => `0x${digit.repeat(40)}`
export const start = Date.UTC(2026, 10, 1)
export const cents = (count: number): bigint => BigInt(count) * 10_000n

/** Five cents to the same account on The Lantern. */
export const attempt = (change: Partial<Attempt> = {}): Attempt => ({ at: start, site: 'lantern.example', payTo: account('a'), amount: cents(5), asked: true, title: null, ...change })

/** A reader's past: each payment begun and made, in this order. */
export function after(attempts: readonly Attempt[]): { readonly sites: ReadonlyMap<string, SiteRecord>; readonly wallet: WalletRecord } {
  const sites = new Map<string, SiteRecord>()
  let wallet = emptyWallet
  for (const one of attempts) {
    const before = sites.get(one.site) ?? unseenSite
    const site = paidOn(before, one)
    sites.set(one.site, site)
    wallet = paid(begun(wallet, one, before.count === 0), one, site.count)
  }
  return { sites, wallet }
}
