import type { GuardId, Level } from '../../src/core/risk/finding'
import { features, withoutPrices } from '../../src/core/risk/features'
import { findings, findingsOn } from '../../src/core/risk/guards'
import { askedBy, exceptionsFor, judge, noRules, type Judgement, type Rules } from '../../src/core/risk/judgement'
import { begun, emptyWallet, paid, paidOn, unseenSite, type Attempt, type SiteRecord, type WalletRecord } from '../../src/core/risk/records'
import { defaultLimits, overLimit, type Used } from '../../src/core/spending/limits'
import { day, type Payment } from './payment'

/** What is seen of a payment before it is made. */
export interface Seen {
  /** As the model gets them. */
  readonly values: readonly number[]
  readonly guards: readonly GuardId[]
  readonly level: Level | 'ok'
  readonly overLimit: boolean
  /** A price guard would have asked, did the price guards speak about tips. */
  readonly tipFlagged: boolean
  readonly judgement: Judgement
}

interface Spent {
  readonly day: number
  readonly month: number
  readonly sites: ReadonlyMap<string, bigint>
  readonly used: Omit<Used, 'siteDay'>
}

/** Guards that compare with prices of pieces: silent about passes and tips, as in background/watch/judge-payment. */
const aboutPrices: ReadonlySet<GuardId> = new Set(['far-above', 'split', 'dear-stranger'])
const monthDays = 30
/** As in store/watch-codec. */
const maxExceptions = 200

/**
 * A wallet as the watch has it: its records move as in production (store/watch-book, core/spending/site-memory), the exceptions of a
 * reader who says that an honest payment is fine, and the default limits. Values inside never change, so a copy is cheap.
 */
export class Watched {
  #sites: Map<string, SiteRecord>
  #wallet: WalletRecord
  #rules: Rules
  #spent: Spent

  constructor(from?: Watched) {
    this.#sites = new Map(from === undefined ? [] : from.#sites)
    this.#wallet = from === undefined ? emptyWallet : from.#wallet
    this.#rules = from === undefined ? noRules : from.#rules
    this.#spent = from === undefined ? { day: 0, month: 0, sites: new Map(), used: { tipDay: 0n, day: 0n, month: 0n } } : from.#spent
  }

  get wallet(): WalletRecord {
    return this.#wallet
  }

  get sites(): ReadonlyMap<string, SiteRecord> {
    return this.#sites
  }

  siteOf(site: string): SiteRecord {
    return this.#sites.get(site) ?? unseenSite
  }

  look(payment: Payment): Seen {
    const site = this.siteOf(payment.site)
    const record = payment.kind === 'article' ? site : withoutPrices(site)
    const ware = payment.kind === 'article' ? 'piece' : payment.kind === 'pass' && payment.isAlone === true ? 'pass-alone' : payment.kind
    const { exceptions } = this.#rules
    const attempt: Attempt = payment.asked ? payment : { ...payment, allowed: payment.isUnopened === true ? 'unopened' : 'opened' }
    const found = findingsOn(ware, attempt, site, this.#wallet, exceptions)
    const judgement = judge(found, payment, this.#rules)
    const tipFlagged = payment.kind === 'tip' && findings(payment, site, this.#wallet, exceptions).some(({ guard, level }) => level === 'ask' && aboutPrices.has(guard))
    const values = features(payment, record, this.#wallet)
    return { values, guards: judgement.findings.map(({ guard }) => guard), level: judgement.level, overLimit: this.isOver(payment), tipFlagged, judgement }
  }

  isOver(payment: Payment): boolean {
    const spent = this.#spentBy(payment.at)
    const used = { ...spent.used, siteDay: spent.sites.get(payment.site) ?? 0n }
    return overLimit(defaultLimits, used, payment.amount, payment.kind === 'tip' ? 'tip' : 'purchase') !== null
  }

  /** It is paid. @param judgement where the reader was asked, and said that it is fine */
  pay(payment: Payment, judgement: Judgement | null): void {
    const site = this.siteOf(payment.site)
    if (judgement !== null && askedBy(judgement).length > 0) {
      const exceptions = [...this.#rules.exceptions, ...exceptionsFor(askedBy(judgement), payment)].slice(-maxExceptions)
      this.#rules = { ...this.#rules, exceptions }
    }
    this.#wallet = paid(begun(this.#wallet, payment, site.count === 0 && payment.kind !== 'tip'), payment, site.count + 1)
    // A tip is no part of what is usual on a site.
    if (payment.kind !== 'tip') this.#sites.set(payment.site, withPayment(site, payment))
    this.#count(payment)
  }

  #spentBy(at: number): Spent {
    const [today, month] = [Math.floor(at / day), Math.floor(at / day / monthDays)]
    const { used } = this.#spent
    if (this.#spent.day === today) return this.#spent
    return { day: today, month, sites: new Map(), used: { tipDay: 0n, day: 0n, month: this.#spent.month === month ? used.month : 0n } }
  }

  #count({ at, site, amount, kind }: Payment): void {
    const { sites, used, ...spent } = this.#spentBy(at)
    const isTip = kind === 'tip'
    this.#spent = {
      ...spent,
      sites: isTip ? sites : new Map([...sites, [site, (sites.get(site) ?? 0n) + amount]]),
      used: { tipDay: used.tipDay + (isTip ? amount : 0n), day: used.day + amount, month: used.month + amount },
    }
  }
}

/** What a pass costs is not what a piece costs. */
function withPayment(site: SiteRecord, payment: Payment): SiteRecord {
  const after = paidOn(site, payment)
  return payment.kind === 'pass' ? { ...after, amounts: site.amounts, highest: site.highest } : after
}
