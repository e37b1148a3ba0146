/** A wallet is made anew, opened again from the words of an earlier one, or brought back from a backup file. */
export type Path = 'new' | 'restore' | 'backup'

/** Where the reader is. Each step is one thought. */
export type Onboarding =
  | { readonly step: 'welcome' }
  | { readonly step: 'password'; readonly path: Exclude<Path, 'backup'>; readonly password: string }
  | { readonly step: 'restore'; readonly password: string }
  | { readonly step: 'backup' }
  | { readonly step: 'words'; readonly words: readonly string[] }
  | { readonly step: 'asked'; readonly words: readonly string[] }
  | { readonly step: 'access'; readonly words: readonly string[] | null; readonly madeAt: MadeAt }
  /** An article to practise with. */
  | { readonly step: 'try' }
  | { readonly step: 'done'; readonly madeAt: MadeAt }

/** When the backup file was made that the wallet came back from, in milliseconds since 1970; null where it came from none. */
export type MadeAt = number | null

export type OnboardingEvent =
  | { readonly type: 'started'; readonly path: Path }
  | { readonly type: 'password-chosen'; readonly password: string }
  /** The wallet exists now; these are its words, which cannot be had again. */
  | { readonly type: 'created'; readonly words: readonly string[] }
  | { readonly type: 'written-down' }
  /** The words are to be written down later: the reader is reminded. */
  | { readonly type: 'postponed' }
  | { readonly type: 'answered' }
  | { readonly type: 'restored' }
  /** The same from a backup file. */
  | { readonly type: 'brought-back'; readonly madeAt: number }
  | { readonly type: 'access-chosen' }
  | { readonly type: 'tried' }
  | { readonly type: 'back' }

export const firstStep: Onboarding = { step: 'welcome' }

/**
 * The step after an event; the same step where the event makes no sense, so that a double press changes nothing.
 * Words and password are held only as long as a step back could need them.
 */
export function next(at: Onboarding, event: OnboardingEvent): Onboarding {
  if (event.type === 'back') return previous(at) ?? at
  // Whoever goes back while the last line of a file is on its way finds the wallet made all the same.
  if (event.type === 'brought-back') return mayLackWallet(at) ? { step: 'access', words: null, madeAt: event.madeAt } : at
  switch (at.step) {
    case 'welcome':
      return event.type === 'started' ? begun(event.path) : at
    case 'password':
      if (event.type === 'created' && at.path === 'new') return { step: 'words', words: event.words }
      return event.type === 'password-chosen' && at.path === 'restore' ? { step: 'restore', password: event.password } : at
    case 'restore':
      return event.type === 'restored' ? { step: 'access', words: null, madeAt: null } : at
    case 'backup':
      return at
    case 'words':
      if (event.type === 'postponed') return { step: 'access', words: at.words, madeAt: null }
      return event.type === 'written-down' ? { step: 'asked', words: at.words } : at
    case 'asked':
      return event.type === 'answered' ? { step: 'access', words: at.words, madeAt: null } : at
    case 'access':
      // Who comes with a wallet has unlocked things before.
      return event.type === 'access-chosen' ? (at.words === null ? { step: 'done', madeAt: at.madeAt } : { step: 'try' }) : at
    case 'try':
      return event.type === 'tried' ? { step: 'done', madeAt: null } : at
    case 'done':
      return at
  }
}

/** A backup file has a passphrase already: no password is chosen. */
const begun = (path: Path): Onboarding => (path === 'backup' ? { step: 'backup' } : { step: 'password', path, password: '' })

const mayLackWallet = ({ step }: Onboarding) => step === 'welcome' || step === 'password' || step === 'restore' || step === 'backup'

/** Where "Back" leads, or null where nothing is left to undo: a wallet that has been made is not unmade. */
export function previous(at: Onboarding): Onboarding | null {
  switch (at.step) {
    case 'password':
    case 'backup':
      return firstStep
    case 'restore':
      return { step: 'password', path: 'restore', password: at.password }
    case 'asked':
      return { step: 'words', words: at.words }
    case 'access':
      return at.words === null ? null : { step: 'words', words: at.words }
    case 'try':
      return { step: 'access', words: null, madeAt: null }
    case 'done':
      return { step: 'access', words: null, madeAt: at.madeAt }
    case 'welcome':
    case 'words':
      return null
  }
}

/** Which step this is, from 1, and of how many on this way. Writing the words down and being asked for them is one, and so are practising and the end. */
export function stepPlace(at: Onboarding): { readonly step: number; readonly of: number } {
  const fromFile = at.step === 'backup' || ((at.step === 'access' || at.step === 'done') && at.madeAt !== null)
  const numbers = { welcome: 1, password: 2, backup: 2, restore: 3, words: 3, asked: 3, access: fromFile ? 3 : 4, try: 5, done: fromFile ? 4 : 5 } as const
  return { step: numbers[at.step], of: fromFile ? numbers.done : 5 }
}

/** True while closing the page would lose words that nobody may have written down. */
export const wouldLoseWords = (at: Onboarding) => at.step === 'words' || at.step === 'asked'
