import { toChecksumAddress } from '../../core/authorization/address'
import type { Address } from '../../core/hex'
import { findNetwork } from '../../core/networks/networks'
import { siteOf } from '../../core/protocols/site'
import { linksBetween } from '../../core/purses/links'
import { err, ok, type Result } from '../../core/result'
import { available, type Holding } from '../../core/spending/reserved'
import type { SiteMemory } from '../../core/spending/site-memory'
import { en as words } from '../../core/words/en'
import type { Refusal } from '../../messaging/router'
import type { BalanceView, MoneyView, PursesView, PurseView, Settings } from '../../messaging/views'
import { maxPurseSites } from '../../store/keepsakes'
import { mostPurses } from '../../vault/account'
import type { SealedPurse } from '../../vault/added-purse'
import type { Authority } from '../../vault/authority'
import { activeAsset } from '../app'
import type { Books, OpenBooks } from '../books'
import type { ChainReader } from '../chain/chain-reader'
import { locked } from '../locked'
import type { WalletSession } from '../wallet/wallet-session'
import type { Purse } from './purses'

const refused = (sentence: string): Result<never, Refusal> => err({ code: 'refused', sentence })

interface Desk {
  readonly wallet: WalletSession
  readonly open: OpenBooks
  readonly chain: ChainReader
  readonly settings: () => Promise<Settings>
  /** The reader's pages look again. */
  readonly changed: () => void
}

/** The reader's purses: seen, added, named, looked for and given to sites. */
export class PursesDesk {
  readonly #desk: Desk
  /** How many accounts were asked about, while other purses are being looked for. */
  #looked: number | null = null

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** What is known of the purses here: nobody is asked. */
  async view(): Promise<Result<PursesView, Refusal>> {
    const books = await this.#desk.open()
    if (books === null) return locked()
    const settings = await this.#desk.settings()
    const asset = activeAsset(settings)
    const { memory, sites: given, endpoints } = await books.purses.kept()
    const usual = hostOf(settings.endpoints[asset.network] ?? findNetwork(asset.network)?.defaultEndpoint ?? '')
    const { sites } = await books.purchases.remembered()
    const known = await Promise.all(
      (await books.purses.all()).map(async (purse) => {
        const holding = { network: asset.network, asset: asset.asset, payer: purse.address }
        const paid = [...(await paidFrom(books, holding, sites))]
        const endpoint = endpoints.find((one) => one.purse === purse.index && one.network === asset.network)?.url ?? null
        const seen = await books.purchases.lastSeen(holding)
        const view: PurseView = {
          purse: purse.index,
          name: purse.name,
          address: toChecksumAddress(purse.address),
          seen: seen === null ? null : { ...balanceOf(seen.total, seen.reserved, asset), at: seen.at },
          paid,
          sites: given.filter((one) => one.purse === purse.index).map(({ site }) => site),
          endpoint,
        }
        return { view, traces: { purse: purse.index, sites: paid, payees: payeesOf(purse, sites), endpoint: endpoint === null ? usual : hostOf(endpoint) } }
      }),
    )
    const { label, test, symbol } = asset
    return ok({
      network: { label, test, symbol },
      purses: known.map(({ view }) => view),
      most: mostPurses,
      memory,
      looked: this.#looked,
      endpoint: usual,
      links: linksBetween(known.map(({ traces }) => traces)),
    })
  }

  /** What one purse holds, asked of its endpoint and of nobody else. */
  async balance(index: number, saw: (holding: Holding, total: bigint) => Promise<void>): Promise<Result<BalanceView, Refusal>> {
    const books = await this.#desk.open()
    if (books === null) return locked()
    const purse = (await books.purses.all()).find((one) => one.index === index)
    if (purse === undefined) return refused(words.purse.gone)
    const asset = activeAsset(await this.#desk.settings())
    const holding = { network: asset.network, asset: asset.asset, payer: purse.address }
    const read = await this.#desk.chain.read(asset.network, purse.address, idleNonce(books, holding))
    if (!read.ok) return ok({ state: 'unknown', sentence: words.balanceUnknown })
    await saw(holding, read.value.balance)
    const live = await books.purchases.live()
    return ok({ state: 'known', ...balanceOf(read.value.balance, read.value.balance - available(read.value.balance, holding, live), asset) })
  }

  /** The next account of the twelve words becomes a purse. */
  async add(name: string, authority: Authority): Promise<Result<{ readonly purse: number }, Refusal>> {
    const books = await this.#desk.open()
    const record = await this.#desk.wallet.record()
    if (books === null || record === null) return locked()
    const { added, memory } = await books.purses.kept()
    if (memory === 'unknown') return refused(words.purse.lookFirst)
    const index = 1 + Math.max(0, ...added.map((one) => one.index))
    if (index >= mostPurses) return refused(words.purse.full)
    const sealed = await authority.purses(record, [index])
    if (!sealed.ok) return refused(words.damaged)
    await books.purses.keep(sealed.value, () => name)
    this.#desk.changed()
    return ok({ purse: index })
  }

  /**
   * Asks about the other accounts of the twelve words, one after the other, and takes back those that hold something or have paid.
   * Purses are added in order, so every account before one that is found was one as well. All or nothing.
   */
  async find(authority: Authority): Promise<Result<{ readonly found: number }, Refusal>> {
    const books = await this.#desk.open()
    const record = await this.#desk.wallet.record()
    if (books === null || record === null) return locked()
    if (this.#looked !== null) return ok({ found: 0 })
    const sealed = await authority.purses(record, Array.from({ length: mostPurses - 1 }, (_, at) => at + 1))
    if (!sealed.ok) return refused(words.damaged)
    try {
      const last = await this.#lastUsed(books, sealed.value)
      if (last === null) return refused(words.purse.notLooked)
      const known = (await books.purses.all()).length
      await books.purses.keep(sealed.value.filter(({ index }) => index <= last), (index) => words.purse.found(String(index + 1)))
      await books.purses.change((kept) => ({ ...kept, memory: kept.memory === 'unknown' ? 'searched' : kept.memory }))
      return ok({ found: (await books.purses.all()).length - known })
    } finally {
      this.#looked = null
      this.#desk.changed()
    }
  }

  async rename(index: number, name: string): Promise<Result<null, Refusal>> {
    const books = await this.#desk.open()
    if (books === null) return locked()
    await books.purses.change((kept) =>
      index === 0 ? { ...kept, firstName: name } : { ...kept, added: kept.added.map((one) => (one.index === index ? { ...one, name } : one)) },
    )
    this.#desk.changed()
    return ok(null)
  }

  /** A site is paid from this purse from now on. What was begun from another stays with that one. */
  async assign(typed: string, index: number): Promise<Result<null, Refusal>> {
    const books = await this.#desk.open()
    if (books === null) return locked()
    const site = siteNamed(typed)
    if (site === null) return refused(words.purse.noSite)
    const { memory, sites } = await books.purses.kept()
    if (memory === 'unknown') return refused(words.purse.lookFirst)
    if (!(await books.purses.all()).some((one) => one.index === index)) return refused(words.purse.gone)
    const others = sites.filter((one) => one.site !== site)
    if (index !== 0 && others.length >= maxPurseSites) return refused(words.purse.sitesFull)
    await books.purses.change((kept) => {
      const rest = kept.sites.filter((one) => one.site !== site)
      return { ...kept, sites: index === 0 ? rest : [...rest, { site, purse: index }] }
    })
    this.#desk.changed()
    return ok(null)
  }

  /** Who is asked about one purse on the active network; null for whoever is asked about all. */
  async setEndpoint(index: number, url: string | null): Promise<Result<null, Refusal>> {
    const books = await this.#desk.open()
    if (books === null) return locked()
    const { network } = activeAsset(await this.#desk.settings())
    await books.purses.change((kept) => {
      const rest = kept.endpoints.filter((one) => one.purse !== index || one.network !== network)
      return { ...kept, endpoints: url === null ? rest : [...rest, { network, purse: index, url }] }
    })
    this.#desk.changed()
    return ok(null)
  }

  /** The number of the last account that holds something or has paid, 0 for none; null where one could not be asked about. */
  async #lastUsed(books: Books, sealed: readonly SealedPurse[]): Promise<number | null> {
    const { network, asset } = activeAsset(await this.#desk.settings())
    let last = 0
    for (const [at, purse] of sealed.entries()) {
      this.#looked = at
      this.#desk.changed()
      const address = books.keyring.openPurse(purse)
      if (address === null) return null
      const used = await this.#isUsed(books, { network, asset, payer: address })
      if (used === null) return null
      if (used) last = purse.index
    }
    return last
  }

  async #isUsed(books: Books, holding: Holding): Promise<boolean | null> {
    const read = await this.#desk.chain.read(holding.network, holding.payer, idleNonce(books, holding))
    if (!read.ok) return null
    return read.value.balance > 0n || (await this.#desk.chain.hasPaid(holding.network, holding.payer))
  }
}

/** A number that no purchase has: for looks at a balance. */
const idleNonce = ({ keyring }: Books, { network, asset, payer }: Holding) => keyring.purchaseNonce({ network, asset, resource: '', counter: 0 }, payer)

/** Sites that received something from a purse, tips among it. */
async function paidFrom({ purchases }: Books, holding: Holding, sites: readonly SiteMemory[]): Promise<ReadonlySet<string>> {
  const { tipped } = await purchases.outlay(holding)
  return new Set([...sites.filter(({ payers }) => payers.includes(holding.payer)).map(({ site }) => site), ...tipped])
}

/** Accounts that received something from it. Where several purses paid on a site, each may have paid each of the site's accounts. */
const payeesOf = ({ address }: Purse, sites: readonly SiteMemory[]): readonly Address[] =>
  sites.filter(({ payers }) => payers.includes(address)).flatMap(({ accounts }) => accounts.map(({ payTo }) => payTo))

function balanceOf(total: bigint, reserved: bigint, { decimals, symbol }: Pick<MoneyView, 'decimals' | 'symbol'>) {
  const money = (atomic: bigint): MoneyView => ({ atomic: atomic.toString(), decimals, symbol })
  return { total: money(total), available: money(total > reserved ? total - reserved : 0n), reserved: money(reserved) }
}

/** The registrable domain of what a reader types or pastes; null where it is none. */
function siteNamed(typed: string): string | null {
  const text = typed.trim()
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return URL.canParse(url) && !/\s/.test(text) ? siteOf(new URL(url)) : null
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
