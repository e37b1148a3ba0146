import type { PasswordJudgement, PasswordRefusal } from '../../core/password'
import type { PurchaseState } from '../../core/purchase/purchase'
import type { SlotKind } from '../../messaging/views'
import { speakable } from '../../core/words/speakable'

const refused: Record<PasswordRefusal, string> = {
  'too-short': 'Use at least ten characters. Three or four unrelated words are easy to remember.',
  'too-common': 'Many people use this one, so it is among the first to be tried.',
  'too-guessable': 'This would be guessed soon. Another unrelated word or two makes it strong.',
}

const strength: Record<PasswordJudgement['score'], string> = {
  0: 'Guessed at once',
  1: 'Very weak',
  2: 'Weak',
  3: 'Strong',
  4: 'Very strong',
}

const use: Record<SlotKind, string> = {
  password: 'Use the password',
  passkey: 'Use a passkey',
  'password+passkey': 'Use password and passkey',
  recovery: 'Use a recovery code',
}

const finding = 'Farthing is finding out. Nothing more is paid meanwhile.'
const preparing = 'Farthing is getting it ready. Nothing is paid yet.'

/** What happens next to a payment, said beside its status; null where it is over. */
const next: Record<PurchaseState, string | null> = {
  quoted: preparing,
  reserved: preparing,
  signed: preparing,
  sent: finding,
  settled: 'The page is on its way. Nothing more is paid for it.',
  refused: 'Farthing makes sure that nothing was taken. Nothing is paid meanwhile.',
  unknown: finding,
  delivered: null,
  undelivered: 'Opening it again is free.',
  void: 'The money is free again.',
}

/**
 * What the wallet's own pages say, in English: shared parts, popup and approval. The worker's sentences are in
 * core/words. Money first, then why, then what to do. Amounts and dates arrive formatted.
 */
export const en = speakable('pages', {
  name: 'Farthing',
  /** @param name what the browser speaks, of what Farthing does */
  language: { label: 'Language', browser: (name: string) => `As the browser (${name})` },
  waiting: 'Just a moment',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying was not allowed. Mark the text and copy it by hand.',
  password: {
    label: 'Password',
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show the password',
    hideLabel: 'Hide the password',
    capsLock: 'Caps Lock is on.',
  },
  unlock: {
    title: 'Your wallet is locked',
    action: 'Unlock',
    working: 'Unlocking',
  },
  /** Asked for again, before something that matters. The question itself is the worker's. */
  stepUp: { action: 'Confirm', working: 'Confirming', notNow: 'Not now' },
  factor: {
    others: 'Other ways',
    use,
    passkey: {
      alone: 'Your browser will ask for your passkey.',
      after: 'Both are needed: the password here, then the passkey, which your browser will ask for.',
    },
    code: 'Recovery code',
    codeHint: 'From the paper you kept. Capitals, spaces and dashes do not matter.',
    empty: { password: 'Type your password first.', 'password+passkey': 'Type your password first.', recovery: 'Type your recovery code first.' },
    asking: 'Waiting for your passkey',
    faults: {
      unsupported: 'This passkey cannot open a wallet in this browser. Use another way.',
      cancelled: 'The passkey was not used. Try again when you have it at hand.',
      failed: 'The passkey gave no answer. Try again.',
    },
    wait: (time: string) => `Too many wrong tries. You can try again at ${time}.`,
    elsewhere: { action: 'Go on in a tab', text: 'Your passkey is asked for in a tab, because this window closes by itself.' },
    none: 'Nothing on this device opens this wallet any more. Your twelve words still open your money elsewhere.',
  },
  /** Opens the wallet until the browser is closed, and confirms nothing. */
  pin: {
    label: 'PIN',
    use: 'Use the PIN',
    empty: 'Type your PIN first.',
    shape: 'A PIN has four to twelve digits.',
  },
  confirmationCode: {
    label: 'Confirmation code',
    hint: 'Six digits, from the app on your other device.',
    shape: 'Type the six digits your app shows.',
  },
  damaged: {
    title: 'The wallet on this device can no longer be read.',
    money: 'Your money is safe where it is: it does not lie on this device. Your twelve words bring it back.',
    history: 'The history of your payments was kept only here, and may be missing afterwards, unless you have a backup file.',
    action: 'Bring it back with the twelve words',
  },
  exportFile: {
    cut: 'This file ends too early: a part of it is missing. Nothing was taken from it. Try another copy.',
    faults: {
      'too-long': 'This is no file of payments as Farthing writes them. Nothing was taken from it.',
      unreadable: 'This file cannot be read. Nothing was taken from it. Choose it again.',
    },
  },
  backupFile: {
    cut: 'This file is not whole. Its end is missing, and nothing was brought back. Copy it once more from where you kept it.',
    faults: {
      'too-long': 'This is no Farthing backup.',
      unreadable: 'This file could not be read to its end. Choose it again.',
    },
  },
  newPassword: {
    repeat: 'The same again',
    different: 'The two are not the same.',
    strength,
    refused,
    empty: 'Choose a password first.',
  },
  twelve: {
    list: 'Your twelve words',
    label: (position: number) => `Word ${position}`,
    wrong: (position: number) => `This is not word ${position}. Look again at what you wrote.`,
    empty: (position: number) => `Type word ${position}.`,
    check: 'Check',
    checking: 'Checking',
  },
  amount: {
    estimate: (when: string) => `An estimate, at the exchange rate of ${when}.`,
    oldEstimate: (when: string) => `An estimate, at an old exchange rate: of ${when}.`,
    rate: {
      feed: (dollar: string) => `$1 is ${dollar}, as Chainlink tells it.`,
      reference: (dollar: string) => `$1 is ${dollar}, as the European Central Bank published it.`,
    },
    peg: (dollars: string) => `One USDC is taken for what it is worth: ${dollars}.`,
    mark: {
      same: (_percent: string, day: string) => `That is the reference rate of the European Central Bank of ${day}.`,
      over: (percent: string, day: string) => `That is ${percent} over the reference rate of the European Central Bank of ${day}.`,
      under: (percent: string, day: string) => `That is ${percent} under the reference rate of the European Central Bank of ${day}.`,
    },
    noConversion: 'Nothing is converted when you pay: you pay in dollars.',
  },
  fees: {
    caption: 'Where the money goes',
    total: 'You pay',
    keeps: 'The creator keeps',
    known: { signed: 'signed by the seller', declared: 'by the seller’s word', chain: 'proved by the payment', reader: 'your own figure' },
  },
  notice: { care: 'Take care', note: 'Note', good: 'Good', stop: 'Stop' },
  qr: (address: string) => `A code to scan with a phone. It says: ${address}`,
  approval: {
    /** The window's title. */
    window: 'Farthing asks before it pays',
    asks: 'asks you to pay for',
    secure: 'Encrypted connection',
    thisComputer: 'On this computer',
    open: 'Not encrypted',
    loading: 'Asking the seller for the price, and your purse whether it is enough',
    pay: (price: string) => `Pay ${price}`,
    paying: 'Paying',
    armingHint: 'This button works once the window has been in front for a second, so that no click meant for a page can pay.',
    notNow: 'Not now',
    payee: 'Paid to',
    payeeShow: 'Show the whole account number',
    left: 'Left in your purse',
    /** Where there are several purses. */
    from: 'From your purse',
    /** What a limit leaves after this payment. @param most the limit */
    limitLeft: {
      payment: (most: string) => `Left of ${most} for one payment`,
      siteDay: (most: string) => `Left of today’s ${most} on this site`,
      tip: (most: string) => `Left of ${most} for one tip`,
      tipDay: (most: string) => `Left of today’s ${most} for tips`,
      day: (most: string) => `Left of today’s ${most}`,
      month: (most: string) => `Left of this month’s ${most}`,
    },
    others: 'The seller also takes',
    covers: {
      article: (price: string) => `this piece for ${price}`,
      day: (price: string) => `a whole day for ${price}`,
      month: (price: string) => `a whole month for ${price}`,
    },
    anOffer: (price: string) => `the offer for ${price}`,
    choose: (what: string) => `Choose ${what} instead`,
    unreadable: 'You were not charged. What would be agreed to cannot be read here, so there is nothing to agree to.',
    lines: 'You were not charged. The lines do not add up to the amount that would be paid, so there is nothing to agree to.',
    details: {
      title: 'What exactly is signed',
      plain: (exact: string, network: string) =>
        `One permission to move ${exact} on ${network} from your purse to the account below. It can be used once, and for no other amount or account.`,
      valid: (seconds: number) => `It runs out ${seconds} seconds after you agree. Nobody can use it later.`,
      fees: 'Moving the money costs you nothing on top; whoever sends it on pays for that.',
      from: 'From',
      to: 'To',
      amount: 'Amount',
      units: (atomic: string) => `${atomic} smallest units`,
      token: 'Currency',
      contract: 'Contract',
      network: 'Network',
      nonce: 'Number used once',
      runsOut: 'Runs out',
      runsOutValue: (seconds: number) => `${seconds} seconds after you agree`,
      raw: 'Raw bytes',
    },
    /** Asked by a site that has forgotten what was bought there. */
    signIn: {
      bought: (date: string) => `You bought this on ${date}`,
      text: (host: string) =>
        `${host} opens it again, free, if it may know that it is you who paid. It then recognises you whenever you open what you bought there.`,
      free: 'This costs nothing.',
      allow: 'Open it again',
      allowing: 'Opening',
      never: 'Never on this site',
      armingHint: 'This works once the window has been in front for a second, so that no click meant for a page can answer.',
    },
    working: {
      paying: 'Preparing the payment',
      sending: 'Sent. Waiting for the site',
      delivering: 'Paid. Waiting for the page',
      confirming: 'The payment is being confirmed',
      checking: 'Checking what happened to your money',
    },
    workingNote: 'You can close this window. Farthing goes on, and never pays twice.',
    done: { delivered: 'Unlocked', undelivered: 'Paid, not delivered', unknown: 'Not certain yet', refused: 'Not accepted', 'not-charged': 'Not charged' },
    tip: {
      lead: 'You are asked for a tip',
      howMuch: 'How much',
      suggested: 'Suggested amounts',
      own: 'Another amount, in dollars',
      ask: 'Use it',
      noAmount: 'Type an amount like 1.50.',
      back: 'Back to the suggested amounts',
      addNote: 'Add a note',
      note: 'Your note',
      noteSent: 'It is sent with the tip. Whoever gets it can read it, and so can their payment service.',
      noteKept: 'It stays in your own history: this place takes no notes.',
      pay: (price: string) => `Tip ${price}`,
      check: 'You have not paid this account before. This is whom I mean:',
      checkFirst: 'Say first that this account is whom you mean.',
      done: { delivered: 'Thank you', undelivered: 'Tip paid' },
    },
    why: 'Why am I told this?',
    fine: 'I have read this, and it is fine. It holds for this account on this site, up to this price.',
    fineFirst: 'Say first that what was noticed is fine.',
    /** Asked after the second purchase on a site. */
    allowance: {
      title: (site: string) => `Pay on ${site} without being asked?`,
      text: 'You bought here before. The next time you open an article here yourself, Farthing can pay for it on its own.',
      perPayment: 'Each, up to',
      perDay: 'In a day, at most',
      days: 'For',
      term: (days: number) => `${String(days)} days`,
      how: 'Farthing tells you each time and waits five seconds, in which you can stop it. You can end this at any moment under “Sites & limits”.',
      yes: (price: string) => `Pay up to ${price} by itself`,
      no: 'Ask me each time',
      cannotTell: 'Your browser did not let Farthing tell you outside the page, so you are asked each time, as before.',
      allowed: 'From now on small prices here are paid without a question.',
    },
    refused: 'Not payable',
    gone: 'This question is over. If you paid, you find it in your history.',
    damaged: 'You were not charged.',
    noWallet: 'You have no wallet yet. It takes two minutes to make one.',
    makeWallet: 'Make a wallet',
    locked: (host: string) => `Unlock it to see what ${host} asks.`,
    remedy: { retry: 'Try again', 'top-up': 'Add money', purses: 'See your purses', settings: 'Open settings', limits: 'See your limits', rules: 'See the rules' },
    history: 'Show in history',
    close: 'Close',
  },
  payment: {
    next,
    retry: 'Try again, free',
    retrying: 'Trying again',
    retryLabel: (action: string, title: string) => `${action}: ${title}`,
  },
  popup: {
    lock: 'Lock',
    cannotOpen: 'I cannot open it',
    dashboard: 'Open Farthing',
    welcome: 'Pay for an article, not a subscription.',
    start: 'Begin',
    purse: 'In your purse',
    /** Where there are several purses. */
    purseHere: (name: string) => `In “${name}”, which pays here`,
    /** @param unseen purses that were never looked at */
    together: (total: string, unseen: number) => `${total} in all your purses, as last seen.${unseen === 0 ? '' : unseen === 1 ? ' One was not looked at yet.' : ` ${unseen} were not looked at yet.`}`,
    leftToday: (amount: string) => `${amount} left to spend today`,
    reserved: (amount: string) => `${amount} more is set aside for payments on their way.`,
    page: 'This page',
    looking: 'Looking at the page',
    readingPurse: 'Counting',
    cannotLook: 'This is a page of the browser itself. There is nothing to pay here.',
    nothing: (host: string) => `Nothing to pay on ${host}.`,
    wish: {
      action: 'I would have paid for this article',
      noted: 'Noted.',
      undo: 'Undo',
      undoLabel: 'Undo: I would not have paid for this article',
      kept: 'Kept on this device only. Nobody is told.',
    },
    allowSite: 'Allow on this site',
    lookingUp: 'Looking up the price',
    unlock: 'Unlock',
    forPrice: (price: string) => `for ${price}`,
    working: 'Your payment is on its way',
    stop: 'Stop',
    tip: (name: string) => (name === '' ? 'Tip the writer' : name),
    wordsLater: 'Your twelve words are not written down yet.',
    toWords: 'Write them down',
    nobodyToTip: 'This page names nobody to tip.',
    tipAccount: 'Leave a tip to the account this page names',
    tipLabel: (host: string) => `Leave a tip; prices come from ${host}`,
    openAgain: 'Open it again, free',
    recent: 'Last payments',
    all: 'All payments',
    noPayments: 'Nothing paid yet. Your payments will be listed here.',
    disputes: (count: number) => (count === 1 ? 'A request for money back waits for you.' : `${String(count)} requests for money back wait for you.`),
    openDisputes: 'See how it stands',
    readingPayments: 'Fetching your payments',
  },
})
