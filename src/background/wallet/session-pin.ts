import * as v from 'valibot'
import { err, ok, type Result } from '../../core/result'
import { countTry, openPin, pinMisses, pinSchema, sealPin, type PinRecord } from '../../vault/pin'
import { sessionValue } from '../session'

/** 'none': there is no PIN, or this wrong try has destroyed it. `left` tries remain after a wrong one. */
export type PinFault = { readonly fault: 'none' | 'destroyed' } | { readonly fault: 'wrong'; readonly left: number }

/** The PIN of this browser session. It lies in `storage.session`, and goes with the browser. */
export class SessionPin {
  readonly #record = sessionValue<PinRecord | null>('pin', v.nullable(pinSchema), null)

  readonly #destroyedAt = sessionValue<number | null>('pin-destroyed', v.nullable(v.number()), null)

  async isSet(): Promise<boolean> {
    return (await this.#record.read()) !== null
  }

  /** @param session what Keyring.toSession gives. False when the PIN is not four to twelve digits. */
  async set(session: string, pin: string): Promise<boolean> {
    const record = await sealPin(session, pin)
    if (record !== null) await this.#record.change(() => record)
    return record !== null
  }

  async clear(): Promise<void> {
    await this.#record.change(() => null)
  }

  /** When wrong tries destroyed a PIN, told once: the log can be written only when the wallet is open again. */
  async takeDestroyedAt(): Promise<number | null> {
    const at = await this.#destroyedAt.read()
    if (at !== null) await this.#destroyedAt.change(() => null)
    return at
  }

  /** What resumes the session. The try is counted, and stored as counted, before it is judged. */
  async open(pin: string, now: number): Promise<Result<string, PinFault>> {
    const before: { record: PinRecord | null } = { record: null }
    const left = await this.#record.change((current) => {
      before.record = current
      return current === null ? null : countTry(current)
    })
    const tried = before.record
    if (tried === null) return err({ fault: 'none' })
    const session = await openPin(tried, pin)
    if (session === null && left === null) {
      await this.#destroyedAt.change(() => now)
      return err({ fault: 'destroyed' })
    }
    if (session === null) return err({ fault: 'wrong', left: left?.missesLeft ?? 0 })
    await this.#record.change(() => ({ ...tried, missesLeft: pinMisses }))
    return ok(session)
  }
}
