import type { Purchase } from '../core/purchase/purchase'
import { findNetwork, networks } from '../core/networks/networks'
import { en as words } from '../core/words/en'
import type { SessionEvent, Settings } from '../messaging/views'
import { browser } from '../platform/browser'
import { attemptsRepository } from '../store/attempts'
import { openDatabase } from '../store/schema'
import { settingsRepository } from '../store/settings'
import { vaultRepository } from '../store/vault-repository'
import { ApprovalDesk } from './approval/approval-desk'
import { Approvals } from './approval/approvals'
import { BackupDesk } from './backup/backup-desk'
import { RestoreDesk } from './backup/restore-desk'
import { booksOf, type OpenBooks } from './books'
import { ChainReader, type EndpointOf } from './chain/chain-reader'
import { ConfirmationCodes } from './confirmation/confirmation-codes'
import { disputesOf } from './disputes/disputes'
import { navigationWatcher } from './navigation-watcher'
import type { PricedSettings } from './display'
import { exportsOf } from './export/exports'
import { WantedSearch } from './history/wanted-search'
import { NavigationObserver } from './page/observer'
import { PageDesk } from './page/page-desk'
import { policyOf } from './policy/policy'
import { PageLook } from './page/page-look'
import { Pages } from './page/pages'
import { pricesOf } from './page/prices'
import { WordsReminder } from './security/words-reminder'
import { alarmBy } from './watch/alarm'
import { WatchDesk } from './watch/watch-desk'
import { Wishes } from './page/wishes'
import { CopyDesk } from './library/copy-desk'
import { Payments } from './payment/payments'
import { UnaskedPayments } from './payment/unasked-payments'
import { Settlements } from './payment/settlements'
import { privacyOf } from './privacy/privacy'
import { PursesDesk } from './purses/purses-desk'
import { RatesKeeper } from './rates/rates-keeper'
import { ReEntry } from './reentry/re-entry'
import { SignInConsents } from './reentry/sign-in-consents'
import { SecurityDesk } from './security/security-desk'
import { StepUps } from './step-up/step-ups'
import { AllowancesDesk } from './spending/allowances-desk'
import { LimitsDesk } from './spending/limits-desk'
import { Door } from './wallet/door'
import { VaultCopy } from './wallet/vault-copy'
import { Vaults } from './wallet/vaults'
import { WalletSession } from './wallet/wallet-session'

/** Puts the worker together. Everything a handler may use is here; nothing is global. */
export function createApp() {
  const database = openDatabase()
  // Begun while the language is still being read. What fails here fails again, and is told, where something is asked for.
  void database.open().catch(() => undefined)
  const settings = settingsRepository(database)
  const alarm = alarmBy(() => settings.read())
  const shutAll = (): void => {
    stepUps.clear()
    disputing.shutDisputes()
    books.shut()
  }
  const stepUps = new StepUps(() => performance.now())
  const door = new Door(attemptsRepository(database), (wrong) => void alarm('tries', words.watch.triesTitle, words.watch.tries(String(wrong))))
  const wallet = new WalletSession(new Vaults(vaultRepository(database), new VaultCopy()), door, shutAll)
  const books = booksOf(database, wallet)
  const security = new SecurityDesk(wallet, books)
  const backups = new BackupDesk(wallet, books)
  const restores = new RestoreDesk(wallet, database, books)
  const { exports, exportLines, imports } = exportsOf({ wallet, open: books, database, settings })
  const endpointOf = chosenEndpoint(books, () => settings.read())
  const chain = new ChainReader(endpointOf, (timeMs) => void privacy.retention.saw(timeMs).catch(() => undefined))
  const purses = new PursesDesk({ wallet, open: books, chain, settings: () => settings.read(), changed: () => changed('purses') })
  const rates = new RatesKeeper(
    (network) => chain.feeds(network),
    () => settings.read(),
    () => {
      changed('rates')
      void pageDesk.pricesChanged()
    },
    () => policy.reference(),
  )
  /** For what is told of prices beside pages: the feeds are not asked for it. */
  const priced = async (): Promise<PricedSettings> => ({ ...(await settings.read()), rates: await rates.known() })
  /** For what the reader is asked. */
  const pricedNow = async (): Promise<PricedSettings> => ({ ...(await settings.read()), rates: await rates.fresh() })

  const purchaseChanged = async (purchase: Purchase): Promise<void> => {
    for (const topic of ['payments', 'approval', 'limits', 'allowances'] as const) changed(topic)
    if (purchase.settlement !== null) {
      changed('account')
      await rememberPayee(books, purchase)
    }
    await pageDesk.purchaseChanged(purchase)
    for (const keeper of [copies, disputing.sellerTerms]) void keeper.purchaseChanged(purchase)
  }
  const disputing = disputesOf({ open: books, chain, endpointOf, settings: priced, changed, alarm, otherwiseDue: async () => ((await policy.isWaiting()) ? 1 : 0) })
  const settlements = new Settlements(books, chain, purchaseChanged, () => changed('payments'))
  const payments = new Payments(books, settlements, (tabId, url) => observer.follow(tabId, url), purchaseChanged, async () => (await settings.read()).tipService)
  const pages: Pages = new Pages(
    pricesOf(() => settings.read(), (item, challenge) => unasked.priced(item.id, challenge)),
    async (page) => pageDesk.pageChanged(page),
  )
  const consents = new SignInConsents(books)
  const wishes = new Wishes(books)
  const allowances = new AllowancesDesk(books, () => settings.read())
  const watch = new WatchDesk(books, () => settings.read(), alarm)
  const policy = policyOf({ open: books, settings: () => settings.read(), changed, alarm, dueChanged: () => void disputing.disputeNews.showWaiting() })
  const unasked: UnaskedPayments = new UnaskedPayments({ open: books, chain, payments, settings: pricedNow, known: priced })
  const namedLook = new PageLook('hints.js')
  const tipLook = new PageLook('tips.js')
  const reentry = new ReEntry(books, consents, payments, pages)
  const approvals: Approvals = new Approvals(() => changed('approval'), (question) => desk.begun(question))
  const privacy = privacyOf({ database, wallet, open: books, pages, approvals, unasked, settings: () => settings.read() })
  const desk: ApprovalDesk = new ApprovalDesk({ wallet, open: books, chain, payments, approvals, reentry, allowances, watch, settings: pricedNow })
  const pageDesk: PageDesk = new PageDesk({ pages, payments, unasked, books, approvals, reentry, wishes, namedLook, tipLook, settings: priced, observe: () => observer.listen(), changed })
  const copies: CopyDesk = new CopyDesk({ open: books, settings: () => settings.read(), reopen: (purchase) => pageDesk.reopen(purchase), changed: () => changed('library') })
  const offered = async (tabId: number): Promise<void> => {
    if ((await settings.read()).cardInPages) await pageDesk.injectCard(tabId)
  }
  const watcher = navigationWatcher({ pages, payments, unasked, looksEverywhere: async () => (await settings.read()).access === 'everywhere', arrived: (tabId, purchase, url) => copies.arrived(tabId, purchase, url), refused: (tabId) => copies.refused(tabId), offered })
  const observer: NavigationObserver = new NavigationObserver(watcher)
  return { observer, watcher, settings, rates, priced, wallet, door, stepUps, security, codes: new ConfirmationCodes(books), backups, restores, exports, exportLines, imports, books, chain, settlements, payments, pages, pageDesk, copies, approvals, consents, wishes, wanted: new WantedSearch(), limits: new LimitsDesk(books, () => settings.read()), policy, allowances, watch, privacy, purses, ...disputing, unasked, namedLook, tipLook, desk, changed, alarm, wordsReminder: new WordsReminder(() => wallet.backedUp(), alarm) }
}

async function rememberPayee(books: OpenBooks, { terms }: Purchase): Promise<void> {
  const open = await books()
  await open?.payees.add(open.payeeTag(terms.network, terms.payTo))
}

/** Who is asked about an account: the purse's own endpoint, if the reader gave it one; else the network's, as they chose it. */
const chosenEndpoint = (books: OpenBooks, settings: () => Promise<Settings>): EndpointOf => async (network, account) => {
  const own = account === null ? null : await (await books())?.purses.endpoint(account, network.id)
  return own ?? (await settings()).endpoints[network.id] ?? network.defaultEndpoint
}

export type App = ReturnType<typeof createApp>

/** Tells the extension's own open pages that what they show may be old. Nobody listening is no fault. */
function changed(topic: SessionEvent['topic']): void {
  const event: SessionEvent = { event: 'changed', topic }
  void browser.runtime.sendMessage(event).catch(() => undefined)
}

/** The asset that prices are in now: what books are looked up by. */
export function activeAsset(settings: Settings) {
  const network = findNetwork(settings.network) ?? networks[0]
  if (network === undefined) throw new Error('no network is known')
  return { network: network.id, asset: network.token.address, decimals: network.token.decimals, symbol: network.token.symbol, label: network.label, test: network.test }
}

