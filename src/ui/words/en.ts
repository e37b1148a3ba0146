/**
 * What the wallet's own pages say, in English: shared parts, popup and approval. The worker's sentences are in
 * core/words. Money first, then why, then what to do. Amounts and dates arrive formatted.
 */
export const en = {
  name: 'Farthing',
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
    empty: 'Type your password first.',
  },
  amount: {
    estimate: (date: string) => `An estimate, with the exchange rates of ${date}.`,
  },
  fees: {
    caption: 'Where the money goes',
    total: 'You pay',
  },
  notice: { care: 'Take care', note: 'Note', good: 'Good', stop: 'Stop' },
  qr: (address: string) => `A code to scan with a phone. It says: ${address}`,
} as const
