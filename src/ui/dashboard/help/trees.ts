import { tree, type Door } from './tree'
import { words } from './words'

const shared = (name: keyof typeof words.shared, page: Door['page']): Door => ({
  page,
  isShared: true,
  get label() {
    return words.shared[name]
  },
})
const payments = shared('payments', 'history')
const disputes = shared('disputes', 'disputes')
const security = shared('security', 'security')
const to = (detail: string, label: string): Door => ({ label, page: 'help', detail })

/** In English, with the ways through them; what is shown is `toldTrees` (./told-trees.ts). Whatever goes wrong, each a few plain questions that end in something the reader can do here, or in the honest truth. */
export const trees = [
  tree('paid-but-locked', {
    title: 'I paid, and it stays closed',
    also: 'paid but cannot cant read article nothing came empty blank white page not delivered locked unlock missing error broken stuck did not open',
    steps: {
      start: {
        ask: 'What does your history say of this payment?',
        choices: [
          { label: 'Paid, not delivered', to: 'retry' },
          { label: 'Paid', to: 'paid' },
          { label: 'Waiting, or checking', to: 'checking' },
          { label: 'Not charged', to: 'notCharged' },
          { label: 'It is not there', to: 'absent' },
        ],
      },
      retry: {
        say: ['Opening it again costs nothing. Farthing shows the seller the payment you made, and never makes a second one for the same thing.', 'Choose the payment, then “Try again, free”. If nothing comes, “Something went wrong” on the same page asks for the money back.'],
        doors: [payments],
      },
      paid: {
        ask: 'Open the page once more. What do you see?',
        choices: [
          { label: 'The price again', to: 'priceAgain' },
          { label: 'An empty or broken page', to: 'broken' },
          { label: 'All is there now', to: 'fine' },
        ],
      },
      priceAgain: {
        say: ['Do not pay again. At the same address, Farthing’s button offers “Open it again, free”. At another address, or in another browser, the site does not know what you bought.', 'The link on the page of the payment leads to the right address.'],
        doors: [payments],
      },
      broken: { say: ['Choose the payment, then “Something went wrong”. It first tries what helps at once, and then asks the seller for the money.'], doors: [payments] },
      fine: { say: ['Good. It is yours to keep, and opens again without paying.'], doors: [{ label: 'What you bought', page: 'library' }] },
      checking: { say: ['Farthing is finding out what became of the money, and pays nothing meanwhile.'], doors: [to('hanging', 'A payment hangs')] },
      notCharged: { say: ['Nothing was taken. You can open the page and pay as if for the first time.'], doors: [payments] },
      absent: {
        say: ['What is not in your history was not paid by this wallet. Perhaps it was another browser, another wallet, or a card.', 'If your purse holds less than it should, that is another matter:'],
        doors: [to('money-missing', 'Money is missing'), payments],
      },
    },
  }),
  tree('charged-twice', {
    title: 'I was charged twice',
    also: 'double twice duplicate two times again same article second payment repeated',
    steps: {
      start: {
        ask: 'How many lines are there for it in your history?',
        choices: [
          { label: 'One', to: 'one' },
          { label: 'Two, and one says “Not charged”', to: 'void' },
          { label: 'Two, and both are paid', to: 'two' },
        ],
      },
      one: { say: ['Then it was paid once. A bank or an exchange may show money you put in beside it: that is not a second price.', 'If your purse holds less than your history explains:'], doors: [to('money-missing', 'Money is missing')] },
      void: { say: ['Then it was paid once. What is “Not charged” came to nothing, and nobody can take it later.'], doors: [payments] },
      two: {
        ask: 'Do both lead to the very same address?',
        choices: [
          { label: 'Yes, the same', to: 'same' },
          { label: 'No, they differ', to: 'differ' },
        ],
      },
      same: { say: ['Farthing never pays twice for the same address by itself, so this deserves a look. Choose the later payment, then “Something went wrong”, “I was charged twice”. The two are found, and the seller is asked for one of them back.'], doors: [payments] },
      differ: {
        say: ['To a wallet, two addresses are two things, even when they show the same piece. The seller can still give one of them back: choose the later payment, then “Something went wrong”, “I was charged twice”.'],
        doors: [payments],
      },
    },
  }),
  tree('wrong-price', {
    title: 'I paid more than was said',
    also: 'price wrong expensive overcharge too much dear amount different fee fees extra cost higher',
    steps: {
      start: {
        ask: 'Where did you see the other price?',
        choices: [
          { label: 'In Farthing, before I agreed', to: 'agreed' },
          { label: 'On the page', to: 'page' },
          { label: 'In my own currency', to: 'currency' },
        ],
      },
      agreed: { say: ['What you agree to is exactly what is paid, to the last digit; the page of the payment shows both. If they differ there, choose “Something went wrong”, “I paid more than was said”.'], doors: [payments] },
      page: { say: ['Pages can say what they like; Farthing shows the price that would be paid. If the seller confirmed a lower one, its confirmation is kept with the payment. Choose “Something went wrong”, “I paid more than was said”.'], doors: [payments] },
      currency: { say: ['You pay in digital dollars. Prices in other currencies are estimates, and change with the rate. Beside each stands which rate it rests on.'], doors: [{ label: 'Currency, in the settings', page: 'settings' }, payments] },
    },
  }),
  tree('unknown-payment', {
    title: 'A payment I do not know',
    also: 'unknown strange not me did not make somebody else unauthorised unauthorized fraud hacked scam recognise recognize',
    steps: {
      start: {
        ask: 'Does its page say “Paid without a question”?',
        choices: [
          { label: 'Yes', to: 'allowed' },
          { label: 'No', to: 'asked' },
        ],
      },
      allowed: { say: ['You have allowed small prices on that site. You can end this with one press.'], doors: [{ label: 'What is paid without a question', page: 'limits' }, payments] },
      asked: {
        ask: 'Could somebody else have been at this device?',
        choices: [
          { label: 'Yes, it may be', to: 'other' },
          { label: 'No, surely not', to: 'alone' },
        ],
      },
      other: {
        say: ['First make the wallet safe: look who opened it and when, take away the ways in that others may know, and add new ones. If somebody saw your twelve words, send your money to a new wallet.', 'Then call the payment a fraud on its page, and ask for the money under “Something went wrong”, “I did not make this payment”.'],
        doors: [security, payments],
      },
      alone: { say: ['The page of the payment says which site it was, when, and what happened step by step; tips and parts of a page have a line of their own, too. If you still do not know it, choose “Something went wrong”, “I did not make this payment”.'], doors: [payments, security] },
    },
  }),
  tree('hanging', {
    title: 'A payment hangs',
    also: 'pending settled settling being waiting checking preparing slow takes long stuck under way not finished unknown loading',
    steps: {
      start: {
        ask: 'What does it say?',
        choices: [
          { label: 'Preparing', to: 'preparing' },
          { label: 'Waiting for the page', to: 'waiting' },
          { label: 'Checking, or “Refused, checking”', to: 'checking' },
          { label: 'Paid, opening', to: 'opening' },
        ],
      },
      preparing: { say: ['Nothing has been paid. If you close everything now, it comes to nothing within minutes.'], doors: [payments] },
      waiting: { say: ['The seller has the payment in hand and has not answered. After a few minutes the wallet asks the payment network what became of it. Nothing more is paid meanwhile, and you can close the window.'], doors: [payments] },
      checking: {
        say: ['Farthing is asking the payment network whether the money moved. Until it knows, the amount is held back in your purse. After five minutes at most the seller can no longer take it: it then says “Paid”, or “Not charged”.', 'If it stays so for longer, your connection to the network may be at fault.'],
        doors: [payments, { label: 'Connection to the network, in the settings', page: 'settings' }],
      },
      opening: { say: ['It is paid, and the page is on its way. If it does not come, “Try again, free” appears beside it.'], doors: [payments] },
    },
  }),
  tree('refund-missing', {
    title: 'My money back has not come',
    also: 'refund refunded missing money back not arrived seller says gave returned late where',
    steps: {
      start: {
        ask: 'What did the seller say?',
        choices: [
          { label: 'That it was given back', to: 'said' },
          { label: 'That it will be', to: 'will' },
          { label: 'Nothing yet', to: 'nothing' },
        ],
      },
      said: { say: ['Open the request: beside what the seller says stands what your purse shows. “Ask again now” looks once more. If a payment came that may be it, you are asked there.', 'Money given back on another network or to another account does not come to this purse.'], doors: [disputes] },
      will: { say: ['The request has a day by which it is due. Farthing looks by itself, and tells you when the money came, or when the day has passed without it.'], doors: [disputes] },
      nothing: { say: ['The seller has a week to answer, and is reminded once.'], doors: [disputes, to('no-answer', 'The seller does not answer')] },
    },
  }),
  tree('no-answer', {
    title: 'The seller does not answer',
    also: 'silent silence no answer reply response ignores ignored contact seller write',
    steps: {
      start: {
        ask: 'How did you ask?',
        choices: [
          { label: 'With Farthing, which sent it', to: 'sent' },
          { label: 'With a letter', to: 'letter' },
          { label: 'Not yet', to: 'notYet' },
        ],
      },
      sent: { say: ['After seven days Farthing reminds the seller, once. After fourteen it counts as silence. Then no one can take the money back, but you can turn to somebody outside, save the whole file for them, and never pay there without being asked.'], doors: [disputes] },
      letter: { say: ['Note on the request that you sent it, so that the days are counted. When they have passed, the request names who else can be turned to where you live.'], doors: [disputes] },
      notYet: { say: ['Choose the payment, then “Something went wrong”. Farthing finds where the seller takes requests, or writes a letter.'], doors: [payments] },
    },
  }),
  tree('change-of-mind', {
    title: 'It is not worth it, or I changed my mind',
    also: 'return withdraw withdrawal cancel cancellation not as described bad quality short clickbait regret give back promised wrong article',
    steps: {
      start: {
        ask: 'What is it?',
        choices: [
          { label: 'It is not what was promised', to: 'promised' },
          { label: 'I changed my mind', to: 'mind' },
          { label: 'The payment is not made yet', to: 'before' },
        ],
      },
      promised: { say: ['Choose the payment, then “Something went wrong”, “It is not what was promised”. Say in a sentence what was missing: the seller decides.'], doors: [payments] },
      mind: { say: ['For something read at once, the law usually gives no way back. Asking costs nothing: choose the payment, then “Something went wrong”, “I changed my mind”.'], doors: [payments] },
      before: { say: ['“Not now” is enough. Nothing is paid before you agree.'], doors: [] },
    },
  }),
  tree('money-missing', {
    title: 'Money is missing, and there is no payment',
    also: 'stolen less balance gone disappeared vanished lower hacked thief drained empty purse lost money',
    steps: {
      start: {
        ask: 'Does the overview say that some of it is set aside?',
        choices: [
          { label: 'Yes', to: 'aside' },
          { label: 'No', to: 'notAside' },
        ],
      },
      aside: { say: ['That is held for payments under way. It is taken, or it comes back by itself within minutes.'], doors: [{ label: 'Overview', page: 'overview' }, to('hanging', 'A payment hangs')] },
      notAside: {
        ask: 'Do you use the same twelve words in another wallet or on another device?',
        choices: [
          { label: 'Yes', to: 'elsewhere' },
          { label: 'No', to: 'stolen' },
        ],
      },
      elsewhere: { say: ['What is paid there leaves this purse as well, and is not in this history. Look there first.'], doors: [{ label: 'Your purses', page: 'purses' }] },
      stolen: {
        say: ['Then somebody may know your twelve words. Whoever has them has the money, whatever password you choose.', 'Make a new wallet in another browser, write down its new words, and send there what is left. No one can bring back what is gone; report it to the police, with a saved list of your payments.'],
        doors: [security, { label: 'Save your payments in a file', page: 'privacy', detail: 'export' }],
      },
    },
  }),
  tree('cannot-unlock', {
    title: 'I cannot open my wallet',
    also: 'unlock locked out wrong password passkey pin does not work cannot cant open denied tries wait code login log in',
    steps: {
      start: {
        ask: 'What happens?',
        choices: [
          { label: 'The password is not taken', to: 'password' },
          { label: 'The passkey gives no answer', to: 'passkey' },
          { label: 'I have to wait', to: 'wait' },
          { label: 'The PIN is gone', to: 'pin' },
          { label: 'It says that the wallet can no longer be read', to: 'damaged' },
        ],
      },
      password: { say: ['Look at Caps Lock and at the language of the keyboard; “Show” lets you read what you type. Wrong tries take nothing away, they only make you wait.'], doors: [to('forgot-password', 'I forgot my password')] },
      passkey: { say: ['It lives on the device, the phone or the key where you made it: have that at hand, with Bluetooth on for a phone. Open it in a tab, where the browser’s question has room. Any other way in that you added works, too.'], doors: [to('forgot-password', 'Another way in')] },
      wait: { say: ['After several wrong tries each further one takes longer, an hour at most. Nothing is lost by waiting, and nobody can shorten it.'], doors: [] },
      pin: { say: ['A PIN lasts until the browser is closed, or until five wrong tries. Use your password or passkey; afterwards you can set a new one.'], doors: [security] },
      damaged: { say: ['Your money does not lie on this device: the twelve words bring it back. The door offers “Bring it back with the twelve words”. A backup file brings back the history, too.'], doors: [to('new-device', 'Bring a wallet back')] },
    },
  }),
  tree('forgot-password', {
    title: 'I forgot my password',
    also: 'forgotten forget lost reset password recover recovery remember cannot change',
    steps: {
      start: {
        ask: 'What else do you have?',
        choices: [
          { label: 'A passkey or a recovery code', to: 'other' },
          { label: 'The twelve words', to: 'words' },
          { label: 'A backup file and its passphrase', to: 'file' },
          { label: 'The wallet is open just now', to: 'open' },
          { label: 'None of these', to: 'none' },
        ],
      },
      other: { say: ['Press “Use a passkey” or “Use a recovery code” at the door. Then add a new password under Security, and remove the old one.'], doors: [security] },
      words: { say: ['They open the same purse again: in another browser, or here after Farthing was removed and added anew. Removing it also takes away the history that is kept on this device, so try everything else first.', 'Type the words into Farthing’s own first page and nowhere else.'], doors: [to('new-device', 'Bring a wallet back')] },
      file: { say: ['It brings everything back, the history included: in another browser, or here after Farthing was removed and added anew.'], doors: [to('new-device', 'Bring a wallet back')] },
      open: { say: ['Write down the twelve words now, if you can still confirm that it is you, and add another way in.'], doors: [security] },
      none: { say: ['Then nobody can open it: there is no master key, and nobody at Farthing has one. As long as you keep trying, nothing is lost; whoever promises to open it for you wants to rob you.'], doors: [] },
    },
  }),
  tree('new-device', {
    title: 'A new device, or bringing a wallet back',
    also: 'restore backup move phone computer laptop new browser transfer import bring back twelve 12 words seed reinstall second device',
    steps: {
      start: {
        ask: 'What do you want?',
        choices: [
          { label: 'Move to a new device', to: 'move' },
          { label: 'Bring back a wallet that is lost', to: 'lost' },
          { label: 'Use it on two devices', to: 'two' },
        ],
      },
      move: { say: ['Make a backup file here, under Security, and take it to the new device with its passphrase. On Farthing’s first page there, press “I have a backup file”. Ways in are set anew.'], doors: [{ label: 'Make a backup file', page: 'security' }] },
      lost: {
        ask: 'What do you have?',
        choices: [
          { label: 'A backup file and its passphrase', to: 'file' },
          { label: 'The twelve words', to: 'words' },
          { label: 'Neither', to: 'neither' },
        ],
      },
      file: { say: ['Add Farthing to the new browser. On its first page, press “I have a backup file”. Everything comes back, and what you own opens again.'], doors: [security] },
      words: { say: ['Add Farthing to the new browser. On its first page, press “I have twelve words”, and type them there. The money comes back at once. What you bought is found again when you come to its page; your notes and copies are only in a backup file.', 'If you had several purses, look for them before you go on.'], doors: [{ label: 'Look for other purses', page: 'purses' }] },
      neither: { say: ['Then the money cannot be reached, by you or by anybody. If the old device still starts, open the wallet there and write down the words.'], doors: [security] },
      two: { say: ['It works, but each knows only its own history, limits and permissions. Better give each device a wallet of its own, with a little money in it.'], doors: [security] },
    },
  }),
  tree('add-money', {
    title: 'How do I put money in?',
    also: 'add money top up topup fund buy usdc deposit charge load card bank not enough pay in fill purse',
    steps: {
      start: {
        ask: 'Do you have digital dollars (USDC) somewhere?',
        choices: [
          { label: 'Yes', to: 'have' },
          { label: 'No', to: 'none' },
        ],
      },
      have: { say: ['Send them to the account in the overview, on the network named there. Anything else, and any other network, may be lost. Keep as much here as you would carry in a pocket.'], doors: [{ label: 'Where to send them', page: 'overview' }] },
      none: { say: ['Farthing sells no money and takes no cards. An exchange of your choice does, and sends USDC to the account in the overview, on the network named there. Fees for that are its own: tell Farthing the percentage, and it stands below every price.'], doors: [{ label: 'Where to send them', page: 'overview' }, { label: 'What getting dollars costs you', page: 'settings' }] },
    },
  }),
  tree('money-not-arrived', {
    title: 'I sent money, and it does not show',
    also: 'deposit not arrived where is my money top up missing sent balance zero transfer wrong network purse empty exchange',
    steps: {
      start: {
        ask: 'What did you send, and on which network?',
        choices: [
          { label: 'What the overview names, on the network it names', to: 'right' },
          { label: 'Another currency, or on another network', to: 'wrong' },
          { label: 'I do not know', to: 'unknown' },
        ],
      },
      right: { say: ['It usually takes minutes; exchanges sometimes hold it back for a day. Compare the account, letter by letter, with the one in the overview. Farthing sees it as soon as the network has it; “Look now”, on the page of purses, asks at once.'], doors: [{ label: 'Overview', page: 'overview' }, { label: 'Your purses', page: 'purses' }] },
      wrong: { say: ['It lies at the same account on the other network. Farthing cannot move it, but your twelve words open that account in another wallet that knows the network.', 'Type them only into a wallet you have reason to trust, and into no web page. Whoever offers to “recover” it for you wants the words.'], doors: [security] },
      unknown: { say: ['The place you sent it from shows both, with the account it went to. Compare them with the overview before you send more.'], doors: [{ label: 'Overview', page: 'overview' }] },
    },
  }),
  tree('asked-for-support', {
    title: 'A page tells me to contact support',
    also: 'support contact call phone telephone number chat email hotline help desk scam somebody asks twelve words seed phrase password remote team viewer',
    steps: {
      start: {
        say: ['Do not call, write or click. Farthing has no hotline and no chat. Whoever offers help for it on a page, by phone or by mail wants your money.', 'Nobody ever needs your twelve words, your password or a code; nobody has to “verify” or “synchronise” a wallet. What Farthing can do for you is in here.'],
        doors: [to('told-words', 'I have told them something'), { label: 'A report that you read before anybody gets it', page: 'privacy' }],
      },
    },
  }),
  tree('told-words', {
    title: 'I told somebody my words or my password',
    also: 'gave told typed entered words password phishing fake site scam hacked seed phrase exposed leaked somebody knows',
    steps: {
      start: {
        ask: 'What do they know?',
        choices: [
          { label: 'The twelve words', to: 'words' },
          { label: 'The password, PIN or a code', to: 'password' },
          { label: 'They saw my screen', to: 'screen' },
        ],
      },
      words: { say: ['Be quick: whoever has the words has the money, and no password stops them. Make a new wallet in another browser, write down its words, and send everything there. Do not use the old words again.'], doors: [{ label: 'What is in your purses', page: 'purses' }] },
      password: { say: ['The password alone helps only somebody at this device, or with a copy of its disk. Add a new one, and remove the old one.'], doors: [security] },
      screen: { say: ['If the twelve words were on it, they know them: begin again, and choose that. Otherwise lock the wallet, end what they had you install, and choose a new password.'], doors: [security] },
    },
  }),
  tree('not-payable', {
    title: 'Farthing cannot pay here',
    also: 'not payable refused refuses cannot pay does not work unsupported network currency button price does not appear nothing happens no card no price',
    steps: {
      start: {
        ask: 'What do you see?',
        choices: [
          { label: 'No price at all', to: 'noPrice' },
          { label: 'A reason why not', to: 'reason' },
          { label: 'That the money is not enough', to: 'notEnough' },
          { label: 'That a limit is reached', to: 'limit' },
        ],
      },
      noPrice: { say: ['Press Farthing’s button on the page: with “Only when I click the button” it does not look by itself. If it says that there is nothing to pay, the page asks for no price that a wallet can read; it may sell subscriptions only.'], doors: [{ label: 'Where Farthing looks for prices', page: 'settings' }] },
      reason: { say: ['It is meant as it stands there: the page asks for money in a way, or on a network, that Farthing does not pay. Nothing was taken. Some reasons are kept for your safety and cannot be overruled.'], doors: [security] },
      notEnough: { say: ['Your purse holds less than the price, or a part of it is set aside for payments under way.'], doors: [to('add-money', 'How do I put money in?'), { label: 'Overview', page: 'overview' }] },
      limit: { say: ['You can raise it, if you want to. A new day begins at midnight, a new month on its first.'], doors: [{ label: 'Your limits', page: 'limits' }] },
    },
  }),
  tree('warned', {
    title: 'Farthing warns me',
    also: 'warning warns suspicious risk danger fraud scam unusual payee changed careful noticed safe',
    steps: {
      start: {
        ask: 'Are you sure of this site?',
        choices: [
          { label: 'Yes, I know it', to: 'sure' },
          { label: 'Not quite', to: 'unsure' },
          { label: 'I have paid already, and it was a fraud', to: 'paid' },
        ],
      },
      sure: { say: ['“Why am I told this?” beside the warning says what was noticed. It can be honest: sites do change accounts. If it is, say so with the tick, and go on. What it looks for is yours to set.'], doors: [security] },
      unsure: { say: ['“Not now” costs nothing. Type the address of the site yourself, in a new tab, and compare. Three such answers within an hour, and nothing is paid before you have confirmed that it is you.'], doors: [security] },
      paid: { say: ['Call it a fraud on the page of the payment: Farthing then warns you before that site or account is paid again. “Something went wrong” asks for the money; a cheat will not give it back, and no one can take it.'], doors: [payments] },
    },
  }),
  tree('who-learns', {
    title: 'Who learns what I read?',
    also: 'privacy private tracking track data anonymous personal see history spy telemetry delete erase forget',
    steps: {
      start: {
        say: ['The site you pay, as with any visit, and nobody else from Farthing. The service that reads your balance sees your account. Payments are public on their network, without your name.', 'What is kept is on this device, and you can forget a site, a time or everything.'],
        doors: [{ label: 'What is kept, and who has received what', page: 'privacy' }, { label: 'A purse for a site of its own', page: 'purses' }],
      },
    },
  }),
  tree('browser-closed', {
    title: 'The browser closed in the middle',
    also: 'crash crashed closed power battery interrupted network offline lost connection middle restart tab',
    steps: {
      start: {
        say: ['Each payment is written down before it leaves. When you come back and open the wallet, Farthing finds out what became of it, and finishes it or shows that you were not charged. It never pays a second time for it.'],
        doors: [payments, to('hanging', 'A payment hangs')],
      },
    },
  }),
  tree('cannot-do', {
    title: 'Take a payment back, and what else cannot be done',
    also: 'take back cancel reverse chargeback undo stop payment guarantee insurance bank get money back impossible limits of',
    steps: {
      start: {
        ask: 'What are you looking for?',
        choices: [
          { label: 'To take a payment back', to: 'takeBack' },
          { label: 'Somebody who decides a quarrel', to: 'judge' },
          { label: 'To stop a payment under way', to: 'stop' },
          { label: 'To turn money into a bank balance', to: 'bank' },
        ],
      },
      takeBack: { say: ['No one can take a payment back; only the seller can give it back. That is why you see the whole price before you agree. Farthing asks for it in the proper form, keeps the proof, and tells you what comes of it.'], doors: [payments, disputes] },
      judge: { say: ['Farthing judges nobody. Where a seller does not answer, the request names bodies outside for your country.'], doors: [disputes] },
      stop: { say: ['While a payment made without a question waits its five seconds, “Stop” ends it. After that it is the seller’s; unused, it comes to nothing within minutes.'], doors: [payments] },
      bank: { say: ['Farthing only pays. Your twelve words open the same account in other wallets, which can send the money to an exchange.'], doors: [security] },
    },
  }),
] as const
