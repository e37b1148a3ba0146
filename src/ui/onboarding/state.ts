/** A wallet is made anew, or opened again from the words of an earlier one. */
export type Path = 'new' | 'restore'

/** Where the reader is. Each step is one thought. */
export type Onboarding =
  | { readonly step: 'welcome' }
  | { readonly step: 'password'; readonly path: Path; readonly password: string }
  | { readonly step: 'restore'; readonly password: string }
  | { readonly step: 'words'; readonly words: readonly string[] }
  | { readonly step: 'asked'; readonly words: readonly string[] }
  | { readonly step: 'access'; readonly words: readonly string[] | null }
  | { readonly step: 'done' }

export type OnboardingEvent =
  | { readonly type: 'started'; readonly path: Path }
  | { readonly type: 'password-chosen'; readonly password: string }
  /** The wallet exists now; these are its words, which cannot be had again. */
  | { readonly type: 'created'; readonly words: readonly string[] }
  | { readonly type: 'written-down' }
  | { readonly type: 'answered' }
  | { readonly type: 'restored' }
  | { readonly type: 'access-chosen' }
  | { readonly type: 'back' }

export const firstStep: Onboarding = { step: 'welcome' }

/**
 * The step after an event; the same step where the event makes no sense, so that a double press changes nothing.
 * Words and password are held only as long as a step back could need them.
 */
export function next(at: Onboarding, event: OnboardingEvent): Onboarding {
  if (event.type === 'back') return previous(at) ?? at
  switch (at.step) {
    case 'welcome':
      return event.type === 'started' ? { step: 'password', path: event.path, password: '' } : at
    case 'password':
      if (event.type === 'created' && at.path === 'new') return { step: 'words', words: event.words }
      return event.type === 'password-chosen' && at.path === 'restore' ? { step: 'restore', password: event.password } : at
    case 'restore':
      return event.type === 'restored' ? { step: 'access', words: null } : at
    case 'words':
      return event.type === 'written-down' ? { step: 'asked', words: at.words } : at
    case 'asked':
      return event.type === 'answered' ? { step: 'access', words: at.words } : at
    case 'access':
      return event.type === 'access-chosen' ? { step: 'done' } : at
    case 'done':
      return at
  }
}

/** Where "Back" leads, or null where nothing is left to undo: a wallet that has been made is not unmade. */
export function previous(at: Onboarding): Onboarding | null {
  switch (at.step) {
    case 'password':
      return firstStep
    case 'restore':
      return { step: 'password', path: 'restore', password: at.password }
    case 'asked':
      return { step: 'words', words: at.words }
    case 'access':
      return at.words === null ? null : { step: 'words', words: at.words }
    case 'done':
      return { step: 'access', words: null }
    case 'welcome':
    case 'words':
      return null
  }
}

export const stepCount = 5

/** Which of the five steps this is, from 1. Writing the words down and being asked for them is one. */
export function stepNumber(at: Onboarding): number {
  const numbers = { welcome: 1, password: 2, restore: 3, words: 3, asked: 3, access: 4, done: 5 } as const
  return numbers[at.step]
}

/** True while closing the page would lose words that nobody may have written down. */
export const wouldLoseWords = (at: Onboarding) => at.step === 'words' || at.step === 'asked'
