/** Why a document was not taken. What was trusted before stays. */
export const policyFaults = [
  /** Not such a document: another shape, a field that is not known, a value out of its range, spelled otherwise than signed. */
  'malformed',
  'too-large',
  /** Not enough of the keys that may sign it have. */
  'not-signed',
  /** Older than what is trusted. */
  'rolled-back',
  /** Two documents of one number, or one that does not follow from the one before. */
  'forked',
  'expired',
  'from-the-future',
  /** It says it holds for longer than such a document may, or for no time at all. */
  'lasts-wrong',
  /** Signed under other keys than those that are trusted now. */
  'other-root',
  /** Roots are followed one by one. */
  'skipped-root',
  /** A root that needs fewer keys than the wallet asks for, names one twice, or one that is not there. */
  'weak-root',
  'needs-newer-wallet',
] as const
export type PolicyFault = (typeof policyFaults)[number]
