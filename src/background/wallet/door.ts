import { err, ok, type Result } from '../../core/result'
import { afterClockCheck, beginAttempt, free, noAttempts, waitMs } from '../../core/unlocking/attempts'
import type { AttemptsRepository } from '../../store/attempts'

/** Where tries at the wallet are counted, on disk, before they are judged. Times are milliseconds since 1970. */
export class Door {
  readonly #attempts: AttemptsRepository
  readonly #tell: (wrong: number) => void

  /** @param tell is called with the number of wrong tries once they are more than a slip of the hand: when the next one begins, and when the wallet is opened after them */
  constructor(attempts: AttemptsRepository, tell: (wrong: number) => void = () => undefined) {
    this.#attempts = attempts
    this.#tell = tell
  }

  /** Counts a try. Refused while a wait is in force: then nothing is derived, whatever was typed. */
  async begin(now: number): Promise<Result<null, { readonly until: number }>> {
    const begun = await this.#attempts.change((stored) => beginAttempt(afterClockCheck(stored, now), now))
    if (begun === null) return err({ until: (await this.waitUntil(now)) ?? now })
    // Before this one is judged all before it are known to have been wrong.
    if (begun.failed === free + 1) this.#tell(free)
    return ok(null)
  }

  /** The right one. Forgets the count; returns when the wrong ones before it were. */
  async opened(): Promise<readonly number[]> {
    let times: readonly number[] = []
    let wrong = 0
    await this.#attempts.change((stored) => {
      // The last one counted is the right one.
      times = stored.times.slice(0, -1)
      wrong = stored.failed - 1
      return noAttempts
    })
    if (wrong >= free) this.#tell(wrong)
    return times
  }

  /** When the next try is allowed; null when one may be made now. */
  async waitUntil(now: number): Promise<number | null> {
    const seen = await this.#attempts.change((stored) => afterClockCheck(stored, now))
    const wait = seen === null ? 0 : waitMs(seen, now)
    return wait === 0 ? null : now + wait
  }
}
