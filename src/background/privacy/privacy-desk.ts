import { findNetwork } from '../../core/networks/networks'
import { defaultRetention } from '../../core/privacy/retention'
import { supportReport, type ReportedPayment } from '../../core/privacy/support'
import type { Purchase } from '../../core/purchase/purchase'
import type { KeptKind, KeptView, PrivacyView, Settings } from '../../messaging/views'
import { browser } from '../../platform/browser'
import { siteOfTerms } from '../../store/spending-book'
import { activeAsset } from '../app'
import type { Books, OpenBooks } from '../books'
import { knownSites } from './known-sites'
import type { RetentionDesk } from './retention-desk'

/** More than the log of the door ever holds. */
const allEvents = 10_000

/** Tells what is kept on this device and who has received what. */
export class PrivacyDesk {
  readonly #open: OpenBooks
  readonly #settings: () => Promise<Settings>
  readonly #retention: RetentionDesk

  constructor(open: OpenBooks, settings: () => Promise<Settings>, retention: RetentionDesk) {
    this.#retention = retention
    this.#open = open
    this.#settings = settings
  }

  /** Null while the wallet is locked. */
  async view(): Promise<PrivacyView | null> {
    const books = await this.#open()
    if (books === null) return null
    const settings = await this.#settings()
    const { kept, isExact } = await keptIn(books)
    return { kept, isExact, retention: (await this.#retention.chosen()) ?? defaultRetention, onDisk: await onDisk(), sites: await knownSites(books), ...toldBy(settings), purseEndpoints: await ownEndpoints(books, settings) }
  }

  /** A report for support; null while the wallet is locked. @param ways kinds of ways to open the wallet */
  async report(ways: readonly string[]): Promise<readonly string[] | null> {
    const books = await this.#open()
    if (books === null) return null
    const settings = await this.#settings()
    const { network, label } = activeAsset(settings)
    const { kept } = await keptIn(books)
    const sites = [...(await knownSites(books))].sort((one, other) => other.payments - one.payments).map(({ site }) => site)
    const { purchases } = await books.purchases.list({ before: null, limit: reported })
    return supportReport({
      version: browser.runtime.getManifest().version,
      browser: browserName(),
      network: label,
      ownEndpoint: settings.endpoints[network] !== undefined,
      ownTipService: settings.tipService !== null,
      everywhere: settings.access === 'everywhere',
      cardInPages: settings.cardInPages,
      ways,
      kept,
      sites,
      payments: purchases.map(paymentOf),
    })
  }
}

/** The latest payments: a fault that is asked about happened lately. */
const reported = 30

/** The site a payment counts for, as sites are ranked. */
const paymentOf = ({ terms, createdAt, state, answer, interruption }: Purchase): ReportedPayment => ({
  at: createdAt,
  site: siteOfTerms(terms),
  amount: terms.amount,
  kind: terms.kind,
  state,
  dialect: terms.dialect,
  status: answer?.status ?? null,
  interruption,
})

/** Its name, without the version: that of the system stands in it. */
const browserName = (): string => (/firefox/i.test(navigator.userAgent) ? 'Firefox' : 'Chromium')

async function keptIn(books: Books): Promise<Pick<PrivacyView, 'kept' | 'isExact'>> {
  const { purchases, keepsakes, security } = books
  const stored = await books.inventory()
  const values = (...ids: readonly string[]): number => ids.reduce((sum, id) => sum + (stored.values.get(id) ?? 0), 0)
  const log = await purchases.watch.log()
  const wishes = (await keepsakes.wishes.read())?.wishes ?? []
  const allowances = await purchases.spending.allowances.read()
  const events = await security.latest(allEvents)
  const kept: Record<KeptKind, Omit<KeptView, 'kind'>> = {
    payments: { ...stored.payments, since: (await purchases.oldest())?.createdAt ?? null },
    copies: { ...stored.copies, since: null },
    sites: { count: stored.sites.count, bytes: stored.sites.bytes + values('watch'), since: null },
    watch: { count: log.length, bytes: values('watch-log', 'watch-rules', 'watch-balance'), since: log.at(-1)?.at ?? null },
    limits: { count: (allowances?.allowances ?? []).length, bytes: values('limits', 'ledger', 'allowances'), since: null },
    payees: { ...stored.payees, since: null },
    disputes: { count: stored.disputes.count, bytes: stored.disputes.bytes + values('dispute-drafts'), since: (await books.disputes.all()).at(-1)?.dispute.openedAt ?? null },
    signIns: { count: ((await keepsakes.signIns.read())?.sites ?? []).length, bytes: values('sign-ins'), since: null },
    wishes: { count: wishes.length, bytes: values('wishes'), since: wishes[0] === undefined ? null : Date.parse(wishes[0].at) },
    door: { ...stored.door, since: events.at(-1)?.at ?? null },
    wallet: { count: null, bytes: stored.wallet + values('confirmation', 'drill', 'purses'), since: null },
    settings: { count: null, bytes: stored.settings, since: null },
    others: { count: null, bytes: stored.others + unlisted(stored.values), since: null },
    memory: { count: null, bytes: await inMemory(), since: null },
  }
  const shown = (Object.keys(kept) as KeptKind[]).filter((kind) => kind !== 'others' || kept.others.bytes > 0)
  return { kept: shown.map((kind) => ({ kind, count: kept[kind].count, bytes: kept[kind].bytes, since: kept[kind].since })), isExact: stored.isExact }
}

const listedValues = ['watch', 'watch-log', 'watch-rules', 'watch-balance', 'limits', 'ledger', 'allowances', 'sign-ins', 'wishes', 'confirmation', 'drill', 'purses', 'dispute-drafts']

const unlisted = (values: ReadonlyMap<string, number>): number => [...values].reduce((sum, [id, bytes]) => (listedValues.includes(id) ? sum : sum + bytes), 0)

/** What lives until the browser is closed, and never reaches the disk. */
async function inMemory(): Promise<number> {
  return JSON.stringify(await browser.storage.session.get(null)).length
}

async function onDisk(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null
  } catch {
    return null
  }
}

function toldBy(settings: Settings): Pick<PrivacyView, 'endpoint' | 'tipService' | 'policyHost'> {
  const { network, label } = activeAsset(settings)
  const own = settings.endpoints[network]
  const url = own ?? findNetwork(network)?.defaultEndpoint ?? ''
  return { endpoint: { host: hostOf(url), own: own !== undefined, networkLabel: label }, tipService: settings.tipService === null ? null : hostOf(settings.tipService), policyHost: settings.policyHost === null ? null : hostOf(settings.policyHost) }
}

/** Who is asked about one purse alone, where prices are now. */
async function ownEndpoints({ purses }: Books, settings: Settings): Promise<PrivacyView['purseEndpoints']> {
  const { network } = activeAsset(settings)
  const [{ endpoints }, all] = [await purses.kept(), await purses.all()]
  return all.flatMap(({ index, name }) => endpoints.filter((one) => one.purse === index && one.network === network).map(({ url }) => ({ name, host: hostOf(url) })))
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
