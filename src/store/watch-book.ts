import type { Purchase, PurchaseTerms } from '../core/purchase/purchase'
import { look } from '../core/risk/balance'
import { noRules, type Blocked, type Exception, type Opened, type Reported, type Rules } from '../core/risk/judgement'
import { begun, emptyWallet, paid, type Attempt, type WalletRecord } from '../core/risk/records'
import { titleMark } from '../core/risk/title-mark'
import { isSameAsset, type Asset, type Holding } from '../core/spending/reserved'
import type { Sealer } from '../vault/sealer'
import { insistOnWriting } from './looking'
import type { FarthingDatabase } from './schema'
import { sealedValue, type SealedValue } from './sealed-value'
import { siteOfTerms } from './spending-book'
import { forgottenSchema, type AllForgotten } from './spending-codec'
import { balancesSchema, logSchema, maxEntries, maxExceptions, maxPurses, maxBlocked, maxReported, maxTipped, recordsSchema, rulesSchema, type Balances, type Outlay, type Records, type WatchEntry } from './watch-codec'

/** What a purse holds, as far as is known without asking. Atomic units; `at` in milliseconds since 1970, null where it was not written down. */
export interface LastSeen {
  readonly total: bigint
  readonly reserved: bigint
  readonly at: number | null
}

/**
 * What the watch keeps, sealed. Its records are a cache of what the purchases tell, made again from them where they are missing or
 * damaged; what the reader has said to it, and the log of what it decided, are of their own.
 * Records move only on what was begun and paid: what was flagged is paid only once the reader has said that it is fine, and what
 * was reported as a fraud is left out when they are made again.
 */
export class WatchBook {
  readonly #records: SealedValue<Records>
  readonly #rules: SealedValue<Rules>
  readonly #balances: SealedValue<Balances>
  readonly #forgotten: SealedValue<AllForgotten>
  readonly #log: SealedValue<{ readonly entries: readonly WatchEntry[] }>
  readonly #all: (visit: (purchase: Purchase) => void) => Promise<void>

  /** @param all visits every purchase that can be read, in the order they were begun */
  constructor(db: FarthingDatabase, sealer: Sealer, all: (visit: (purchase: Purchase) => void) => Promise<void>) {
    this.#records = sealedValue(db, sealer, 'watch', recordsSchema)
    this.#rules = sealedValue(db, sealer, 'watch-rules', rulesSchema)
    this.#balances = sealedValue(db, sealer, 'watch-balance', balancesSchema)
    this.#forgotten = sealedValue(db, sealer, 'forgotten', forgottenSchema)
    this.#log = sealedValue(db, sealer, 'watch-log', logSchema)
    this.#all = all
  }

  async wallet(asset: Asset): Promise<WalletRecord> {
    return walletOf(await this.records(), asset)
  }

  /** Of every asset. */
  async records(): Promise<Records> {
    return (await this.#records.read()) ?? this.rebuild()
  }

  async rules(): Promise<Rules> {
    return (await this.#rules.read()) ?? noRules
  }

  async changeRules(next: (rules: Rules) => Rules): Promise<Rules> {
    return (await this.#rules.change((current) => bounded(next(current ?? noRules)))) ?? noRules
  }

  /** Newest first. */
  async log(): Promise<readonly WatchEntry[]> {
    return [...((await this.#log.read())?.entries ?? [])].reverse()
  }

  /** Lets go of entries, or of what they say. @param next what is left of one; null for nothing */
  async changeLog(next: (entry: WatchEntry) => WatchEntry | null): Promise<void> {
    await this.#log.change((current) => (current === null ? null : { entries: current.entries.flatMap((entry) => next(entry) ?? []) }))
  }

  async write(entry: WatchEntry): Promise<void> {
    await this.#log.change((current) => ({ entries: [...(current?.entries ?? []), entry].slice(-maxEntries) }))
  }

  /**
   * Writes down what a purchase's step means. Comes before the step itself is written, within its transaction.
   * @param countBefore how many payments on the site were shown by the chain before this step
   */
  async note(before: Purchase | null, after: Purchase, countBefore: () => Promise<number>): Promise<void> {
    const isBegun = before === null
    const isNewlyPaid = after.settlement !== null && (before === null || before.settlement === null)
    if (!isBegun && !isNewlyPaid) return
    const count = await countBefore()
    const records = await this.records()
    const attempt = attemptOf(after.terms, isNewlyPaid ? after.settlement.at : after.createdAt)
    const started = isBegun ? begun(walletOf(records, after.terms), attempt, isMeeting(after.terms, count)) : walletOf(records, after.terms)
    const next = withWallet(records, after.terms, isNewlyPaid ? paid(started, attempt, count + 1) : started)
    await this.#records.change(() => (isNewlyPaid ? withOutlay(next, after.terms, after.terms, tippedSite(after.terms)) : next))
  }

  /** What was paid from a purse, and on which sites it tipped. */
  async outlay(holding: Holding): Promise<Outlay> {
    return outlayOf(await this.records(), holding)
  }

  /**
   * Writes down what a purse holds, and tells how much of it is gone that no purchase accounts for; atomic units.
   * @param at when it was looked at, in milliseconds since 1970
   */
  async sawBalance(holding: Holding, total: bigint, underWay: bigint, at: number): Promise<bigint> {
    const { spent } = await this.outlay(holding)
    const { network, asset, payer } = holding
    let gone = 0n
    await this.#balances.change((current) => {
      const balances = current?.balances ?? []
      const looked = look(balances.find((one) => isOf(one, holding)) ?? null, total, spent, underWay)
      gone = looked.gone
      return { balances: [...balances.filter((one) => !isOf(one, holding)), { network, asset, payer, ...looked.seen, at }] }
    })
    return gone
  }

  /** @param underWay what is held back now */
  async lastSeen(holding: Holding, underWay: bigint): Promise<LastSeen | null> {
    const seen = (await this.#balances.read())?.balances.find((one) => isOf(one, holding))
    if (seen === undefined) return null
    const total = seen.total - ((await this.outlay(holding)).spent - seen.spent)
    return { total: total > 0n ? total : 0n, reserved: underWay, at: seen.at }
  }

  /** Makes the records again from the purchases, and from what was paid with those that are forgotten. */
  async rebuild(): Promise<Records> {
    insistOnWriting()
    const remade = await this.remaking()
    await this.#all((purchase) => remade.visit(purchase))
    return remade.keep()
  }

  /** The same for whoever visits the purchases for another reason, too: all of them, in the order they were begun. */
  async remaking(): Promise<{ visit(purchase: Purchase): void; keep(): Promise<Records> }> {
    const reported = new Set((await this.rules()).reported.map(({ purchase }) => purchase))
    const counts = new Map<string, number>()
    let records: Records = { records: [] }
    return {
      visit: (purchase) => {
        const { terms, settlement } = purchase
        if (settlement !== null) records = withOutlay(records, terms, terms, tippedSite(terms))
        if (reported.has(purchase.id)) {
          // It was paid nevertheless.
          if (settlement !== null) records = withSpent(records, terms, terms.amount)
          return
        }
        const place = JSON.stringify([terms.network, terms.asset, siteOfTerms(terms)])
        const count = counts.get(place) ?? 0
        const started = begun(walletOf(records, terms), attemptOf(terms, purchase.createdAt), isMeeting(terms, count))
        records = withWallet(records, terms, settlement === null ? started : paid(started, attemptOf(terms, settlement.at), count + 1))
        if (settlement !== null && terms.kind !== 'tip') counts.set(place, count + 1)
      },
      keep: async () => {
        for (const one of (await this.#forgotten.read())?.forgotten ?? []) {
          records = withSpent(records, one, one.spent)
          for (const { payer, spent } of one.spentBy) records = withOutlay(records, { ...one, payer }, { amount: spent }, null)
        }
        await this.#records.change(() => records)
        return records
      },
    }
  }
}

/** A purchase as the watch looks at it. @param at when it is begun, or was paid */
export const attemptOf = (terms: PurchaseTerms, at: number): Attempt => ({ at, site: siteOfTerms(terms), payTo: terms.payTo, amount: terms.amount, asked: terms.allowance === null, title: titleMark(terms.title) })

/** Whether a purchase can be the first on a site. Whom to tip is the reader's own choice, and tells nothing of the sites they come across. */
const isMeeting = ({ kind }: PurchaseTerms, countBefore: number): boolean => countBefore === 0 && kind !== 'tip'

type AssetRecord = Records['records'][number]

const recordOf = ({ records }: Records, { network, asset }: Asset): AssetRecord => records.find((one) => isSameAsset(one, { network, asset })) ?? { network, asset, wallet: emptyWallet, outlays: [] }

const walletOf = (records: Records, asset: Asset): WalletRecord => recordOf(records, asset).wallet

const outlayOf = (records: Records, holding: Holding): Outlay => recordOf(records, holding).outlays.find(({ payer }) => payer === holding.payer) ?? { payer: holding.payer, spent: 0n, tipped: [] }

const withRecord = ({ records }: Records, record: AssetRecord): Records => ({ records: [...records.filter((one) => !isSameAsset(one, record)), record] })

const withWallet = (records: Records, asset: Asset, wallet: WalletRecord): Records => withRecord(records, { ...recordOf(records, asset), wallet })

/** This was paid, by whichever purse. @param tip the site, where it was a tip */
function withOutlay(records: Records, holding: Holding, { amount }: Pick<PurchaseTerms, 'amount'>, tip: string | null): Records {
  const { payer } = holding
  const { spent, tipped } = outlayOf(records, holding)
  const outlay = { payer, spent: spent + amount, tipped: tip === null ? tipped : [tip, ...tipped.filter((one) => one !== tip)].slice(0, maxTipped) }
  const record = recordOf(records, holding)
  return withRecord(records, { ...record, outlays: [outlay, ...record.outlays.filter((one) => one.payer !== payer)].slice(0, maxPurses) })
}

const tippedSite = (terms: PurchaseTerms): string | null => (terms.kind === 'tip' ? siteOfTerms(terms) : null)

function withSpent(records: Records, asset: Asset, amount: bigint): Records {
  const wallet = walletOf(records, asset)
  return withWallet(records, asset, { ...wallet, spent: wallet.spent + amount })
}

/** What was seen before there were several purses was seen of the first, which is the first to be looked at afterwards. */
const isOf = (seen: Balances['balances'][number], holding: Holding): boolean => isSameAsset(seen, holding) && (seen.payer === holding.payer || seen.payer === null)

function bounded({ levels, exceptions, reported, blocked, opened, freedAt }: Rules): Rules {
  return { levels, freedAt, opened: newest<Opened>(opened, maxBlocked), blocked: newest<Blocked>(blocked, maxBlocked), exceptions: newest<Exception>(exceptions, maxExceptions), reported: newest<Reported>(reported, maxReported) }
}

const newest = <T>(all: readonly T[], most: number): readonly T[] => all.slice(-most)
