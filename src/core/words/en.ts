import type { ChainFault } from '../chain/faults'
import type { ChallengeFault, OfferFault } from '../protocols/faults'
import type { Convention } from '../protocols/named/conventions'
import type { Interruption, PurchaseState } from '../purchase/purchase'
import { books } from './books'
import { card } from './card'
import { dispute } from './disputes'
import { policy } from './policy'
import { privacy } from './privacy'
import { purse } from './purses'
import { refunds } from './refunds'
import { watch } from './watch'
import { slotName } from './ways'
import { speakable } from './speakable'

/**
 * Every sentence the worker shows a reader, in English. First what happens to the money, then why, then what to do.
 * Amounts and dates arrive formatted. Other languages satisfy `Words`.
 */

const challenge: Record<ChallengeFault, string> = {
  'header-too-large': 'You were not charged. This page sent far more than a price, so Farthing did not read it.',
  'not-base64': 'You were not charged. This page asks for money in a way that cannot be read.',
  'not-json': 'You were not charged. This page asks for money in a way that cannot be read.',
  'wrong-shape': 'You were not charged. What this page asks for is incomplete or contradictory.',
  'wrong-version': 'You were not charged. This page uses a version of the payment standard that Farthing does not know yet.',
  'too-many-offers': 'You were not charged. This page lists more ways to pay than any honest seller needs.',
  'resource-elsewhere': 'You were not charged. This page asks you to pay for something on another site.',
}

const offer: Record<OfferFault, string> = {
  'unknown-scheme': 'You were not charged. The seller wants a kind of payment that Farthing does not make.',
  'unknown-network': 'You were not charged. The seller wants to be paid on a network that Farthing does not know.',
  'test-network-off': 'You were not charged. The seller wants test money. You can switch test networks on in Settings.',
  'other-network': 'You were not charged. The seller wants to be paid on another network than the one your purse is on.',
  'unknown-asset': 'You were not charged. The seller wants a currency that only looks like the dollars in your purse.',
  'asset-mismatch': 'You were not charged. The seller describes the currency wrongly, so the payment could not be what it seems.',
  'bad-amount': 'You were not charged. The price is not a proper amount.',
  'bad-payee': 'You were not charged. The seller names no account that money could go to.',
  'bad-window': 'You were not charged. The seller gives no sensible time to pay in.',
  'needs-approval': 'You were not charged. The seller asks for standing access to your money. Farthing never gives that.',
  'unknown-flow': 'You were not charged. The seller wants to charge in an order that Farthing does not know.',
  'ambiguous-offer': 'You were not charged. The seller names two prices for one payment, and could not tell which of them was paid.',
  malformed: 'You were not charged. What the seller asks for is incomplete or contradictory.',
  'not-once': 'You were not charged. The seller wants more than one payment. Farthing pays for one thing at a time.',
  'not-a-page': 'You were not charged. The price is for something sent to the seller, and Farthing pays only for pages that can be opened again.',
  'realm-elsewhere': 'You were not charged. This price was made by another site than the one you are on.',
}

/** What a page asks for that Farthing cannot pay yet. Nothing was tried, so nothing is said of a charge. No price: it cannot be checked. */
const named: Record<Convention, string> = {
  l402: 'This page asks to be paid in Bitcoin, over the Lightning network. Farthing pays in dollars, and cannot do that yet.',
  cashu: 'This page asks to be paid in Cashu, a digital cash of its own kind. Farthing pays in dollars, and cannot do that yet.',
  taler: 'This page asks to be paid through GNU Taler, which has a wallet of its own. Farthing cannot pay there yet.',
  'lightning-invoice': 'This page shows a bill in Bitcoin, to be paid over the Lightning network. Farthing pays in dollars, and cannot do that yet.',
  supertab: 'This site sells through Supertab, where readers have an account of their own. Farthing cannot pay there yet.',
  unlock: 'This site is open to people who hold a membership of a service called Unlock. Farthing pays for single articles, and cannot buy a membership yet.',
  substack: 'This post is for subscribers of a newsletter on Substack. Farthing pays for single articles, and this page does not offer one.',
  medium: 'This story is for members of Medium. Farthing pays for single articles, and this page does not offer one.',
  members: 'This site has pages for its members. Farthing pays for single articles, and this page does not offer one.',
  'subscribe-with-google': 'This site sells subscriptions through Google. Farthing pays for single articles, and this page does not offer one.',
  'subscription-service': 'This site sells subscriptions. Farthing pays for single articles, and this page does not offer one.',
  'declared-paywall': 'The site says that this page, or a part of it, is not free. Farthing pays for single articles, and this page does not offer one.',
  'pay-per-crawl': 'The site took this visit for a robot, and named a price for robots. Farthing pays for readers only.',
  unspecified: 'The site answers that a payment is required, and does not say for what, how much or to whom. Farthing pays only what it can show you first.',
  'web-monetization': 'This page takes small gifts through Web Monetization, which needs an account with one of its services. Farthing does not work with them yet.',
  'lightning-tip': 'This page takes tips in Bitcoin, over the Lightning network. Farthing pays in dollars, and cannot do that yet.',
  rsl: 'This site sells licences to robots that collect its text. They are not meant for readers, so Farthing does not buy them.',
}

const status: Record<PurchaseState, string> = {
  quoted: 'Preparing',
  reserved: 'Preparing',
  signed: 'Preparing',
  sent: 'Waiting for the page',
  settled: 'Paid, opening',
  refused: 'Refused, checking',
  unknown: 'Checking',
  delivered: 'Paid',
  undelivered: 'Paid, not delivered',
  void: 'Not charged',
}

const sentence: Record<PurchaseState, string> = {
  quoted: 'You have not been charged. The payment is being prepared.',
  reserved: 'You have not been charged. The payment is being prepared.',
  signed: 'You have not been charged yet. The payment is ready and has not been sent.',
  sent: 'The payment is on its way to the page.',
  settled: 'You paid. The page is on its way.',
  refused: 'The seller refused the payment. Farthing is making sure that nothing was taken; in a few minutes this is certain.',
  unknown: 'It is not yet known whether you were charged. Farthing is finding out, and will not pay a second time.',
  delivered: 'Paid. It is yours to keep.',
  undelivered: 'The page took the payment but sent nothing. Opening it again costs nothing.',
  void: 'You were not charged. The payment was never taken, and can no longer be.',
}

/** Said while nothing has been signed: an endpoint that fails later delays, and changes nothing about the money. */
const chain: Record<ChainFault, string> = {
  unreachable: 'You were not charged. Your balance cannot be read right now, so nothing was paid. Try again, or choose another endpoint in Settings.',
  'wrong-chain': 'You were not charged. The endpoint in your settings belongs to another network. Choose another one in Settings.',
  'no-token': 'You were not charged. The endpoint in your settings does not know your currency. Choose another one in Settings.',
  'went-back': 'You were not charged. The endpoint in your settings contradicts what it said before. Try again later, or choose another one.',
  malformed: 'You were not charged. The endpoint in your settings gave an answer that makes no sense. Choose another one in Settings.',
}

const interrupted: Record<Interruption, string> = {
  'tab-closed': 'The tab was closed before the answer.',
  network: 'The connection broke before the answer.',
  timeout: 'The site did not answer in time.',
  redirected: 'The site sent the page elsewhere. The payment did not go along.',
  restarted: 'The browser stopped before the answer.',
}

/** A refusal is only what the seller says: until the payment has run out, nobody can promise that it was not taken. */
const madeSure = 'It says nothing was taken. Farthing makes sure of that itself; in five minutes at most it is certain.'

export const en = speakable('worker', {
  challenge,
  offer,
  named,
  status,
  sentence,
  /** Of what a page loads: it is kept nowhere. */
  deliveredPart: 'Paid. It has come with the page.',
  ask: {
    unreachable: 'You were not charged. The site cannot be reached. Check your connection and try again.',
    'too-slow': 'You were not charged. The site took too long to name its price. Try again.',
    redirected: 'You were not charged. The site sends the price question somewhere else, where it is not asked.',
    free: 'There is nothing to pay here any more. Reload the page to read it.',
    'not-asking': 'You were not charged. The site answered, but did not name a price.',
    'url-too-long': 'You were not charged. The address of this page is too long to be paid safely.',
    'not-allowed': 'You were not charged. Farthing can ask this site for its price once you allow that, behind its button in the toolbar.',
    'page-only': 'You were not charged. This page is the answer to a form, and Farthing pays only for pages that can be opened again.',
  },
  chain,
  library: {
    notKept: 'No copy could be taken. Open the article where you bought it, let it load to its end, and try again; it costs nothing.',
    gone: 'You do not own this on this device.',
  },
  balanceUnknown: 'Your balance cannot be read right now.',
  /** Beside every price that was converted. */
  estimate: (date: string) => `An estimate, with the exchange rates of ${date}.`,
  notEnough: (have: string, price: string) => `You have ${have}; this costs ${price}. You were not charged.`,
  /** Why a limit stands in the way. @param most the limit @param left what it leaves */
  limit: {
    payment: (price: string, most: string) => `You were not charged. This costs ${price}, and you allow ${most} at most for one payment.`,
    siteDay: (price: string, most: string, left: string) => `You were not charged. ${left} is left of the ${most} a day that you allow on this site; this costs ${price}.`,
    tip: (price: string, most: string) => `You were not charged. This tip is ${price}, and you allow ${most} at most for one tip.`,
    tipDay: (price: string, most: string, left: string) => `You were not charged. ${left} is left of the ${most} a day that you allow for tips; this is ${price}.`,
    day: (price: string, most: string, left: string) => `You were not charged. ${left} is left of the ${most} a day that you allow in all; this costs ${price}.`,
    month: (price: string, most: string, left: string) => `You were not charged. ${left} is left of the ${most} a month that you allow in all; this costs ${price}.`,
  },
  /** What the seller says an offer is for. */
  covers: {
    article: 'For this piece.',
    day: 'For everything on this site for a day, the seller says.',
    month: 'For everything on this site for a month, the seller says.',
  },
  /** Why something cannot be paid without a question. */
  allowance: {
    ended: 'You were not charged. Your permission for this site has ended.',
    elsewhere: 'You were not charged. Your permission for this site does not cover this.',
    'too-dear': 'You were not charged. This costs more than your permission for this site covers.',
    'used-up': 'You were not charged. What you allow on this site in a day without being asked is used up.',
    /** A permission that could not be given. */
    gone: 'That permission could not be given. You are asked each time, as before.',
    full: 'There is no room for another permission. End one under “Sites & limits” first.',
  },
  /** A gift: there is nothing to arrive for it but thanks. */
  tip: {
    gift: 'A gift: nothing is delivered for it, and it is not given back',
    nameless: 'A tip',
    to: (name: string) => `Tip ${name}`,
    nobody: 'You were not charged. The page links to a list of ways to give, and Farthing finds none in it that it can pay.',
    noService: 'You were not charged. This page names only an account. Tips to one need a payment service that brings them there; choose one in the settings.',
    unchecked: 'You were not charged. Say first that this account is whom you mean.',
    delivered: 'Your tip has arrived.',
    settled: 'Your tip is paid.',
    undelivered: 'Your tip is paid. The site has not said thank you, and owes you nothing for it.',
  },
  /** A payment that nobody was asked about. @param price how much it is @param host where */
  unasked: {
    title: (price: string) => `Farthing pays ${price}`,
    text: (host: string, seconds: string) => `You allowed this for ${host}. It is paid in ${seconds} seconds. Press here to stop it.`,
    card: (price: string) => `${price} is paid in a moment, as you allowed for this site. Nothing has left your purse yet.`,
    undo: 'Stop',
    stopped: 'You were not charged. The payment was stopped before anything left your purse.',
  },
  offerOver: 'You were not charged. The seller’s offer has run out. Ask again for a new one.',
  priceInFlight: 'An earlier attempt to pay for this has not run out yet. Try again in five minutes. You were not charged.',
  draftChanged: 'The price on screen is out of date. You were not charged. Look again.',
  tabGone: 'The page is no longer open. You were not charged.',
  wishGone: 'The page has changed meanwhile, so nothing was noted.',
  locked: 'The wallet is locked. Unlock it to go on.',
  noWallet: 'There is no wallet yet.',
  walletExists: 'There is a wallet already.',
  badWords: 'These are not twelve words of a wallet. Check the spelling and the order.',
  wrongFactor: {
    password: 'That is not the password.',
    passkey: 'This passkey does not open this wallet.',
    'password+passkey': 'That password and passkey do not open this wallet.',
    recovery: 'That is not the recovery code. Check it once more.',
  },
  wrongCode: 'That is not the confirmation code, or it was used already. Wait for the next one.',
  codeThere: 'There is a confirmation code already. Remove it first.',
  wrongPin: (left: number) => (left === 1 ? 'That is not the PIN. One more wrong try and it is forgotten.' : `That is not the PIN. ${String(left)} tries are left.`),
  pinDestroyed: 'That was not the PIN, and it is forgotten now. Open the wallet as usual.',
  noPin: 'There is no PIN any more. Open the wallet as usual.',
  /** @param time when the next try is allowed, as the reader's clock shows it */
  slowed: (time: string) => `Too many wrong tries. You can try again at ${time}.`,
  stepUp: {
    none: 'That confirmation has run out. Confirm once more.',
    'other-act': 'That confirmation was for something else. Confirm once more.',
    nothing: 'There is nothing to confirm.',
    confirmedTitle: 'Confirmed in Farthing',
    confirmed: (what: string) => `${what} If it was not you who confirmed that, lock Farthing and change how it opens.`,
    addSlot: {
      password: 'Add a password that opens this wallet.',
      passkey: 'Add a passkey that opens this wallet.',
      'password+passkey': 'Add a password and passkey that open this wallet together.',
    },
    addRecovery: 'Make a recovery code that opens this wallet.',
    removeSlot: (name: string) => `Remove “${name}”. It will no longer open this wallet.`,
    showWords: 'Show the twelve words of this wallet.',
    checkWords: 'Check three of the twelve words.',
    setPin: 'Let a PIN open this wallet until the browser is closed.',
    makeCode: 'Ask for a confirmation code from another device as well.',
    makeBackup: 'Make a backup file of this wallet. Whoever has it and its passphrase has the purse.',
    removeCode: 'No longer ask for a confirmation code.',
    addPurse: 'Make another purse of this wallet.',
    findPurses: 'Look for other purses of your twelve words. Whoever you ask about balances sees which accounts are asked about.',
    endpoint: 'Read your balance somewhere else. Whoever runs that place sees the address of your purse.',
    network: 'Change the network your purse is on.',
    watchLess: 'Have Farthing watch less closely.',
    payFrozen: (price: string, host: string) => `Pay ${price} to ${host}. Several payments looked like fraud lately, so it is asked who is there.`,
    openListed: (site: string) => `Pay on ${site}, although it is listed as a site that cheats.`,
    tipService: 'Let another service bring your tips to their accounts. Whoever runs it sees whom you tip, and from which purse.',
    limits: 'Allow more to be spent.',
    forgetSite: (site: string) => `Forget everything about ${site}. It cannot be brought back.`,
    forgetPeriod: (from: string, to: string) => `Forget what you paid from ${from} to ${to}. It cannot be brought back.`,
    keepShorter: 'Keep less, for a shorter time. What is older goes at once, and cannot be brought back.',
    erase: 'Erase everything, the wallet as well. Only your twelve words bring the money back, and nothing brings back the rest.',
    askAbove: 'Change from which price on you are asked to confirm.',
    autoLock: 'Let the wallet stay open longer.',
    pay: (price: string, host: string) => `Pay ${price} to ${host}.`,
    allow: (each: string, day: string, site: string, days: string) => `Pay up to ${each} on ${site} without being asked, at most ${day} a day, for ${days} days.`,
    payNew: (price: string, host: string) => `Pay ${price} to ${host}, which you have not paid before.`,
  },
  backup: {
    notAFile: 'This is no Farthing backup, or one of a newer Farthing.',
    wrongPassphrase: 'That is not the passphrase of this file.',
    broken: 'This file is damaged, or not whole. Nothing was brought back from it. Try another copy.',
    tooLarge: 'This file is larger than this device can bring back at once. Nothing was brought back from it.',
    gone: 'That was interrupted. Nothing is lost. Begin again.',
    slotName: 'Passphrase of the backup',
  },
  slotName,
  lastSlot: 'This is the only way left to open the wallet every day. Add another one first.',
  slotGone: 'That is not there any more.',
  slotsFull: 'There is no room for another. Remove one you do not use first.',
  slotsChanged: 'The wallet was changed in another window. Nothing was done. Try again.',
  damaged: 'The wallet file on this device is damaged. Your twelve words still open your money elsewhere.',
  badEndpoint: 'That is not a secure web address. It must begin with https://, or be on this computer.',
  restoredPaid: 'You paid for this earlier with the same wallet, on another device or before it was restored. You were not charged again.',
  recognised: (date: string, price: string) =>
    `You bought this on ${date} for ${price}, on another device or before this wallet was brought back. You were not charged again. The site offers no way back in; looking again lets you buy it once more.`,
  evidence: {
    offer: {
      seller: 'The seller put this price in writing.',
      stranger: 'There is a written price, but not from the account that was paid. It proves nothing against the seller.',
      differs: 'There is a written price, but it says something else than what you agreed to.',
      none: 'The seller did not put the price in writing.',
    },
    receipt: {
      seller: 'The seller gave a receipt in writing for this payment.',
      stranger: 'There is a receipt, but not from the account that was paid. It proves nothing against the seller.',
      differs: 'There is a receipt, but it is not for this payment.',
      none: 'The seller gave no receipt in writing.',
    },
  },
  sealed: {
    unreachable: 'You were not charged. The rest of this article cannot be fetched right now, and there would be nothing to open.',
    'not-sealed': 'You were not charged. Where the rest of this article should be, there is something else.',
    soldBy: (seller: string, page: string) => `Sold by ${seller}, for a page of ${page}.`,
  },
  notice: {
    rose: (before: string, now: string) => `The price rose from ${before} to ${now} since you first saw it.`,
    fell: (before: string, now: string) => `The price fell from ${before} to ${now} since you first saw it.`,
    /** The same answer says two things, for two kinds of wallets. */
    disagreement: {
      price: 'This page names two different prices at once. Only the one shown here is paid.',
      payee: 'This page names two different accounts to be paid. Only the one shown here is.',
    },
    boughtForgotten: 'You paid for this before, and had it forgotten. Paying again is a second purchase.',
    boughtBefore: (date: string) => `You bought this on ${date}. Paying again is a second purchase.`,
    /** What the seller says of its fees, none of which is shown then. */
    feesVoid: {
      contradiction: 'What the seller says of its fees contradicts itself, so none of it is shown.',
      stranger: 'What is said of the fees does not come from whoever is paid, so none of it is shown.',
    },
    feesHigh: (price: string, share: string, percent: string) => `Of ${price}, ${share} (${percent}) goes to others than the creator.`,
    /** The stablecoin is off its peg. */
    pegBelow: (percent: string) => `The dollars in your purse (USDC) are worth ${percent} less than other dollars at the moment.`,
    pegAbove: (percent: string) => `The dollars in your purse (USDC) are worth ${percent} more than other dollars at the moment.`,
    upfront: 'This seller charges before the page is made. If the page then fails, the money is with the seller.',
    insecure: 'This site is not encrypted: others on your network can see what you read here.',
    testMoney: 'This is test money. It has no value.',
    /** @param times a whole number, 3 or more @param usual what is usually paid on this site */
    dearer: (times: string, usual: string) => `This is ${times} times what you usually pay here, which is ${usual}.`,
    /** The reader has bought a pass here that is not over. */
    passHeld: {
      day: 'You have bought a whole day of this site, and it is not over. Open the page again first: it may know you then, and cost nothing.',
      month: 'You have bought a whole month of this site, and it is not over. Open the page again first: it may know you then, and cost nothing.',
    },
    spentToday: (spent: string) => `You have spent ${spent} on this site today.`,
    spentBesideDay: (spent: string, pass: string) => `You have spent ${spent} on this site today. A whole day of it costs ${pass}.`,
    spentBesideMonth: (spent: string, pass: string) => `You have spent ${spent} on this site this month. A whole month of it costs ${pass}.`,
    /** The reader has allowed payments on this site without a question, and is asked nevertheless. */
    allowedAnother: 'You allowed payments on this site to another account. This one is new: you are asked because of that.',
    allowedLess: (most: string) => `You allow up to ${most} here without being asked. This costs more.`,
    allowanceUsedUp: (used: string, most: string) => `${used} of the ${most} a day that you allow here without being asked is used up.`,
    namedElsewhere: 'The page names itself differently from the address you are on.',
  },
  watch,
  policy,
  privacy,
  books,
  dispute,
  refunds,
  purse,
  card,
  outcome: {
    undelivered: 'The page took the payment but sent nothing. Farthing will try again, at no cost, when you open the page.',
    unknown: 'It is not yet known whether you were charged. Farthing keeps looking and will not pay a second time.',
    notCharged: 'You were not charged.',
    refused: (reason: string | null) =>
      reason === null
        ? `The seller did not accept the payment. ${madeSure}`
        : `The seller did not accept the payment: ${reason} ${madeSure}`,
  },
  refusal: {
    funds: 'there was not enough in the purse.',
    service: 'its payment service is not answering. Try again in a moment.',
    changed: 'its price changed meanwhile. Look again.',
    used: 'this payment had been used already.',
    late: 'the payment came too late. Try again.',
  },
  timeline: {
    quoted: 'You agreed to the price.',
    unasked: 'What you allow on this site covered the price.',
    reserved: 'The amount was set aside.',
    signed: 'The payment was prepared.',
    sent: 'The payment was sent to the site.',
    recognised: 'Paid by this purse, before this wallet was brought back or on another device.',
    answered: (status: number) => `The site answered (${String(status)}).`,
    interrupted,
    settled: 'The payment was taken.',
    expired: 'The payment ran out unused.',
    letGo: 'It was stopped before anything left your purse.',
    delivered: 'The page arrived.',
    traced: 'Where the money went was read from the payment.',
    refunded: {
      number: (amount: string) => `${amount} came back, as you had asked.`,
      transfer: (amount: string) => `${amount} came back from the seller.`,
      reader: (amount: string) => `${amount} came back from the seller: you said what it was for.`,
    },
  },
})

export type Words = typeof en
