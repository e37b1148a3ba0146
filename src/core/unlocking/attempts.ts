/** Wrong tries at the wallet's door since it was last opened. Times are milliseconds since 1970. */
export interface Attempts {
  readonly failed: number
  /** When the latest one began; 0 before the first. */
  readonly lastAt: number
  /** When the next one is allowed. */
  readonly nextAt: number
  /** When the latest ones began, oldest first: told at the next unlock. */
  readonly times: readonly number[]
}

export const noAttempts: Attempts = { failed: 0, lastAt: 0, nextAt: 0, times: [] }

/** How many tries cost no wait. */
export const free = 5
const waitsMs = [30_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000]
const longestWaitMs = 60 * 60_000
const rememberedTimes = 20
/** Clocks are set right by seconds all the time. */
const clockSlackMs = 60_000

/** Milliseconds to wait before the next attempt; 0 when one may be made now. */
export function waitMs(attempts: Attempts, now: number): number {
  if (attempts.failed < free) return 0
  return Math.max(0, Math.min(attempts.nextAt - now, longestWaitMs))
}

/**
 * Counts an attempt before it is made, so that a wallet killed in the middle has counted it too;
 * a success forgets the count. Five are free, then each costs a longer wait, an hour at most.
 * Null when it is too early.
 */
export function beginAttempt(attempts: Attempts, now: number): Attempts | null {
  if (waitMs(attempts, now) > 0) return null
  const failed = attempts.failed + 1
  const wait = failed < free ? 0 : (waitsMs[failed - free] ?? longestWaitMs)
  return { failed, lastAt: now, nextAt: now + wait, times: [...attempts.times, now].slice(-rememberedTimes) }
}

/**
 * What holds after a look at the clock. A clock that went back while a wait was in force would stretch that wait
 * without end, or was turned to make it look served: an hour from now is waited instead, and no more.
 */
export function afterClockCheck(attempts: Attempts, now: number): Attempts {
  const wentBack = now < attempts.lastAt - clockSlackMs
  if (!wentBack || attempts.failed < free) return attempts
  return { ...attempts, lastAt: now, nextAt: now + longestWaitMs }
}
