import * as v from 'valibot'
import { mostFundingBps } from '../core/fees/funding'
import { periods } from '../core/history/calendar'
import { longestLabelNote, longestTag, mostTags } from '../core/history/label'
import { historySorts, largestWindow, mostCounted } from '../core/history/query'
import type { Rates } from '../core/money'
import { badges, noticeKinds } from '../core/notices/kinds'
import { networks, type NetworkId } from '../core/networks/networks'
import { deliveryKinds, purchaseStates } from '../core/purchase/purchase'
import { isTimeZone } from '../core/export/moments'
import { importance, levels } from '../core/risk/finding'
import { termsInDays } from '../core/spending/allowance-offer'
import { limitNames, type LimitName } from '../core/spending/limits'
import { kinds as retentionKinds } from '../core/privacy/retention'
import { pageFacts, sellerFacts, type ForSale } from '../core/selling-check/facts'
import type { Finding } from '../core/selling-check/finding'
import { longestNote } from '../core/tips/note'
import { longestHref, longestTitle, mostMarks } from '../core/tips/target'
import { pageHints } from '../core/protocols/named/page'
import { disputeContract } from './dispute-contract'
import { row } from './row'
import type { LibraryArticle, LibraryPage } from './views'
import type { AccountView, AllowanceView, ApprovalView, BalanceView, BlockedSiteView, CardView, ForgettingView, HistoryView, ImportView, LimitsView, PageView, PaymentDetail, PaymentRow, PolicyTextView, PolicyView, PrivacyView, PursesView, SecurityView, Settings, SignInSite, StepUpView, TotalsView, WalletView, WatchView, WishedSite } from './views'

const nothing = v.strictObject({})
const id = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/))
const item = v.pipe(v.string(), v.maxLength(64))
const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
const password = text(1024)
/** What the meter accepts at least; how guessable it is, is judged where it is typed (core/password). */
const newPassword = v.pipe(password, v.minLength(10))
const bytes32 = v.pipe(v.string(), v.length(44), v.base64())
const bytes16 = v.pipe(v.string(), v.length(24), v.base64())
const keySlot = bytes16
const slotName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))
/** What WebAuthn needs to ask the same passkey again. */
const passkey = { credential: v.pipe(v.string(), v.minLength(16), v.maxLength(1400), v.base64()), salt: bytes32, rpId: v.nullable(text(255)) }

/** One way to prove to be the reader. `prf` is what the passkey gave (WebAuthn PRF extension, 32 bytes in base64). */
const factor = v.variant('kind', [
  v.strictObject({ kind: v.literal('password'), password }),
  v.strictObject({ kind: v.literal('passkey'), slot: keySlot, prf: bytes32 }),
  v.strictObject({ kind: v.literal('password+passkey'), slot: keySlot, password, prf: bytes32 }),
  v.strictObject({ kind: v.literal('recovery'), code: text(64) }),
])

const pin = v.pipe(v.string(), v.regex(/^[0-9]{4,12}$/))
/** Six digits of the confirmation code (RFC 6238). */
const code = v.pipe(v.string(), v.regex(/^[0-9]{6}$/))

/** What unlocks: any factor, or the number of this browser session. */
const key = v.variant('kind', [...factor.options, v.strictObject({ kind: v.literal('pin'), pin })])

const newSlot = v.variant('kind', [
  v.strictObject({ kind: v.literal('password'), name: slotName, password: newPassword }),
  v.strictObject({ kind: v.literal('passkey'), name: slotName, ...passkey, prf: bytes32 }),
  v.strictObject({ kind: v.literal('password+passkey'), name: slotName, password: newPassword, ...passkey, prf: bytes32 }),
])

/** One line of a backup file. */
const backupLine = text(60 * 1024 * 1024)
/** Names one backup file while it is being made. */
const backupFile = bytes16

/** One line of an export document: a payment with everything that happened to it. */
const documentLine = text(4 * 1024 * 1024)

/** A moment, in milliseconds since 1970. */
const moment = v.pipe(v.number(), v.finite())

/** What is wanted as a readable file. */
const exported = v.variant('kind', [
  v.strictObject({ kind: v.literal('table'), timeZone: v.pipe(text(64), v.check(isTimeZone)), from: v.nullable(moment), to: v.nullable(moment) }),
  v.strictObject({ kind: v.literal('document') }),
  v.strictObject({ kind: v.literal('receipts'), from: v.nullable(moment), to: v.nullable(moment), payment: v.nullable(id) }),
])

/** The name of a fresh proof: see 'stepUp.begin'. Absent on the first try. */
const stepUp = v.optional(id)
/** Which account of the twelve words. */
const purse = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))
const networkId = v.picklist(networks.map((network) => network.id))

/** Atomic units: up to $1,000,000 less one. */
const limit = v.pipe(v.string(), v.regex(/^(?:0|[1-9][0-9]{0,11})$/))
const limits = Object.fromEntries(limitNames.map((name) => [name, limit])) as Record<LimitName, typeof limit>

/** A registrable domain. */
const siteName = v.pipe(v.string(), v.minLength(1), v.maxLength(255))
/** Names a signed policy. */
const policyHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
/** Atomic units of any token. */
const atomic = v.pipe(v.string(), v.regex(/^(?:0|[1-9][0-9]{0,77})$/))

/** What is to be forgotten: a site (registrable domain), or what was begun in a period, in milliseconds since 1970. */
const wholeMoment = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8_640_000_000_000_000))
const scope = v.variant('kind', [
  v.strictObject({ kind: v.literal('site'), site: v.pipe(v.string(), v.minLength(1), v.maxLength(255)) }),
  v.strictObject({ kind: v.literal('period'), from: wholeMoment, to: wholeMoment }),
])

const paywallTag = v.strictObject({
  /** Absolute URL of what is for sale. */
  src: text(2048),
  title: text(300),
  price: v.nullable(text(32)),
  currency: v.nullable(text(8)),
  words: v.nullable(text(16)),
  keep: v.nullable(text(64)),
  /** What is sold lies beside the page as ciphertext, and `src` sells its key: where, and who else sells it. */
  sealed: v.exactOptional(v.strictObject({ part: text(2048), also: v.pipe(v.array(text(2048)), v.maxLength(3)) })),
})

/** An image, a recording or data of a page that was answered with 402. */
const unpaidPart = v.strictObject({ src: text(2048) })

/**
 * Every message there is. `from` says who may send it: 'page' is a content script on some site
 * (hostile until proved otherwise), 'own' is a document of the extension itself.
 * A handler file of the same name answers it (src/background/handlers).
 * e2e/promises tries every 'own' message from every place a page can reach: a new row is tested by existing.
 */
export const contract = {
  /** A page asks for money: it, or a part of it, was answered with 402, or it declares `<pay-wall>` tags. */
  'page.found': row<{ readonly card: boolean }>()(
    'page',
    v.strictObject({
      status: v.pipe(v.number(), v.integer()),
      /** Its server tells programs its price, if it is asked again. */
      tellsPrograms: v.boolean(),
      title: text(300),
      tags: v.pipe(v.array(paywallTag), v.maxLength(20)),
      parts: v.pipe(v.array(unpaidPart), v.maxLength(10)),
    }),
  ),
  /** What else a page says it wants: ways to ask that Farthing names and cannot pay. Told where the reader opened the popup and nothing can be paid. */
  'page.hints': row<null>()('page', v.strictObject({ hints: pageHints })),
  /** Where a page wants tips sent. Told where the reader opened the popup. */
  'page.tips': row<null>()('page', v.strictObject({ marks: v.pipe(v.array(v.strictObject({ href: text(longestHref), title: text(longestTitle) })), v.maxLength(mostMarks)) })),
  'card.read': row<CardView | null>()('page', nothing),
  /** Stops what is about to be paid without a question on this page. It can stop only. */
  'card.undo': row<null>()('page', v.strictObject({ item })),
  /** Opens the approval; decides nothing. */
  'card.open': row<null>()('page', v.strictObject({ item })),
  'card.dismiss': row<null>()('page', v.strictObject({ item })),
  /** The fragment handed to this page is in place. */
  'fragment.inserted': row<null>()('page', v.strictObject({ item })),

  'wallet.read': row<WalletView>()('own', nothing),
  /** Makes a wallet and returns its twelve words, this once. */
  'wallet.create': row<{ readonly words: readonly string[] }>()('own', v.strictObject({ password: newPassword })),
  'wallet.restore': row<null>()('own', v.strictObject({ words: text(400), password: newPassword })),
  'wallet.confirmBackup': row<null>()('own', nothing),
  'wallet.unlock': row<null>()('own', v.strictObject({ factor: key })),
  'wallet.lock': row<null>()('own', nothing),

  /**
   * Asks for a fresh proof for one message: `act` is the message as it will be sent, without `stepUp`.
   * What is at stake comes back in words, from the worker, to be shown beside the question.
   */
  'stepUp.begin': row<StepUpView>()('own', v.strictObject({ act: v.strictObject({ type: text(64), input: v.unknown() }) })),
  /** The proof, with the confirmation code where one is asked for. Afterwards that one message, with the id as `stepUp`, is obeyed once, within two minutes. */
  'stepUp.prove': row<null>()('own', v.strictObject({ id, factor, code: v.optional(v.nullable(code), null) })),

  /** A short number that opens the wallet until the browser is closed. */
  'pin.set': row<null>()('own', v.strictObject({ pin, stepUp })),
  'pin.clear': row<null>()('own', nothing),

  /** Makes the secret of a confirmation code; nothing is asked for until it was confirmed once. */
  'code.make': row<{ readonly secret: string; readonly uri: string }>()('own', v.strictObject({ stepUp })),
  'code.confirm': row<null>()('own', v.strictObject({ code })),
  'code.remove': row<null>()('own', v.strictObject({ stepUp })),

  /** Whether these are the words at these places (1 to 12): the drill that shows they were written down. */
  'words.check': row<{ readonly right: boolean }>()(
    'own',
    v.strictObject({
      words: v.pipe(v.array(v.strictObject({ place: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)), word: text(32) })), v.length(3)),
      stepUp,
    }),
  ),

  /** What opens the wallet, and what happened at its door. */
  'security.read': row<SecurityView>()('own', nothing),
  'slots.add': row<null>()('own', v.strictObject({ slot: newSlot, stepUp })),
  /** Makes a recovery code and returns it, this once. */
  'slots.addRecovery': row<{ readonly code: string }>()('own', v.strictObject({ stepUp })),
  'slots.remove': row<null>()('own', v.strictObject({ slot: keySlot, stepUp })),
  'slots.rename': row<null>()('own', v.strictObject({ slot: keySlot, name: slotName })),
  /** The twelve words, to be written down. */
  'words.read': row<{ readonly words: readonly string[] }>()('own', v.strictObject({ stepUp })),

  /**
   * Begins a backup file of everything, under a passphrase of its own, and returns the file's name and first line. The rest
   * is read line by line with 'backup.read'; every line is sealed, so that only the first one takes a fresh proof.
   */
  'backup.make': row<{ readonly file: string; readonly line: string }>()('own', v.strictObject({ passphrase: newPassword, stepUp })),
  /** Line number `line` (from 1) of a backup file: `from` is null for the first, then what came as `next`. The line without a `next` is the last. */
  'backup.read': row<{ readonly line: string; readonly next: string | null }>()(
    'own',
    v.strictObject({ file: backupFile, line: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), from: v.nullable(text(200)) }),
  ),
  /** Begins to restore a backup file where there is no wallet, or a damaged one. Nothing is kept before its last line was given and found whole. */
  'restore.begin': row<{ readonly restore: string }>()('own', v.strictObject({ line: text(20_000), passphrase: password })),
  /** The next line, in order. The last one opens the wallet: then `done` says when the backup was made, in milliseconds since 1970. */
  'restore.add': row<{ readonly done: number | null }>()('own', v.strictObject({ restore: id, line: backupLine })),

  /**
   * Begins a readable file of the payments. `document`: everything, to be taken in again; `table`: for spreadsheets; `receipts`: what others can check of those that were paid. `from` is included and
   * `to` not, in milliseconds since 1970. The proof is for this one file: its pieces are read with 'export.read', each of them once.
   */
  'export.begin': row<{ readonly run: string; readonly payments: number }>()('own', v.strictObject({ wanted: exported, stepUp })),
  /** The next piece: its text, and behind that what `packed` inflates to (RFC 1951, base64). `done`: how many payments it has come to; null once there is nothing more. */
  'export.read': row<{ readonly text: string; readonly packed: string | null; readonly done: number | null }>()('own', v.strictObject({ run: id })),
  /** Begins to take in such a document. `rules`: its settings, limits and exceptions as well. Nothing is kept before its last line was given and found whole. */
  'import.begin': row<{ readonly run: string }>()('own', v.strictObject({ rules: v.boolean(), stepUp })),
  /** The next lines, in order, without their ends. */
  'import.add': row<{ readonly payments: number; readonly done: ImportView | null }>()('own', v.strictObject({ run: id, lines: v.pipe(v.array(documentLine), v.minLength(1), v.maxLength(10_000)) })),

  /** A purse and what is in it, asked of its endpoint alone. `here`: the one that pays on the site in the active tab; else the first. */
  'account.read': row<AccountView>()('own', v.strictObject({ here: v.optional(v.boolean()) })),

  /** The reader's purses, and what joins them, from what is known here: nobody is asked. */
  'purses.read': row<PursesView>()('own', nothing),
  /** What one purse holds, asked of its endpoint. */
  'purses.balance': row<BalanceView>()('own', v.strictObject({ purse })),
  /** Makes the next account of the twelve words a purse, and returns which. */
  'purses.add': row<{ readonly purse: number }>()('own', v.strictObject({ name: slotName, stepUp })),
  /** Asks about the other accounts of the twelve words, one after the other, and takes back those that hold something or have paid. */
  'purses.find': row<{ readonly found: number }>()('own', v.strictObject({ stepUp })),
  'purses.rename': row<null>()('own', v.strictObject({ purse, name: slotName })),
  /** What is bought on a site is paid from this purse from now on; 0, the first, is where it is paid from unless the reader says so. */
  'purses.assign': row<null>()('own', v.strictObject({ site: text(300), purse })),
  /** Who is asked about one purse on the active network; null for whoever is asked about all. */
  'purses.endpoint': row<null>()('own', v.strictObject({ purse, url: v.nullable(text(300)), stepUp })),

  'settings.read': row<Settings>()('own', nothing),
  'settings.change': row<Settings>()(
    'own',
    v.strictObject({
      network: v.optional(networkId),
      testNetworks: v.optional(v.boolean()),
      endpoint: v.optional(v.strictObject({ network: networkId, url: v.nullable(text(300)) })),
      currency: v.optional(v.picklist(['USD', 'EUR', 'GBP', 'JPY', 'KRW', 'CHF'])),
      fundingBps: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostFundingBps))),
      autoLockMinutes: v.optional(v.picklist([1, 5, 15, 30, 60])),
      cardInPages: v.optional(v.boolean()),
      access: v.optional(v.picklist(['everywhere', 'on-click'])),
      /** Atomic units of the token: payments above it ask for a fresh proof. Null: none does. */
      askAbove: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[0-9]{1,12}$/)))),
      /** Brings tips for bare accounts to the chain. Null: nobody does. */
      tipService: v.optional(v.nullable(text(300))),
      policyHost: v.optional(v.nullable(text(300))),
      keepCopies: v.optional(v.boolean()),
      copiesMegabytes: v.optional(v.picklist([50, 100, 250, 500, 1000])),
      quiet: v.optional(v.pipe(v.array(v.picklist(noticeKinds)), v.maxLength(noticeKinds.length))),
      badge: v.optional(v.picklist(badges)),
      stepUp,
    }),
  ),

  /** What prices are converted with. Asks the chain's price feeds where that was not done lately, and the wallet is open. */
  'rates.read': row<Rates>()('own', nothing),

  /** What may be spent at most, and what of it is used. */
  'limits.read': row<LimitsView>()('own', nothing),
  /** Articles the reader owns in whose title, site, note or tags every word of `text` is found. */
  'library.list': row<LibraryPage>()(
    'own',
    v.strictObject({
      text: text(200),
      sort: v.picklist(['newest', 'oldest', 'site', 'title']),
      offset: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    }),
  ),
  /** One article, with its copy if there is one; null where it is not owned. */
  'library.read': row<LibraryArticle | null>()('own', v.strictObject({ id })),
  /** Removes the copy. The article is still owned. */
  'library.remove': row<null>()('own', v.strictObject({ id })),
  /** Opens an article where it was bought, free, and takes a copy once it has come. */
  'library.keep': row<null>()('own', v.strictObject({ id })),

  /** Sets limits, in atomic units. Raising one takes a fresh proof; lowering takes none. */
  'limits.change': row<LimitsView>()('own', v.strictObject({ limits: v.partial(v.strictObject(limits)), stepUp })),

  /** What may be paid without a question, the newest first. */
  'allowances.read': row<readonly AllowanceView[]>()('own', nothing),
  /** Allows payments on the site of a purchase, to the account it paid, without a question. Amounts are atomic units. */
  'allowances.add': row<null>()('own', v.strictObject({ purchase: id, perPayment: limit, perDay: limit, days: v.picklist(termsInDays), stepUp })),
  /** The reader does not want that after this purchase: it is not offered again there. */
  'allowances.decline': row<null>()('own', v.strictObject({ purchase: id })),
  /** Sites where the reader does not want one, and is not asked; registrable domains. */
  'allowances.declined': row<readonly string[]>()('own', nothing),
  /** Forgets those answers: after the next purchase there it is offered again. */
  'allowances.offerAgain': row<readonly string[]>()('own', nothing),
  'allowances.end': row<readonly AllowanceView[]>()('own', v.strictObject({ id })),

  /** What the watch has noticed, and what it looks for. */
  'watch.read': row<WatchView>()('own', nothing),
  /** The reader calls a payment a fraud, or takes that back. */
  'watch.report': row<null>()('own', v.strictObject({ payment: id, fraud: v.boolean() })),
  /** Sites on which the reader wants nothing paid, the newest first. */
  'watch.blocked': row<readonly BlockedSiteView[]>()('own', nothing),
  /** Nothing more is paid on the site of a payment. Whether it may be without a question ends with it. */
  'watch.block': row<readonly BlockedSiteView[]>()('own', v.strictObject({ payment: id })),
  /** Sites that are listed as cheats, and that the reader has opened all the same, by name. */
  'watch.open': row<null>()('own', v.strictObject({ site: siteName, stepUp })),
  'watch.uphold': row<null>()('own', v.strictObject({ site: siteName })),
  'watch.unblock': row<readonly BlockedSiteView[]>()('own', v.strictObject({ site: v.pipe(v.string(), v.minLength(1), v.maxLength(255)) })),
  /** What a guard leads to. Watching less takes a fresh proof. */
  'watch.set': row<WatchView>()('own', v.strictObject({ guard: v.picklist(importance), level: v.picklist([...levels, 'off']), stepUp })),

  /** What the active tab asks for: the popup's first screen. Looks at the page if nothing has looked yet. */
  'tab.read': row<PageView>()('own', nothing),
  /** Opens the approval for something on the active tab. Returns its id, or null where nothing has to be asked: what is owned opens again, free. */
  'tab.open': row<{ readonly approval: string | null }>()('own', v.strictObject({ item })),

  /** Opens the question for a tip where the page in the active tab wants them sent. Returns its id. */
  'tab.tip': row<{ readonly approval: string | null }>()('own', nothing),
  /** Stops what is about to be paid without a question in the active tab. */
  'tab.undo': row<null>()('own', v.strictObject({ item })),

  'approval.read': row<ApprovalView>()('own', v.strictObject({ approval: id })),
  /** Agrees to exactly the message that was shown. `checked`: the reader says that a new account is whom they mean. */
  'approval.agree': row<ApprovalView>()(
    'own',
    v.strictObject({ approval: id, message: v.pipe(v.string(), v.regex(/^0x[0-9a-f]{2,2000}$/)), checked: v.optional(v.boolean()), fine: v.optional(v.boolean()), note: v.optional(text(longestNote)), stepUp }),
  ),
  /** Answers the question of an approval in state 'sign-in': whether its site may be told who is back. Remembered for the site. */
  'approval.signIn': row<ApprovalView>()('own', v.strictObject({ approval: id, allow: v.boolean() })),
  'approval.decline': row<null>()('own', v.strictObject({ approval: id })),
  /** Asks the server and the chain again. `amount`: of the reader's own, in dollars, for a tip; null for those the page suggests. */
  'approval.refresh': row<ApprovalView>()('own', v.strictObject({ approval: id, other: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))), amount: v.optional(v.nullable(text(10))) })),

  /** Sites the reader was asked about: whether they may be told who is back. */
  'signIns.read': row<readonly SignInSite[]>()('own', nothing),
  /** Forgets the answer about a site: it is asked about again. */
  'signIns.forget': row<null>()('own', v.strictObject({ site: text(300) })),

  /** Notes that the reader would have paid for the article in the active tab, which is for subscribers only: its site and the day. */
  'wish.add': row<null>()('own', nothing),
  /** Takes that back, for this site and this day. */
  'wish.undo': row<null>()('own', nothing),
  /** Sites on which the reader would have paid for single articles, most wished for first. */
  'wishes.read': row<readonly WishedSite[]>()('own', nothing),
  'wishes.forget': row<null>()('own', nothing),

  /** A page of payments, newest first. `next` goes into the next call's `before`; null at the end. */
  'payments.list': row<{ readonly rows: readonly PaymentRow[]; readonly next: number | null }>()(
    'own',
    v.strictObject({ before: v.nullable(v.number()), limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)) }),
  ),
  'payments.read': row<PaymentDetail | null>()('own', v.strictObject({ id })),
  /** The reader's own note and tags of a payment, in the place of what they wrote before. Sent to nobody. */
  'payments.label': row<null>()('own', v.strictObject({ id, note: text(longestLabelNote), tags: v.pipe(v.array(text(longestTag)), v.maxLength(mostTags)) })),
  /** Looks through all payments. Empty lists and null ask for nothing in particular; `from` is included, `to` is not; amounts are atomic units. */
  'history.search': row<HistoryView>()(
    'own',
    v.strictObject({
      text: v.optional(text(200), ''),
      from: v.optional(v.nullable(v.pipe(v.number(), v.finite())), null),
      to: v.optional(v.nullable(v.pipe(v.number(), v.finite())), null),
      hosts: v.optional(v.pipe(v.array(text(300)), v.maxLength(mostCounted)), []),
      states: v.optional(v.pipe(v.array(v.picklist(purchaseStates)), v.maxLength(purchaseStates.length)), []),
      kinds: v.optional(v.pipe(v.array(v.picklist(deliveryKinds)), v.maxLength(deliveryKinds.length)), []),
      tags: v.optional(v.pipe(v.array(text(longestTag)), v.maxLength(mostCounted)), []),
      refunded: v.optional(v.boolean(), false),
      least: v.optional(v.nullable(atomic), null),
      most: v.optional(v.nullable(atomic), null),
      sort: v.optional(v.picklist(historySorts), 'newest'),
      offset: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestWindow)),
    }),
  ),
  /** What a menu of the browser asked to find, once; empty where nothing. */
  'history.wanted': row<{ readonly text: string }>()('own', nothing),
  /** What was spent and on what, in the token that prices are in now. */
  'history.totals': row<TotalsView>()('own', v.strictObject({ period: v.picklist(periods) })),
  /** How the wallet decides. @see PolicyView. `seen`: what is new is before the reader. */
  'policy.read': row<PolicyView>()('own', v.strictObject({ seen: v.boolean() })),
  'policy.texts': row<readonly PolicyTextView[]>()('own', nothing),
  /** For those who sell: what a page has for sale, and what there is to say about it. Needs no open wallet, like the next. */
  'selling.page': row<{ readonly forSale: readonly ForSale[]; readonly findings: readonly Finding[] }>()('own', pageFacts),
  /** What there is to say about what a seller answered. */
  'selling.seller': row<readonly Finding[]>()('own', sellerFacts),
  /** Asks the mirror now. */
  'policy.look': row<null>()('own', nothing),
  'policy.agree': row<null>()('own', v.strictObject({ hash: policyHash })),
  'policy.decline': row<null>()('own', v.strictObject({ hash: policyHash })),
  /** The signed documents as they arrived, a line each. */
  'policy.export': row<{ readonly lines: string }>()('own', nothing),
  /** Finds out what happened to a payment and fetches what was paid for. Never a second charge. */
  'payments.retry': row<null>()('own', v.strictObject({ id })),

  /** What is kept, and who has received what. */
  'privacy.read': row<PrivacyView>()('own', nothing),
  /** How long something is kept, in days; null for good. What is older already goes at once: a shorter time takes a fresh proof. */
  'privacy.keep': row<PrivacyView>()('own', v.strictObject({ kind: v.picklist(retentionKinds), days: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(3650))), stepUp })),
  /** A report for whoever helps the reader, line by line, with everything personal left out or made coarse. It is sent nowhere. */
  'privacy.support': row<{ readonly lines: readonly string[] }>()('own', nothing),
  /** What forgetting would take; nothing is changed. */
  'privacy.weigh': row<ForgettingView>()('own', v.strictObject({ scope })),
  /** Forgets payments and everything that tells of them, but for what is under way. */
  'privacy.forget': row<ForgettingView>()('own', v.strictObject({ scope, stepUp })),
  /**
   * Erases everything, keys first. Refused while money is under way, unless `evenSo`. `left` names what could not be erased; the
   * wallet is gone in any case.
   */
  'privacy.erase': row<{ readonly left: readonly string[] }>()('own', v.strictObject({ evenSo: v.boolean(), stepUp })),

  ...disputeContract,
} as const

export type Contract = typeof contract
export type MessageType = keyof Contract
export type PageMessageType = { [K in MessageType]: Contract[K]['from'] extends 'page' ? K : never }[MessageType]
export type OwnMessageType = Exclude<MessageType, PageMessageType>
export type Input<K extends MessageType> = v.InferOutput<Contract[K]['input']>
export type Output<K extends MessageType> = Exclude<Contract[K]['output'], undefined>

/** What comes back for any message. `sentence` is for the reader. */
export type Reply<K extends MessageType> =
  | { readonly ok: true; readonly value: Output<K> }
  | { readonly ok: false; readonly code: ReplyFault; readonly sentence: string }

/** 'step-up': obeyed only with a fresh proof (stepUp.begin, stepUp.prove). 'wrong-factor': not the right password, passkey or code. */
export type ReplyFault = 'forbidden' | 'malformed' | 'locked' | 'wrong-factor' | 'step-up' | 'refused' | 'failed'

export type Factor = v.InferOutput<typeof factor>
export type UnlockingKey = v.InferOutput<typeof key>
export type NewSlot = v.InferOutput<typeof newSlot>

export type { NetworkId }
