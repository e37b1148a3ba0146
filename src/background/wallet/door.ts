import { err, ok, type Result } from '../../core/result'
import { afterClockCheck, beginAttempt, noAttempts, waitMs } from '../../core/unlocking/attempts'
import type { AttemptsRepository } from '../../store/attempts'

/** Where tries at the wallet are counted, on disk, before they are judged. Times are milliseconds since 1970. */
export class Door {
  readonly #attempts: AttemptsRepository

  constructor(attempts: AttemptsRepository) {
    this.#attempts = attempts
  }

  /** Counts a try. Refused while a wait is in force: then nothing is derived, whatever was typed. */
  async begin(now: number): Promise<Result<null, { readonly until: number }>> {
    const begun = await this.#attempts.change((stored) => beginAttempt(afterClockCheck(stored, now), now))
    return begun === null ? err({ until: (await this.waitUntil(now)) ?? now }) : ok(null)
  }

  /** The right one. Forgets the count; returns when the wrong ones before it were. */
  async opened(): Promise<readonly number[]> {
    let times: readonly number[] = []
    await this.#attempts.change((stored) => {
      // The last one counted is the right one.
      times = stored.times.slice(0, -1)
      return noAttempts
    })
    return times
  }

  /** When the next try is allowed; null when one may be made now. */
  async waitUntil(now: number): Promise<number | null> {
    const seen = await this.#attempts.change((stored) => afterClockCheck(stored, now))
    const wait = seen === null ? 0 : waitMs(seen, now)
    return wait === 0 ? null : now + wait
  }
}
