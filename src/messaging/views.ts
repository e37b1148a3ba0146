/**
 * What the worker shows its own pages and, for the card only, a content script.
 * JSON only. Amounts are decimal strings of atomic units ("50000" is $0.05 in USDC); times are milliseconds since 1970.
 */
import type { Hex } from '../core/hex'
import type { Period } from '../core/history/calendar'
import type { NetworkId } from '../core/networks/networks'
import type { Ask } from '../core/protocols/named/conventions'
import type { Covering } from '../core/protocols/covers'
import type { DeliveryKind, FeeLineRecord, PurchaseState } from '../core/purchase/purchase'
import type { Retention } from '../core/privacy/retention'
import type { GuardId, Level } from '../core/risk/finding'
import type { Link } from '../core/purses/links'
import type { LimitName } from '../core/spending/limits'

export interface Settings {
  readonly network: NetworkId
  readonly testNetworks: boolean
  /** The reader's own chain endpoint per network; absent means the network's default. */
  readonly endpoints: Partial<Record<NetworkId, string>>
  /** ISO 4217 code prices are shown in. */
  readonly currency: string
  /** What getting dollars costs the reader, by their own figure, in basis points; 0 where they gave none. */
  readonly fundingBps: number
  /** Minutes without use before the wallet locks itself. */
  readonly autoLockMinutes: number
  /** Whether the fee card appears in pages; the badge stays either way. */
  readonly cardInPages: boolean
  /** Where Farthing looks for prices: every site, or only when its button is clicked. */
  readonly access: 'everywhere' | 'on-click'
  /** Atomic units; payments above it ask for a fresh proof. Null: none does. */
  readonly askAbove: string | null
  /** The payment service that brings tips for bare accounts to the chain; null: none, and they are not given. */
  readonly tipService: string | null
  /** Whether a page that was bought is kept on this device once it has come. */
  readonly keepCopies: boolean
  /** How much room such copies take at most, in megabytes. */
  readonly copiesMegabytes: 50 | 100 | 250 | 500 | 1000
}

export interface WalletView {
  /** 'damaged': what is stored can no longer be read, nor its copy; the twelve words bring the money back. */
  readonly state: 'none' | 'locked' | 'unlocked' | 'damaged'
  /** False until the reader has proved to have written down the twelve words. */
  readonly backedUp: boolean
  /** How the wallet can be opened; empty when there is none. */
  readonly ways: readonly Way[]
  /** While wrong attempts are being slowed: when the next one is allowed. Null when one may be made now. */
  readonly waitUntil: number | null
  /** A PIN opens it too, until the browser is closed. */
  readonly pin: boolean
}

export type SlotKind = 'password' | 'passkey' | 'password+passkey' | 'recovery'

/** What opened the wallet. 'made': it was made, or brought back, just then. */
export type OpenedBy = SlotKind | 'pin' | 'made'

/** One way to open the wallet, as anybody at this device may know it. */
export interface Way {
  readonly slot: string
  readonly kind: SlotKind
  /** Present when a passkey takes part: what to ask it. */
  readonly passkey: { readonly credential: string; readonly salt: string; readonly rpId: string | null } | null
}

/** What a fresh proof is asked for. */
export interface StepUpView {
  readonly id: string
  /** What it allows, in a sentence written by the worker: "Show the twelve words of this wallet." */
  readonly sentence: string
  readonly ways: readonly Way[]
  /** The confirmation code is asked for as well. */
  readonly code: boolean
}

export interface SecurityView {
  readonly slots: readonly (Way & { readonly name: string; readonly createdAt: number; readonly removable: boolean })[]
  /** Since when the wallet is open, and what opened it. `at` is milliseconds since 1970. */
  readonly session: { readonly at: number; readonly how: OpenedBy }
  readonly pin: boolean
  /** Whether a confirmation code is asked for with every proof. */
  readonly code: boolean
  /** When it is time to see whether the twelve words were written down; null when they were shown to be, lately. */
  readonly drillDueAt: number | null
  /** Newest first, at most 50. */
  readonly events: readonly { readonly at: number; readonly kind: 'unlocked' | 'failed' | 'slot-added' | 'slot-removed' | 'words-shown' | 'proved' | 'words-right' | 'words-wrong' | 'code-added' | 'code-removed' | 'pin-destroyed' | 'backup-made' | 'backup-restored' | 'books-saved' | 'books-given' | 'forgotten'; readonly way: SlotKind | null; readonly about?: string | undefined }[]
}

/** An amount of the network's token. */
export interface MoneyView {
  readonly atomic: string
  readonly decimals: number
  readonly symbol: string
}

export interface FeeLineView {
  readonly kind: FeeLineRecord['kind']
  /** Null: nobody has declared it. */
  readonly amount: MoneyView | null
  readonly paidBy: FeeLineRecord['paidBy']
  readonly known: FeeLineRecord['known']
  readonly account: FeeLineRecord['account']
}

export type BalanceView =
  | { readonly state: 'known'; readonly total: MoneyView; readonly available: MoneyView; readonly reserved: MoneyView }
  | { readonly state: 'unknown'; readonly sentence: string }

export interface AccountView {
  /** EIP-55 checksummed. */
  readonly address: string
  readonly network: { readonly id: NetworkId; readonly label: string; readonly test: boolean; readonly symbol: string }
  readonly balance: BalanceView
  /** Where there are several purses: what this one is called, and what is in all of them as they were last seen; `unseen` were never looked at. Null where there is one. */
  readonly purses: { readonly name: string; readonly total: MoneyView; readonly unseen: number } | null
}

/** One of the reader's accounts. */
export interface PurseView {
  /** Which account of the twelve words: 0 is the first purse. */
  readonly purse: number
  readonly name: string
  /** EIP-55 checksummed. */
  readonly address: string
  /** What it held when it was last looked at, less what was paid since; null where nobody looked yet. `at`: when, in milliseconds since 1970. */
  readonly seen: { readonly total: MoneyView; readonly available: MoneyView; readonly reserved: MoneyView; readonly at: number | null } | null
  /** Sites that received something from it; registrable domains. */
  readonly paid: readonly string[]
  /** Sites that are paid from it from now on, because the reader said so. */
  readonly sites: readonly string[]
  /** The chain endpoint that is asked about it alone; null for that of all. */
  readonly endpoint: string | null
}

/** The reader's purses, the first one first, and what joins them. */
export interface PursesView {
  readonly network: { readonly label: string; readonly test: boolean; readonly symbol: string }
  readonly purses: readonly PurseView[]
  /** How many there can be. */
  readonly most: number
  /** Whether this wallet knows of all payments of its words: 'whole', it was made here; 'searched', other purses were looked for; 'unknown', they were not. */
  readonly memory: 'whole' | 'searched' | 'unknown'
  /** How many accounts were asked about so far, while other purses are being looked for; null while they are not. */
  readonly looked: number | null
  /** Host of the endpoint that is asked about all purses without one of their own. */
  readonly endpoint: string
  readonly links: readonly Link[]
}

/** The card in the page. Finished sentences: it knows nothing about the reader. */
export interface CardView {
  readonly item: string
  readonly title: string
  readonly site: string
  readonly state: 'loading' | 'offer' | 'refused' | 'working' | 'done'
  /** The price in words, e.g. "$0.05", or null while loading or refused. */
  readonly price: string | null
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  readonly keep: string | null
  /** Shown instead of the price when it cannot be paid, or while something is happening. */
  readonly sentence: string | null
  /** Label of the one button, or null when there is nothing to press. */
  readonly action: string | null
  /** What the button does: opens the approval, or stops a payment that nobody was asked about. */
  readonly does: 'open' | 'undo'
  readonly why: { readonly question: string; readonly answer: string }
  readonly dismiss: string
}

/** One thing on a page that can be paid for. */
export interface PageItemView {
  readonly item: string
  readonly kind: DeliveryKind
  readonly title: string
  readonly state: 'loading' | 'offer' | 'refused' | 'owned' | 'working'
  readonly price: MoneyView | null
  readonly sentence: string | null
  /** It is about to be paid without a question, and can still be stopped. */
  readonly undo: boolean
}

export interface PageView {
  /** Host shown to the reader, or null where extensions cannot look (browser pages). */
  readonly host: string | null
  readonly items: readonly PageItemView[]
  /** What the page asks for in ways that Farthing cannot pay, most important first. Empty where something here can be paid. */
  readonly named: readonly { readonly asks: Ask; readonly sentence: string }[]
  /** Where the page wants tips sent; null where it says nothing. `host` is null where it names an account, which cannot be asked. */
  readonly tip: { readonly title: string; readonly host: string | null } | null
  /** Whether the reader has noted today that they would have paid for an article here; null where there is no reason to, or the wallet is locked. */
  readonly wished: boolean | null
}

/** Another of the seller's prices, and what it is for, where the seller says so. */
export interface OtherPrice {
  readonly price: MoneyView
  readonly covers: Covering | null
}

export interface ApprovalQuote {
  readonly site: { readonly host: string; readonly secure: boolean }
  readonly kind: DeliveryKind
  readonly title: string
  readonly keep: string | null
  /** The bytes of the message to be signed (core/authorization): the page decodes and renders these and sends them back on approval. */
  readonly message: Hex
  readonly token: { readonly symbol: string; readonly decimals: number; readonly label: string }
  readonly feeLines: readonly FeeLineView[]
  /** The name of the purse that pays; null where there is one only. */
  readonly purse: string | null
  readonly balanceAfter: MoneyView
  /** The limit that leaves least, and what it leaves after this; null where this counts already. */
  readonly limitAfter: { readonly limit: LimitName; readonly most: MoneyView; readonly left: MoneyView } | null
  /** Most important first; each a whole sentence. */
  readonly notices: readonly { readonly level: 'care' | 'note'; readonly sentence: string; readonly why?: string | undefined }[]
  /** The reader has to say first that what was noticed is fine. */
  readonly mustConfirm: boolean
  /** How long the seller has, in seconds, once approved. */
  readonly validSeconds: number
  readonly testMoney: boolean
  /** What else the seller takes, at other prices: a month instead of an article, perhaps. At most eight. */
  readonly others: readonly OtherPrice[]
  /** A tip to an account that was never paid before: the reader has to say that it is whom they mean. */
  readonly newPayee: boolean
  /** A note travels with the payment, and whoever gets it can read it. Otherwise the reader's history alone has it. */
  readonly takesNote: boolean
  /** The reader's own amount is asked for, in dollars; null where the page's are. */
  readonly ownAmount: string | null
}

/** Something the watch has decided, and what became of it. */
export interface WatchEntryView {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Empty where it is about the purse. */
  readonly site: string
  readonly amount: MoneyView
  readonly purchase: string | null
  readonly outcome: 'paid' | 'fine' | 'declined' | 'denied' | 'fraud' | 'fell'
  readonly reasons: readonly string[]
}

export interface WatchView {
  /** The next payment takes a fresh proof, because several were turned down as suspicious. */
  readonly frozen: boolean
  /** Guards whose level is the reader's to set. */
  readonly guards: readonly { readonly guard: GuardId; readonly level: Level | 'off' }[]
  /** Newest first, at most 50. */
  readonly entries: readonly WatchEntryView[]
}

export type ApprovalView =
  | { readonly state: 'gone' }
  | { readonly state: 'locked'; readonly host: string; readonly title: string }
  | { readonly state: 'no-wallet' }
  | { readonly state: 'loading'; readonly host: string; readonly title: string }
  | { readonly state: 'ready'; readonly quote: ApprovalQuote }
  /** Not payable: says so, why, and what the reader can do. */
  | { readonly state: 'refused'; readonly host: string; readonly title: string; readonly sentence: string; readonly remedy: 'retry' | 'top-up' | 'purses' | 'settings' | 'limits' | 'none' }
  /** Bought on `at` (milliseconds since 1970), and the site has forgotten it. It opens again, free, if it may be told who is back. */
  | { readonly state: 'sign-in'; readonly host: string; readonly title: string; readonly at: number }
  | { readonly state: 'working'; readonly host: string; readonly title: string; readonly step: 'paying' | 'delivering' | 'checking' }
  | { readonly state: 'done'; readonly outcome: 'delivered' | 'undelivered' | 'unknown' | 'refused' | 'not-charged'; readonly sentence: string; readonly paymentId: string; readonly tip: boolean; readonly offer: AllowanceOfferView | null }

/** Spending that counts: held back for payments under way, and paid. */
export interface SpentView {
  readonly held: MoneyView
  readonly paid: MoneyView
  /** What the limit leaves. */
  readonly left: MoneyView
}

/** What the reader allows at most, and what of it is used. */
export interface LimitsView {
  readonly limits: Readonly<Record<LimitName, MoneyView>>
  readonly used: Readonly<Record<'day' | 'month' | 'tipDay', SpentView>>
  /** Sites with purchases today, the most first. `site` is a registrable domain. */
  readonly sites: readonly (SpentView & { readonly site: string })[]
}

/** What a reader allows on one site without a question. */
export interface AllowanceView {
  readonly id: string
  /** Registrable domain. */
  readonly site: string
  readonly perPayment: MoneyView
  readonly perDay: MoneyView
  /** Of today's `perDay`. */
  readonly used: MoneyView
  /** Milliseconds since 1970. */
  readonly until: number
}

/** What the reader may allow after a payment; the amounts are a suggestion, and atomic units. */
export interface AllowanceOfferView {
  readonly site: string
  readonly perPayment: string
  readonly perDay: string
  readonly days: number
}

/** A site and whether it may be told who is back. `site` is an origin. */
export interface SignInSite {
  readonly site: string
  readonly allowed: boolean
}

/** A site that sells no single articles, and on how many days the reader would have paid for one. */
export interface WishedSite {
  /** Registrable domain. */
  readonly site: string
  readonly days: number
}

/**
 * What a signed statement of the seller is worth. 'seller': signed by whoever was paid, and it says what was agreed.
 * 'stranger': signed by somebody else. 'differs': it says something else, or its signature is false. 'none': there is none.
 */
export interface EvidenceView {
  readonly worth: 'seller' | 'stranger' | 'differs' | 'none'
  readonly sentence: string
}

/** What came of a file that was taken in. */
export interface ImportView {
  /** Payments that were not here. */
  readonly added: number
  /** Payments that were here, of which the file knew more. */
  readonly grown: number
  /** Payments that were here as they are in the file, or with more. */
  readonly known: number
  /** Payments that the file only tells of: their story was damaged where it was written. */
  readonly skipped: number
  /** Payments of another wallet, which were left out. */
  readonly foreign: number
  /** Purses that were opened because they have paid for something in it, or because the reader wanted them as they are there. */
  readonly purses: number
  /** Its settings, limits or permissions are others than those here, which were left as they are. */
  readonly withheld: boolean
}

export interface PaymentRow {
  readonly id: string
  readonly at: number
  readonly title: string
  readonly host: string
  readonly kind: DeliveryKind
  readonly amount: MoneyView
  readonly state: PurchaseState
  /** What happened, in a few words: "Paid", "Not charged", "Checking". */
  readonly status: string
  readonly tone: 'good' | 'quiet' | 'care'
  /** Nobody was asked: the reader had allowed it. */
  readonly unasked: boolean
}

/** What the reader wrote beside a payment, for themselves. */
export interface LabelView {
  /** Null for nothing. */
  readonly label: string | null
  readonly tags: readonly string[]
}

export interface HistoryRow extends PaymentRow, LabelView {
  readonly network: NetworkId
  /** What has come back of it, as the chain shows; null for nothing. */
  readonly refunded: MoneyView | null
}

/** What was found in the history. */
export interface HistoryView {
  readonly rows: readonly HistoryRow[]
  /** Everything that was found, in the window or not. */
  readonly count: number
  /** What was paid of that, by token; without those that nothing was paid in. */
  readonly sums: readonly (MoneyView & { readonly network: NetworkId; readonly networkLabel: string })[]
  /** Sites and tags of what was found, or would be if none was chosen: the most frequent first, at most 200. */
  readonly hosts: readonly { readonly host: string; readonly count: number }[]
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
  /** Payments that were looked through so far, while there are more; null when it was all of them. */
  readonly reading: { readonly done: number; readonly total: number } | null
}

/** Money of so many payments. */
export interface SumView {
  readonly money: MoneyView
  readonly payments: number
}

/** Where the money of one token went. Days are YYYY-MM-DD, in the reader's own calendar. All but month, held, ever and elsewhere is about the period that was asked for. */
export interface TotalsView {
  readonly period: Period
  readonly spent: SumView
  /** Oldest first, without gaps; together they are `spent`. Both days are included. */
  readonly buckets: readonly { readonly from: string; readonly to: string; readonly unlock: MoneyView; readonly tip: MoneyView; readonly payments: number; readonly cameBack: MoneyView }[]
  readonly kinds: Readonly<Record<'unlock' | 'tip', SumView>>
  /** The most first; the rest together. */
  readonly sites: readonly (SumView & { readonly host: string })[]
  readonly otherSites: SumView & { readonly sites: number }
  /** What came back in that time, by the day it came; no part of what was spent, and not taken off it. */
  readonly cameBack: SumView
  /** What is known to have gone to others than the creators. */
  readonly toOthers: SumView
  /** Payments of which nobody says that, with their whole amounts. */
  readonly undeclared: SumView
  /** This month so far, and the last: up to the same day, and whole. `first` is the first day of each. */
  readonly month: { readonly first: string; readonly spent: SumView; readonly cameBack: SumView; readonly before: { readonly first: string; readonly toSameDay: SumView; readonly whole: SumView } }
  /** Held back for payments under way. */
  readonly held: SumView
  readonly ever: SumView
  /** What was ever paid in tokens that prices are not in now. */
  readonly elsewhere: readonly (SumView & { readonly network: string; readonly test: boolean })[]
}

export interface PaymentDetail extends PaymentRow, LabelView {
  /** What happened to the money, then why, then what to do. */
  readonly sentence: string
  readonly page: string
  readonly networkLabel: string
  readonly payee: string
  readonly feeLines: readonly FeeLineView[]
  readonly transaction: string | null
  readonly explorer: string | null
  readonly nonce: string
  /** The seller's signed price, and the seller's signed receipt. */
  readonly offer: EvidenceView
  readonly receipt: EvidenceView
  readonly timeline: readonly { readonly at: number; readonly sentence: string }[]
  /** The reader has called it a fraud. */
  readonly reported: boolean
  /** What the reader wrote with it, and whether it was sent along; null for nothing. */
  readonly note: { readonly text: string; readonly sent: boolean } | null
  /** What the seller says it is for, where that is more than one piece; null otherwise. */
  readonly covers: string | null
  /** What the reader saw the price converted to, and with which rate: an estimate, in a sentence. Null where it was shown in dollars. */
  readonly converted: string | null
  /** True when trying again costs nothing. */
  readonly canRetry: boolean
  /** What has come back of it, as the chain shows; null for nothing. */
  readonly refunded: MoneyView | null
  /** The newest dispute about it. */
  readonly dispute: { readonly id: string; readonly status: string } | null
}

/** What is kept, by what it is. 'memory': what only lives until the browser is closed. */
export type KeptKind = 'payments' | 'copies' | 'sites' | 'watch' | 'limits' | 'payees' | 'disputes' | 'signIns' | 'wishes' | 'door' | 'wallet' | 'settings' | 'others' | 'memory'

export interface KeptView {
  readonly kind: KeptKind
  /** Null where it is one thing. */
  readonly count: number | null
  /** As it lies on the disk, sealed. */
  readonly bytes: number
  /** From when the oldest of it is, in milliseconds since 1970; null where that is not written down. */
  readonly since: number | null
}

/** A site that is written down somewhere in the wallet. */
export interface KnownSiteView {
  /** Registrable domain. */
  readonly site: string
  /** Payments that reached it, tips apart. */
  readonly payments: number
  readonly firstAt: number | null
  readonly lastAt: number | null
  readonly tipped: boolean
  /** It may be told who is back. */
  readonly recognises: boolean
}

/** What is kept on this device, and who has received what. Reckoned from the books, here. */
export interface PrivacyView {
  readonly kept: readonly KeptView[]
  /** How long the reader wants what kept, in days; null for good. */
  readonly retention: Retention
  /** False where sizes are reckoned from a part of what there is. */
  readonly isExact: boolean
  /** What the browser says that all of it takes on the disk, in bytes; null where it says nothing. */
  readonly onDisk: number | null
  /** Those that received something, the latest first, then others that are only written down. */
  readonly sites: readonly KnownSiteView[]
  /** Who is asked for balances and payments, and learns the purse's address thereby. */
  readonly endpoint: { readonly host: string; readonly own: boolean; readonly networkLabel: string }
  /** Who is asked about one purse and no other, by the name of the purse. */
  readonly purseEndpoints: readonly { readonly name: string; readonly host: string }[]
  /** Who brings tips for bare accounts to the chain: a host. */
  readonly tipService: string | null
}

/** An article the reader owns. */
export interface LibraryRow {
  /** Of its purchase. */
  readonly id: string
  readonly at: number
  readonly title: string
  readonly host: string
  /** What its copy takes on this device, in bytes; null where there is none. */
  readonly bytes: number | null
}

export interface LibraryPage {
  readonly rows: readonly LibraryRow[]
  /** Everything that was found, in the window or not. */
  readonly count: number
  /** Older payments are still being looked through. */
  readonly reading: boolean
  /** What all copies of whole pages and pictures take, and may take at most; bytes. */
  readonly used: number
  readonly most: number
}

/** A copy as it was taken: hostile until it was sanitised by whoever shows it. */
export interface CopyView {
  readonly html: string
  /** Addresses in it are meant from here. */
  readonly base: string
  readonly byline: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly savedAt: number
  /** `src` as in the text, `url` is a data: URL of a picture. */
  readonly pictures: readonly { readonly src: string; readonly url: string; readonly width: number; readonly height: number }[]
  /** How many pictures the copy does without. */
  readonly left: number
}

export interface LibraryArticle {
  readonly row: LibraryRow
  readonly copy: CopyView | null
}

/** What forgetting takes, or took. */
export interface ForgettingView {
  readonly payments: number
  /** Payments that stay, because their money may still move, or what they paid for is on its way. */
  readonly underWay: number
}

export interface SessionEvent {
  readonly event: 'changed'
  readonly topic: 'wallet' | 'settings' | 'account' | 'page' | 'payments' | 'approval' | 'wishes' | 'limits' | 'allowances' | 'rates' | 'watch' | 'library' | 'purses' | 'disputes'
}

/** What the worker tells the content script of one page. */
export type PageEvent =
  | { readonly event: 'card'; readonly view: CardView | null }
  | { readonly event: 'fragment'; readonly item: string; readonly src: string; readonly html: string }
