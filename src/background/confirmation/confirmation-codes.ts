import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Refusal } from '../../messaging/router'
import { codeStep, codeUri, newCodeSecret } from '../../vault/confirmation-code'
import type { Factor } from '../../vault/factor'
import type { OpenBooks } from '../books'
import { locked } from '../locked'


/**
 * The confirmation code: six digits from an app on another device, asked for with every proof. Its secret lies in this
 * wallet, so it adds nothing to the keys, and is never called more than what it is.
 */
export class ConfirmationCodes {
  readonly #open: OpenBooks

  constructor(open: OpenBooks) {
    this.#open = open
  }

  async isAsked(): Promise<boolean> {
    return (await (await this.#open())?.keepsakes.confirmation.read())?.confirmed === true
  }

  /** A new secret in the place of one that was never confirmed. One that is in use stays until it is removed. */
  async make(): Promise<Result<{ readonly secret: string; readonly uri: string }, Refusal>> {
    const books = await this.#open()
    if (books === null) return locked()
    const made = newCodeSecret()
    const kept = await books.keepsakes.confirmation.change((current) =>
      current?.confirmed === true ? current : { secret: made, confirmed: false, usedStep: -1 },
    )
    if (kept?.secret !== made) return err({ code: 'refused', sentence: words.codeThere })
    return ok({ secret: made, uri: codeUri(made) })
  }

  /** The first right code: from now on it is asked for. */
  async confirm(code: string, now: number): Promise<Result<null, Refusal>> {
    const books = await this.#open()
    if (books === null) return locked()
    const took = await this.#take(code, now, true)
    if (!took) return err({ code: 'wrong-factor', sentence: words.wrongCode })
    await books.security.add([{ at: now, kind: 'code-added', way: null }])
    return ok(null)
  }

  async remove(now: number): Promise<Result<null, Refusal>> {
    const books = await this.#open()
    if (books === null) return locked()
    await books.keepsakes.confirmation.change(() => null)
    await books.security.add([{ at: now, kind: 'code-removed', way: null }])
    return ok(null)
  }

  /**
   * True when no code is asked for with this factor, or this is a right one that was not used before. It is used up by the
   * question. A recovery code needs none: it is for when things are lost, the device with the app among them.
   */
  async accepts(factor: Factor, code: string | null, now: number): Promise<boolean> {
    if (factor.kind === 'recovery' || !(await this.isAsked())) return true
    return code !== null && this.#take(code, now, false)
  }

  async #take(code: string, now: number, confirming: boolean): Promise<boolean> {
    let took = false
    await (await this.#open())?.keepsakes.confirmation.change((current) => {
      if (current === null || current.confirmed === confirming) return current
      const step = codeStep(current.secret, code, now, current.usedStep)
      took = step !== null
      return step === null ? current : { ...current, confirmed: true, usedStep: step }
    })
    return took
  }
}
