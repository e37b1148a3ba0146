import { siteOf } from '../core/protocols/site'
import type { Purchase, PurchaseTerms } from '../core/purchase/purchase'
import { allowanceFault, type AllowanceFault } from '../core/spending/allowance'
import type { Day } from '../core/spending/day'
import { withForgotten } from '../core/spending/forgotten'
import { addToLedger, counted, dayToWrite, emptyLedger, spendingChange, usedOn, type Counted, type Ledger } from '../core/spending/ledger'
import { limitsBy, overLimit, type Limits, type OverLimit, type Used } from '../core/spending/limits'
import { isSameAsset, type Asset } from '../core/spending/reserved'
import { remember, unknownSite, type SiteMemory } from '../core/spending/site-memory'
import { addToDay, type Tally } from '../core/spending/tally'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson } from './codec'
import { insistOnWriting } from './looking'
import { PolicyBook } from './policy-book'
import type { FarthingDatabase } from './schema'
import { sealedValue, type SealedValue } from './sealed-value'
import { allowancesSchema, forgottenSchema, ledgersSchema, limitsSchema, siteMemorySchema, type AllForgotten, type Allowances, type Ledgers } from './spending-codec'

export type SpendingFault = { readonly code: 'over-limit'; readonly over: OverLimit } | { readonly code: 'allowance'; readonly why: AllowanceFault }

/** How limits and spending stand for one asset on one day, and on one site. */
export interface Standing {
  readonly limits: Limits
  readonly ledger: Ledger
  readonly used: Used
  readonly site: SiteMemory
}

/** What was spent in one asset, to be looked at: `day` is what is taken for today. */
export interface Overview {
  readonly limits: Limits
  readonly day: Day
  readonly all: Tally
  readonly tips: Tally
  readonly sites: readonly SiteMemory[]
}

/** Where the reader was, as limits and allowances know it. */
export const siteOfTerms = ({ page }: Pick<PurchaseTerms, 'page'>): string => siteOf(new URL(page)) ?? page

/**
 * What was spent, by day and site, and what may be: always read and written in the transaction that changes a purchase.
 * It is a cache of what the purchases tell, and no work on it grows with their number. What of it is missing or damaged is
 * made again from them.
 */
export class SpendingBook {
  readonly limits: SealedValue<Limits>
  readonly allowances: SealedValue<Allowances>
  /** What still counts of purchases that are forgotten. */
  readonly forgotten: SealedValue<AllForgotten>
  readonly #ledgers: SealedValue<Ledgers>
  readonly #policy: PolicyBook
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer
  readonly #all: (visit: (purchase: Purchase) => void) => Promise<void>

  /** @param all visits every purchase that can be read, in the order they were begun */
  constructor(db: FarthingDatabase, sealer: Sealer, all: (visit: (purchase: Purchase) => void) => Promise<void>) {
    this.#db = db
    this.#sealer = sealer
    this.#all = all
    this.limits = sealedValue(db, sealer, 'limits', limitsSchema)
    this.allowances = sealedValue(db, sealer, 'allowances', allowancesSchema)
    this.forgotten = sealedValue(db, sealer, 'forgotten', forgottenSchema)
    this.#ledgers = sealedValue(db, sealer, 'ledger', ledgersSchema)
    this.#policy = new PolicyBook(db, sealer)
  }

  /** The reader's; where they have set none, those of the policy that holds. */
  async limitsInForce(): Promise<Limits> {
    return (await this.limits.read()) ?? limitsBy((await this.#policy.inForce()).parameters)
  }

  /** Null when this purchase may be begun on this day; and the day to write into it. */
  async admit(terms: PurchaseTerms, at: number): Promise<{ readonly fault: SpendingFault | null; readonly day: Day | null }> {
    if (terms.day === null) return { fault: null, day: null }
    const site = siteOfTerms(terms)
    const { limits, ledger, used } = await this.standing(terms, site, terms.day)
    const day = dayToWrite(ledger, terms.day)
    const over = overLimit(limits, used, terms.amount, terms.kind === 'tip' ? 'tip' : 'purchase')
    if (over !== null) return { fault: { code: 'over-limit', over }, day }
    const why = await this.#allowanceFault(terms, site, day, at, 0n)
    return { fault: why === null ? null : { code: 'allowance', why }, day }
  }

  /** Whether what was begun under an allowance may be signed under it still: it may have been ended since, or have run out. */
  async allows({ terms }: Purchase, at: number): Promise<boolean> {
    if (terms.day === null) return terms.allowance === null
    return (await this.#allowanceFault(terms, siteOfTerms(terms), terms.day, at, terms.amount)) === null
  }

  async standing(asset: Asset, site: string, today: Day): Promise<Standing> {
    const memory = await this.site(asset, site)
    const ledger = ledgerOf(await this.#readLedgers(), asset)
    const day = dayToWrite(ledger, today)
    const onSite = [...memory.days, ...(await this.#forgottenOn(asset, site))]
    return { limits: await this.limitsInForce(), ledger, used: usedOn(ledger, onSite, day), site: memory }
  }

  /** What is remembered of a site. Damaged, it is made again, with all the others. */
  async site(asset: Asset, site: string): Promise<SiteMemory> {
    const tag = this.siteTag(asset, site)
    const row = await this.#db.sites.get(tag)
    if (row === undefined) return unknownSite(asset, site)
    const read = this.#openSite(tag, row.body)
    if (read !== null) return read
    await this.rebuild()
    const again = await this.#db.sites.get(tag)
    return (again === undefined ? null : this.#openSite(tag, again.body)) ?? unknownSite(asset, site)
  }

  async overview(asset: Asset, today: Day): Promise<Overview> {
    const ledger = ledgerOf(await this.#readLedgers(), asset)
    const sites = (await this.sites()).filter((one) => isSameAsset(one, asset))
    return { limits: await this.limitsInForce(), day: dayToWrite(ledger, today), all: ledger.all, tips: ledger.tips, sites }
  }

  /** What is remembered of every site. Where one is damaged, all are made again. */
  async sites(): Promise<readonly SiteMemory[]> {
    const read = await this.#readSites()
    if (read.includes(null)) await this.rebuild()
    return (read.includes(null) ? await this.#readSites() : read).filter((site) => site !== null)
  }

  /**
   * Writes down what a purchase's step means for what was spent. Comes before the step itself is written: what is made again
   * from the purchases is then made from what they told before it.
   */
  async note(before: Purchase | null, after: Purchase): Promise<void> {
    const isNewlyPaid = after.settlement !== null && (before === null || before.settlement === null)
    // Most steps change nothing here, and read nothing either.
    if (!isNewlyPaid && spendingChange(before, after) === null) return
    const { terms } = after
    const site = siteOfTerms(terms)
    const memory = await this.site(terms, site)
    const ledgers = await this.#readLedgers()
    const change = counted(ledgerOf(ledgers, terms), before, after)
    if (change !== null) {
      await this.#writeLedgers(withChange(ledgers, terms, change))
      if (terms.allowance !== null) await this.#addToAllowance(terms.allowance, change)
    }
    if (terms.kind !== 'tip' && (change !== null || isNewlyPaid)) await this.#putSite(this.siteTag(terms, site), remember(memory, after, change, isNewlyPaid))
  }

  /** Makes ledgers and sites again from the purchases, and what still counts of those that are forgotten. */
  async rebuild(): Promise<Ledgers> {
    insistOnWriting()
    const remade = this.remaking()
    await this.#all((purchase) => remade.visit(purchase))
    return remade.keep()
  }

  /** The same for whoever visits the purchases for another reason, too: all of them, in the order they were begun. */
  remaking(): { visit(purchase: Purchase): void; keep(): Promise<Ledgers> } {
    const sites = new Map<string, SiteMemory>()
    let ledgers: Ledgers = { ledgers: [] }
    return {
      visit: (purchase) => {
        const { terms, settlement } = purchase
        const change = counted(ledgerOf(ledgers, terms), null, purchase)
        if (change !== null) ledgers = withChange(ledgers, terms, change)
        if (terms.kind === 'tip' || (change === null && settlement === null)) return
        const site = siteOfTerms(terms)
        const tag = this.siteTag(terms, site)
        sites.set(tag, remember(sites.get(tag) ?? unknownSite(terms, site), purchase, change, settlement !== null))
      },
      keep: async () => {
        for (const { network, asset, ledger } of (await this.forgotten.read())?.forgotten ?? []) {
          const all = { network, asset, ledger: withForgotten(ledgerOf(ledgers, { network, asset }), ledger) }
          ledgers = { ledgers: [...ledgers.ledgers.filter((one) => !isSameAsset(one, all)), all] }
        }
        await this.#db.sites.clear()
        for (const [tag, memory] of sites) await this.#putSite(tag, memory)
        await this.#writeLedgers(ledgers)
        return ledgers
      },
    }
  }

  /** What a site is known by where its name must not stand. */
  siteTag({ network, asset }: Asset, site: string): string {
    return this.#sealer.tag('site', JSON.stringify([network, asset, site]))
  }

  async #forgottenOn(asset: Asset, site: string): Promise<Tally> {
    const all = (await this.forgotten.read())?.forgotten.find((one) => isSameAsset(one, asset))
    return all?.sites.find(({ tag }) => tag === this.siteTag(asset, site))?.days ?? []
  }

  async #allowanceFault(terms: PurchaseTerms, site: string, day: Day, at: number, own: bigint): Promise<AllowanceFault | null> {
    if (terms.allowance === null) return null
    const held = (await this.allowances.read())?.allowances.find(({ id }) => id === terms.allowance)
    return allowanceFault(held ?? null, { ...terms, site }, day, at, own)
  }

  async #addToAllowance(id: string, { day, change }: Counted): Promise<void> {
    await this.allowances.change((current) => {
      if (current === null) return null
      return { ...current, allowances: current.allowances.map((one) => (one.id === id ? { ...one, days: addToDay(one.days, day, change) } : one)) }
    })
  }

  async #readLedgers(): Promise<Ledgers> {
    return (await this.#ledgers.read()) ?? this.rebuild()
  }

  async #writeLedgers(ledgers: Ledgers): Promise<void> {
    await this.#ledgers.change(() => ledgers)
  }

  /** Null for each that is damaged, or from before something was remembered. */
  async #readSites(): Promise<readonly (SiteMemory | null)[]> {
    return (await this.#db.sites.toArray()).map(({ tag, body }) => this.#openSite(tag, body))
  }

  #openSite(tag: string, body: Uint8Array): SiteMemory | null {
    const opened = this.#sealer.open('sites', tag, body)
    return opened.ok ? decodeJson(siteMemorySchema, opened.value) : null
  }

  async #putSite(tag: string, memory: SiteMemory): Promise<void> {
    await this.#db.sites.put({ tag, body: this.#sealer.seal('sites', tag, encodeJson(memory)) })
  }
}

const ledgerOf = ({ ledgers }: Ledgers, asset: Asset): Ledger => ledgers.find((one) => isSameAsset(one, asset))?.ledger ?? emptyLedger

function withChange(all: Ledgers, { network, asset, kind }: PurchaseTerms, change: Counted): Ledgers {
  const ledger = addToLedger(ledgerOf(all, { network, asset }), change, kind === 'tip')
  return { ledgers: [...all.ledgers.filter((one) => !isSameAsset(one, { network, asset })), { network, asset, ledger }] }
}
