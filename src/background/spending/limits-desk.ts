import { leftOf, limitNames, type LimitName, type Limits, type Used } from '../../core/spending/limits'
import { spentInMonth, spentOn, sumOf, type Spent } from '../../core/spending/tally'
import type { Input } from '../../messaging/contract'
import type { LimitsView, MoneyView, Settings, SpentView } from '../../messaging/views'
import { activeAsset } from '../app'
import type { OpenBooks } from '../books'
import { dayAt } from '../today'

type Wanted = Input<'limits.change'>['limits']

/** Shows and changes what may be spent at most. */
export class LimitsDesk {
  readonly #open: OpenBooks
  readonly #settings: () => Promise<Settings>

  constructor(open: OpenBooks, settings: () => Promise<Settings>) {
    this.#open = open
    this.#settings = settings
  }

  /** Null while the wallet is locked. */
  async view(): Promise<LimitsView | null> {
    const books = await this.#open()
    if (books === null) return null
    const asset = activeAsset(await this.#settings())
    const money = (atomic: bigint): MoneyView => ({ atomic: atomic.toString(), decimals: asset.decimals, symbol: asset.symbol })
    const { limits, day, all, tips, sites } = await books.purchases.overview(asset, dayAt(Date.now()))
    const spent = (name: keyof Used, { held, paid }: Spent): SpentView => {
      const left = leftOf(limits, { ...noneUsed, [name]: held + paid }, name)
      return { held: money(held), paid: money(paid), left: money(left) }
    }
    const here = sites.map(({ site, days }) => ({ site, spent: spentOn(days, day) })).filter((one) => sumOf(one.spent) > 0n)
    return {
      limits: Object.fromEntries(limitNames.map((name) => [name, money(limits[name])])) as Record<LimitName, MoneyView>,
      used: { day: spent('day', spentOn(all, day)), month: spent('month', spentInMonth(all, day)), tipDay: spent('tipDay', spentOn(tips, day)) },
      sites: here.sort((a, b) => (sumOf(a.spent) < sumOf(b.spent) ? 1 : -1)).map((one) => ({ site: one.site, ...spent('siteDay', one.spent) })),
    }
  }

  /** False while the wallet is locked. */
  async change(wanted: Wanted): Promise<boolean> {
    const books = await this.#open()
    if (books === null) return false
    const held = await books.purchases.spending.limitsInForce()
    await books.purchases.spending.limits.change((current) => ({ ...(current ?? held), ...given(wanted) }))
    return true
  }

  /** Whether any of these is higher than what holds now. */
  async raises(wanted: Wanted): Promise<boolean> {
    const books = await this.#open()
    if (books === null) return false
    const current = await books.purchases.spending.limitsInForce()
    return Object.entries(given(wanted)).some(([name, atomic]) => atomic > current[name as LimitName])
  }
}

const noneUsed: Used = { siteDay: 0n, tipDay: 0n, day: 0n, month: 0n }

function given(wanted: Wanted): Partial<Limits> {
  return Object.fromEntries(limitNames.flatMap((name) => (wanted[name] === undefined ? [] : [[name, BigInt(wanted[name])]])))
}
