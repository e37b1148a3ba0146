import type { NewSlot } from '../../../messaging/contract'
import type { OpenedBy, SecurityView, SlotKind } from '../../../messaging/views'

const kinds: Record<SlotKind, string> = {
  password: 'Password',
  passkey: 'Passkey',
  'password+passkey': 'Password and passkey together',
  recovery: 'Recovery code',
}

const events: Record<SecurityView['events'][number]['kind'], string> = {
  unlocked: 'Opened',
  failed: 'Wrong try: it stayed closed',
  'slot-added': 'A way to open it was added',
  'slot-removed': 'A way to open it was removed',
  'words-shown': 'The twelve words were shown',
  proved: 'Something was confirmed',
  'words-right': 'Three of the twelve words were asked for, and were right',
  'words-wrong': 'Three of the twelve words were asked for, and were not right',
  'code-added': 'A confirmation code was added',
  'code-removed': 'The confirmation code was removed',
  'pin-destroyed': 'Five wrong tries: the PIN was destroyed',
  'backup-made': 'A backup file was made',
  'backup-restored': 'Brought back from a backup file',
}

/** @param time when that was, as this reader writes it */
const since: Record<OpenedBy, (time: string) => string> = {
  password: (time) => `Open since ${time}, with your password.`,
  passkey: (time) => `Open since ${time}, with a passkey.`,
  'password+passkey': (time) => `Open since ${time}, with your password and a passkey.`,
  recovery: (time) => `Open since ${time}, with a recovery code.`,
  pin: (time) => `Open since ${time}, with the PIN.`,
  made: (time) => `Open since it was made, ${time}.`,
}

function within(minutes: number): string {
  if (minutes === 60) return 'an hour'
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}

const remove: Record<SlotKind, string> = {
  password: 'This password will no longer open the wallet.',
  passkey: 'This passkey will no longer open the wallet. It stays on your device until you delete it there.',
  'password+passkey': 'This password and passkey will no longer open the wallet. The passkey stays on your device until you delete it there.',
  recovery: 'The code on your paper will no longer open the wallet. You can throw the paper away.',
}

const bothText = 'A new password and a passkey. Either of the two alone opens nothing.'

const adds: Record<NewSlot['kind'], { readonly press: string; readonly title: string; readonly text: string; readonly action: string }> = {
  password: { press: 'A password', title: 'Add a password', text: 'It opens the wallet by itself.', action: 'Add this password' },
  passkey: {
    press: 'A passkey',
    title: 'Add a passkey',
    text: 'Your browser will ask where to keep it: on this device, on a phone or on a security key. It opens the wallet by itself.',
    action: 'Make the passkey',
  },
  'password+passkey': { press: 'Password and passkey together', title: 'Add password and passkey together', text: bothText, action: 'Make the passkey' },
}

/** What the Security page says, in English. */
export const words = {
  title: 'Security',
  now: {
    title: 'Now',
    since,
    locks: (minutes: number) =>
      `Locks by itself after ${within(minutes)} without use, when the computer sleeps or is locked, and when the browser closes.`,
    open: 'Open now: your history and the purse, for payments you agree to. Still shut: the twelve words, a backup file, and new ways to open or weaken this wallet; each takes a fresh proof.',
    pin: 'The PIN opens it again until the browser closes.',
    noPin: 'No PIN is set: after locking, it takes one of the ways listed below.',
    lock: 'Lock now',
    locking: 'Locking',
    shortcut: 'or Alt+Shift+L',
  },
  slots: {
    title: 'What opens this wallet',
    kinds,
    since: (day: string) => `since ${day}`,
    rename: 'Rename',
    renameLabel: (name: string) => `Rename ${name}`,
    name: 'Name',
    nameEmpty: 'Give it a name.',
    save: 'Save',
    saving: 'Saving',
    leave: 'Leave it',
    remove: 'Remove',
    removeLabel: (name: string) => `Remove ${name}`,
    removing: 'Removing',
    means: remove,
    keep: 'Keep it',
    only: 'This one has to stay until there is another for every day.',
    weaker: 'A password alone opens this wallet too. As long as that is listed here, this pair adds no strength.',
  },
  add: {
    title: 'Add another way',
    kinds: adds,
    recovery: 'A recovery code',
    makingRecovery: 'Making the code',
    alone: 'A password alone is also listed above, and goes on opening the wallet alone. Remove it to need both.',
    impossible: 'This browser cannot use passkeys here. The other ways work.',
    password: 'New password',
    name: 'What to call it',
    nameHint: 'For you, in this list.',
    asking: 'Waiting for your passkey',
    adding: 'Adding',
    leave: 'Not now',
    added: (name: string) => `“${name}” opens this wallet from now on.`,
    faults: {
      unsupported: 'This passkey cannot open a wallet: your browser or device does not have what it takes. Nothing was added.',
      cancelled: 'No passkey was made. Try again when you are ready.',
      failed: 'The passkey could not be made. Try again.',
    },
  },
  recovery: {
    title: 'Your recovery code',
    text: 'Write it down or print it, and keep the paper away from this device. It is shown this once.',
    label: 'Recovery code',
    print: 'Print',
    printed: 'Farthing. This code opens the wallet on the device it was made on. Whoever finds it there can open it too.',
    done: 'I have written it down',
  },
  twelve: {
    title: 'The twelve words',
    why: 'They are the money itself: with them your purse comes back on any device, in Farthing or in another wallet.',
    never: 'Nobody has a reason to ask for them. No site, no support desk, nobody from Farthing. Whoever asks wants your money.',
    show: 'Show the words',
    showing: 'Asking',
    hides: 'They hide again after a minute, or when you leave this window.',
    paper: 'Copy them by hand, in this order.',
    hide: 'Hide the words',
    unconfirmed: 'You have not shown yet that you wrote them down. Show them, write them down, and Farthing asks for three.',
    confirm: 'I have written them down',
    check: 'Look at what you wrote, and type three of the words.',
    later: 'Not now',
    confirmed: 'You have written them down.',
  },
  backup: {
    title: 'A backup file',
    holds: 'Everything this wallet keeps, in one file: your history, what you bought, your settings, and the purse itself.',
    lacks: 'Not in it: the ways that open this wallet, the PIN and the confirmation code. You set those anew on the new device.',
    opens: 'Whoever has the file and its passphrase has the purse. Without the passphrase nobody can open it, you included.',
    last: (day: string) => `The last one was made on ${day}.`,
    none: 'None was made yet.',
    noneLately: 'None was made lately.',
    make: 'Make a backup file',
    choose: 'Choose a passphrase for this file',
    passphrase: 'Passphrase of this file',
    action: 'Make the file',
    making: 'Making the file',
    writing: 'Making the file.',
    soFar: (size: string) => `${size} so far`,
    leave: 'Not now',
    stop: 'Stop',
    saved: (name: string) => `Saved: ${name}. Keep it on another device, and the passphrase somewhere else.`,
  },
  drill: {
    question: 'A week ago you wrote down twelve words. Can you find them?',
    check: 'Check three of them',
    right: 'They are right.',
    wrong: 'These are not the words. Show them again and write them down anew.',
    show: 'Show the words',
  },
  pin: {
    title: 'A PIN until the browser is closed',
    text: 'A short number that opens the wallet again, and is forgotten when the browser closes. Five wrong tries destroy it, and it is never enough to confirm something.',
    set: 'Set a PIN',
    change: 'Change the PIN',
    forget: 'Forget the PIN',
    forgetting: 'Forgetting',
    label: 'New PIN',
    hint: 'Four to twelve digits.',
    keep: 'Use this PIN',
    keeping: 'Keeping it',
    leave: 'Not now',
    kept: 'This PIN opens the wallet until the browser is closed.',
    forgotten: 'The PIN is forgotten.',
  },
  code: {
    title: 'Confirmation code',
    what: 'An extra question whenever something is confirmed here, answered by an app on another device.',
    limit: 'Its secret lies in this wallet, so it does not make the wallet harder to open for somebody who has the password.',
    add: 'Add a confirmation code',
    adding: 'Making the secret',
    scan: 'Let the app on your other device read this',
    qr: 'The secret, as a code for the camera of your app',
    secretText: 'Or type it into the app:',
    secretLabel: 'Secret of the confirmation code',
    loss: 'Write the secret down too, or have a recovery code on paper: that confirms without it. If both are lost, nothing can be confirmed here any more.',
    digits: 'The six digits your app shows',
    confirm: 'Turn it on',
    confirming: 'Looking at it',
    leave: 'Not now',
    added: 'From now on the confirmation code is asked for whenever something is confirmed.',
    removeIt: 'Remove the confirmation code',
    means: 'The code is no longer asked for: what opens the wallet is then enough to confirm something. You can delete it in your app afterwards.',
    reallyRemove: 'Remove it',
    removing: 'Removing',
    keep: 'Keep it',
    removed: 'The confirmation code is no longer asked for.',
  },
  askAbove: {
    title: 'Ask again above',
    label: 'Confirm payments above',
    text: 'Above this price Farthing asks for a proof that it is you, beside your click. The first payment of more than $1 to somebody new is always asked about.',
    never: 'Never',
    prices: { 500_000: '$0.50', 1_000_000: '$1', 2_000_000: '$2', 5_000_000: '$5', 10_000_000: '$10' },
  },
  door: {
    title: 'At the door',
    caption: 'What happened at the door of this wallet, newest first',
    columns: { when: 'When', what: 'What', way: 'With' },
    events,
    unknownWay: 'not known',
    pin: 'PIN',
    empty: 'Nothing has happened yet.',
  },
  protects: {
    title: 'What each way protects against',
    ways: [
      {
        name: kinds.password,
        text: 'Somebody who copied your disk can guess at it as fast as their computers allow. Only its length stops them: three or four unrelated words are out of reach. Whoever sees you type it has it.',
      },
      {
        name: kinds.passkey,
        text: 'Takes the device or key it lives on, and your finger, face or PIN there. A copy of the disk is useless without it. One that several devices share is as safe as the account they share it through. If it is lost, this way is lost with it.',
      },
      {
        name: kinds['password+passkey'],
        text: 'Whoever wants in needs both: what you know and what you hold. The strongest, as long as no password or passkey alone is listed beside it.',
      },
      {
        name: kinds.recovery,
        text: 'Too long to guess. It lies on paper, and whoever finds the paper opens the wallet on this device, or from a copy of its data.',
      },
      {
        name: 'PIN',
        text: 'Keeps out whoever sits down at your open browser: after five wrong tries it is gone, and so it is when the browser closes. A program that can look into the running browser can try all of them.',
      },
      {
        name: 'Confirmation code',
        text: 'Whoever got your password by looking over your shoulder cannot confirm anything with it while your other device is in your pocket. They can still open the wallet, and once it is open its secret can be read by a program on this computer.',
      },
      {
        name: 'Locking',
        text: 'Forgets the keys. Locked, what is stored on this device reads as noise, and waits for one of the ways above.',
      },
      {
        name: 'What nothing protects against',
        text: 'An open wallet on a computer that runs somebody else’s program. Such a program can watch you type and wait until you open it. Keep here only what you would carry in a pocket.',
      },
    ],
  },
} as const
