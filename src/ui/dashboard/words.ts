import type { EvidenceView, Settings } from '../../messaging/views'

const autoLock: Record<1 | 5 | 15 | 30 | 60, string> = {
  1: 'After a minute without use',
  5: 'After 5 minutes without use',
  15: 'After 15 minutes without use',
  30: 'After half an hour without use',
  60: 'After an hour without use',
}

const access: Record<Settings['access'], { readonly label: string; readonly text: string }> = {
  everywhere: { label: 'On every site', text: 'The price appears by itself where a page asks for money.' },
  'on-click': { label: 'Only when I click the button', text: 'Farthing sees a page when you press its button there, and not before.' },
}

const worth: Record<EvidenceView['worth'], string> = {
  seller: 'From the seller',
  stranger: 'From somebody else',
  differs: 'Does not match',
  none: 'Missing',
}

/** What the dashboard says, in English. */
export const words = {
  name: 'Farthing',
  title: (page: string) => `${page} · Farthing`,
  rail: 'Pages',
  pages: { overview: 'Overview', history: 'History', library: 'Library', limits: 'Sites & limits', purses: 'Purses', disputes: 'Disputes', security: 'Security', privacy: 'Privacy', settings: 'Settings', help: 'Help' },
  lock: 'Lock',
  locked: { title: 'Your wallet is locked', text: 'Your purse and your payments are readable again as soon as you open it.' },
  none: { title: 'There is no wallet yet', text: 'It takes two minutes.', start: 'Make one' },
  overview: {
    purse: 'In your purse',
    /** Where there are several. */
    purses: 'In your purses',
    /** @param unseen purses that were never looked at */
    ofPurse: (amount: string, name: string, unseen: number) =>
      `${amount} of it is in “${name}”, which pays wherever you gave no other purse. The others are as they were last seen${unseen === 0 ? '.' : unseen === 1 ? '; one was not looked at yet.' : `; ${unseen} were not looked at yet.`}`,
    toPurses: 'See your purses',
    reserved: (amount: string) => `${amount} of it is set aside for payments that are under way.`,
    available: (amount: string) => `${amount} is free to spend.`,
    empty: 'Nothing in it yet. Send something to the address below.',
    retry: 'Look again',
    putIn: 'Put money in',
    address: 'Your purse',
    howTo: (symbol: string, network: string) => `Send only ${symbol}, and only on ${network}. Anything else may be lost.`,
    test: 'This is test money. It has no value.',
    pending: 'Under way',
    recent: 'Last payments',
    all: 'All payments',
    notBackedUp: 'You have not confirmed your twelve words yet. If this device is lost, so is the money in it.',
    backUp: 'Write them down',
    wrongTries: (count: number, moment: string) =>
      count === 1
        ? `Before you opened the wallet there was one wrong try, ${moment}. If that was not you, somebody else was here.`
        : `Before you opened the wallet there were ${String(count)} wrong tries, the last ${moment}. If that was not you, somebody else was here.`,
    seeDoor: 'See when',
  },
  history: {
    title: 'History',
    caption: 'Your payments, newest first',
    columns: { what: 'What', status: 'Status', amount: 'Amount' },
    empty: 'Nothing bought yet. What you unlock appears here, and stays readable without a network.',
    more: 'Show more',
    back: 'All payments',
    unasked: 'Paid without a question, as you had allowed for this site.',
    fraud: {
      text: 'If this payment was not what it seemed, say so: Farthing then asks before anything is paid on this site or to this account. It tells nobody, and brings nothing back.',
      report: 'This was fraud',
      reported: 'You called this payment a fraud.',
      undoText: 'Farthing asks before anything is paid on this site, or to this account.',
      undo: 'It was fine after all',
    },
    noteSent: 'You wrote with it:',
    noteKept: 'Your note, which stays here:',
    gone: 'There is no such payment on this device.',
    fees: 'What the price was made of',
    timeline: 'What happened when',
    details: 'Details',
    payee: 'Paid to',
    network: 'Network',
    transaction: 'Transaction',
    noTransaction: 'none known',
    explorer: 'Look it up',
    nonce: 'Payment number',
    offer: 'Signed price',
    receipt: 'Signed receipt',
    worth,
    page: 'Page',
    openPage: 'Open the page',
  },
  settings: {
    title: 'Settings',
    saved: 'Saved.',
    prices: 'Prices',
    currency: 'Show prices in',
    currencyText: 'You always pay in digital dollars. In other currencies, prices are close estimates.',
    funding: {
      label: 'What getting dollars costs you, in percent',
      text: 'Card fees and exchange, when you put money in. It is shown below every price, and is no part of it.',
      wrong: 'Write a percentage up to 20, for example 2.1.',
      save: 'Save this figure',
    },
    lock: 'Locking',
    autoLock: 'Lock by itself',
    autoLocks: autoLock,
    pages: 'In pages',
    card: 'Show the price card in pages',
    cardText: 'Without it, the price still appears on the button.',
    access: 'Look for prices',
    accesses: access,
    declined: 'Your browser did not allow this, so Farthing looks only when you click its button.',
    missing: 'Your browser does not allow this at the moment. Choose it again to be asked.',
    signIns: {
      title: 'Sites that may recognise you',
      text: 'A site you forget here asks you again.',
      empty: 'None yet. A site is asked about when you come back to something you bought there.',
      allowed: 'Recognises you when you open what you bought there',
      refused: 'Never recognises you',
      forget: 'Forget',
      forgetting: 'Forgetting',
      forgetLabel: (site: string) => `Forget ${site}`,
    },
    wishes: {
      title: 'Articles I would have paid for',
      text: 'Noted in the popup, at most once a day for each site. Kept on this device only; nobody is told.',
      days: (count: number) => (count === 1 ? 'On one day' : `On ${count} days`),
      forget: 'Forget these',
      forgetting: 'Forgetting',
      forgotten: 'Forgotten.',
    },
    network: 'Network',
    networkLabel: 'Your purse is on',
    networkText: 'Money on one network cannot be spent on another.',
    test: 'Offer test networks',
    testText: 'They carry money without value, for trying things out.',
    addressInvalid: 'It must begin with https://, or be on this computer.',
    endpoint: {
      title: 'Connection to the network',
      text: 'Farthing reads your balance here. Whoever runs it can see the address of your purse.',
      label: (network: string) => `Address for ${network}`,
      usual: (url: string) => `Usually ${url}`,
      save: 'Use this',
      reset: 'Back to the usual one',
    },
    tipService: {
      title: 'Tips to bare accounts',
      text: 'Some pages name only an account for tips. A payment service brings them there. Whoever runs it sees whom you tip, and from which purse; it cannot change the amount or the account.',
      label: 'Address of the payment service',
      hint: 'None is set by itself.',
      save: 'Send tips through it',
      reset: 'Use none',
    },
  },
  help: {
    title: 'Help',
    answers: [
      {
        question: 'I paid, and the article did not come. What now?',
        answer: 'Open the page again, or choose “Try again, free” beside the payment in History. Farthing shows the seller the payment you made, and never makes a second one for the same purchase. If nothing comes after that, the payment and what the seller said are kept in History for when you write to them.',
      },
      {
        question: 'What happens if my browser closes in the middle?',
        answer: 'Each payment is written down before it leaves. When you come back, Farthing finds out what happened to it, and either finishes it or shows that you were not charged.',
      },
      {
        question: 'Can I get my money back?',
        answer: 'No one can take a payment back but the seller. That is why you see the whole price, who gets it and what you keep before you agree.',
      },
      {
        question: 'How do I put money in?',
        answer: 'Send it to the address of your purse, shown in the overview. Only the money and the network named there arrive. Keep as much here as you would carry in a pocket.',
      },
      {
        question: 'I forgot my password.',
        answer: 'Nobody can reset it. A passkey or a recovery code that you added under Security opens the wallet as before. Otherwise your twelve words open the same purse again, in a fresh copy of Farthing.',
      },
      {
        question: 'Who learns what I read?',
        answer: 'The site you pay, as with any visit, and nobody else from Farthing. The service that reads your balance sees the address of your purse, and payments are public there without your name. Farthing sends nothing about you anywhere.',
      },
    ],
  },
} as const
