import { findNetwork } from '../../core/networks/networks'
import { isFrozen } from '../../core/risk/freeze'
import { defaultLevels, importance, levels, type GuardId, type Level } from '../../core/risk/finding'
import { exceptionsFor, type Blocked, isTunable, type Rules } from '../../core/risk/judgement'
import type { Address } from '../../core/hex'
import type { Purchase } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import type { Settings, WatchView } from '../../messaging/views'
import { siteOfTerms } from '../../store/spending-book'
import type { WatchEntry, WatchOutcome } from '../../store/watch-codec'
import type { Books, OpenBooks } from '../books'
import type { Holding } from '../../core/spending/reserved'
import { activeAsset } from '../app'
import type { Show } from '../spending/spending-words'
import type { Alarm } from './alarm'

/** How many reasons are said: whoever reads ten reads none. */
export const mostReasons = 3

/** How many entries of the log are shown. */
const shownEntries = 50

const isDenial = ({ outcome }: WatchEntry): boolean => outcome === 'declined' || outcome === 'denied' || outcome === 'fraud'

/** What the watch has decided, what the reader made of it, and what the reader wants of it. */
export class WatchDesk {
  readonly #open: OpenBooks
  readonly #settings: () => Promise<Settings>
  readonly #alarm: Alarm

  constructor(open: OpenBooks, settings: () => Promise<Settings>, alarm: Alarm) {
    this.#open = open
    this.#settings = settings
    this.#alarm = alarm
  }

  /** Null while the wallet is locked. */
  async view(): Promise<WatchView | null> {
    const books = await this.#open()
    if (books === null) return null
    const { decimals, symbol } = activeAsset(await this.#settings())
    const [rules, log] = [await books.purchases.watch.rules(), await books.purchases.watch.log()]
    return {
      frozen: frozen(log, rules, await denialsOf(books)),
      guards: importance.filter(isTunable).map((guard) => ({ guard, level: rules.levels[guard] ?? defaultLevels[guard] })),
      entries: log.slice(0, shownEntries).map(({ amount, ...entry }) => ({ ...entry, amount: { atomic: amount.toString(), decimals, symbol } })),
    }
  }

  /** False while the wallet is locked. */
  async isFrozen(): Promise<boolean> {
    const books = await this.#open()
    return books !== null && isPurseFrozen(books)
  }

  /** It was proved who is there: what was turned down before counts no more. */
  async free(): Promise<void> {
    await (await this.#open())?.purchases.watch.changeRules((rules) => ({ ...rules, freedAt: Date.now() }))
  }

  /** The reader has agreed; where it took a proof because of earlier denials, those count no more. */
  async agreed(noticed: Noticed, purchase: string): Promise<void> {
    await this.decided(noticed, noticed.guards.length > 0 ? 'fine' : 'paid', purchase)
    if (await this.isFrozen()) await this.free()
  }

  /** What became of a payment that something was found about. What the reader says is fine is an exception from then on. */
  async decided(found: Noticed, outcome: WatchOutcome, purchase: string | null = null): Promise<void> {
    const books = await this.#open()
    const { site, amount, guards, reasons } = found
    if (books === null || reasons.length === 0) return
    const at = Date.now()
    if (outcome === 'fine') await books.purchases.watch.changeRules((rules) => ({ ...rules, exceptions: [...rules.exceptions, ...exceptionsFor(guards, { ...found, at })] }))
    await books.purchases.watch.write({ at, site, amount, purchase, outcome, reasons })
  }

  /** The purse was looked at. What is gone from it without a payment is told at once, outside every page. */
  async sawBalance(holding: Holding, total: bigint, show: Show): Promise<void> {
    const books = await this.#open()
    const gone = (await books?.purchases.sawBalance(holding, total, Date.now())) ?? 0n
    if (books === null || gone === 0n) return
    const sentence = words.watch.fell(show(gone))
    await books.purchases.watch.write({ at: Date.now(), site: '', amount: gone, purchase: null, outcome: 'fell', reasons: [sentence] })
    await this.#alarm('fell', words.watch.fellTitle, sentence)
  }

  /** The reader calls a payment a fraud, or takes that back. False where there is no such purchase, or the wallet is locked. */
  async report(id: string, isFraud: boolean): Promise<boolean> {
    const books = await this.#open()
    const purchase = await books?.purchases.get(id)
    if (books === null || purchase === undefined || purchase === null) return false
    if (isFraud) await reportFraud(books, purchase)
    else await books.purchases.unreport(id)
    return true
  }

  /** Sites on which the reader wants nothing paid, the newest first. Null while the wallet is locked. */
  async blocked(): Promise<readonly Blocked[] | null> {
    const books = await this.#open()
    return books === null ? null : [...(await books.purchases.watch.rules()).blocked].reverse()
  }

  /** Blocks the site of a payment. A payment that is not there changes nothing. */
  async block(payment: string): Promise<readonly Blocked[] | null> {
    const books = await this.#open()
    const purchase = await books?.purchases.get(payment)
    if (books === null || purchase === undefined || purchase === null) return this.blocked()
    const site = siteOfTerms(purchase.terms)
    await books.purchases.watch.changeRules((rules) => ({ ...rules, blocked: [...rules.blocked.filter((one) => one.site !== site), { site, at: Date.now() }] }))
    return this.blocked()
  }

  async unblock(site: string): Promise<readonly Blocked[] | null> {
    await (await this.#open())?.purchases.watch.changeRules((rules) => ({ ...rules, blocked: rules.blocked.filter((one) => one.site !== site) }))
    return this.blocked()
  }

  /** A site that is listed as a cheat is opened by name, or left to the list again. False while the wallet is locked. */
  async open(site: string, isOpen: boolean): Promise<boolean> {
    const books = await this.#open()
    await books?.purchases.watch.changeRules((rules) => {
      const others = rules.opened.filter((one) => one.site !== site)
      return { ...rules, opened: isOpen ? [...others, { site, at: Date.now() }] : others }
    })
    return books !== null
  }

  /** What a guard leads to from now on. False while the wallet is locked. */
  async set(guard: GuardId, level: Level | 'off'): Promise<boolean> {
    const books = await this.#open()
    if (books === null || !isTunable(guard)) return false
    await books.purchases.watch.changeRules((rules) => ({ ...rules, levels: { ...rules.levels, [guard]: level } }))
    return true
  }

  /** Whether that would make the wallet watch less than it does now. */
  async loosens(guard: GuardId, level: Level | 'off'): Promise<boolean> {
    const current = (await (await this.#open())?.purchases.watch.rules())?.levels[guard] ?? defaultLevels[guard]
    return strictness(level) < strictness(current)
  }
}

/** A payment that something was found about. */
export interface Noticed {
  readonly site: string
  readonly payTo: Address
  /** Atomic units. */
  readonly amount: bigint
  /** What the reader has to say is fine. */
  readonly guards: readonly GuardId[]
  /** As they were said; none where nothing was found. */
  readonly reasons: readonly string[]
}

const strictness = (level: Level | 'off'): number => (level === 'off' ? -1 : levels.indexOf(level))

/** Whether the next payment takes a fresh proof, because several were turned down as suspicious lately. */
export async function isPurseFrozen(books: Books): Promise<boolean> {
  const { watch } = books.purchases
  return frozen(await watch.log(), await watch.rules(), await denialsOf(books))
}

const frozen = (log: readonly WatchEntry[], { freedAt }: Rules, denials: number): boolean => isFrozen(log.filter(isDenial).map(({ at }) => at), freedAt, denials)

/** After how many: by the policy that holds. */
const denialsOf = async ({ purchases }: Books): Promise<number> => (await purchases.policy.inForce()).parameters['freeze.denials']

async function reportFraud(books: Books, purchase: Purchase): Promise<void> {
  const { terms, id } = purchase
  await books.purchases.report(purchase, Date.now())
  const decimals = findNetwork(terms.network)?.token.decimals
  if (decimals === undefined) return
  await books.purchases.watch.write({ at: Date.now(), site: siteOfTerms(terms), amount: terms.amount, purchase: id, outcome: 'fraud', reasons: [words.watch.calledFraud] })
}
