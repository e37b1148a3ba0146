import { begun, emptyWallet, paid, paidOn, unseenSite, type Attempt, type SiteRecord, type WalletRecord } from '../../src/core/risk/records'
import { account, siteName } from '../../risk/simulator/names'
import { price } from '../../risk/simulator/money'
import { Random } from '../../risk/simulator/random'

/** What is kept after many payments, and attempts to judge. */
export interface Grown {
  readonly wallet: WalletRecord
  readonly siteOf: (site: string) => SiteRecord
  readonly attempts: readonly Attempt[]
  /** Bytes of what is kept, as JSON. */
  readonly walletBytes: number
  readonly siteBytes: number
}

const start = Date.UTC(2026, 0, 5)
const minute = 60_000

/** A history of that many payments, ten minutes apart, on a site for each hundred of them, five at least. */
export function grown(payments: number): Grown {
  const random = new Random(payments)
  const sellers = Array.from({ length: Math.max(5, payments / 100) }, () => ({ site: siteName(random), payTo: account(random), amount: price(random.logNormal(0.12, 0.7)) }))
  const next = (index: number): Attempt => ({ ...random.pick(sellers), at: start + index * 10 * minute, asked: random.chance(0.7), title: random.bits() })
  const sites = new Map<string, SiteRecord>()
  let wallet = emptyWallet
  for (let index = 0; index < payments; index += 1) {
    const attempt = next(index)
    const before = sites.get(attempt.site) ?? unseenSite
    const site = paidOn(before, attempt)
    sites.set(attempt.site, site)
    wallet = paid(begun(wallet, attempt, before.count === 0), attempt, site.count)
  }
  const attempts = Array.from({ length: 200 }, () => next(payments))
  const siteOf = (site: string): SiteRecord => sites.get(site) ?? unseenSite
  return { wallet, siteOf, attempts, walletBytes: bytesOf(wallet), siteBytes: bytesOf([...sites.values()].at(-1)) }
}

const bytesOf = (value: unknown): number => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? one.toString() : one)).length
