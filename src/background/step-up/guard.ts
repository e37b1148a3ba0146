import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { MessageType } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import type { Authority } from '../../vault/authority'
import type { App } from '../app'
import { locked } from '../locked'
import { stakesOf } from './stakes'
import { actOf } from './step-ups'

/** Lets a message through that needs no fresh proof or brings one that was given for exactly this message. */
export async function guard(type: MessageType, input: unknown, app: App): Promise<Result<Authority | null, Refusal>> {
  const stakes = await stakesOf(type, input, app)
  if (stakes === null) return ok(null)
  if ((await app.wallet.state()) !== 'unlocked') return locked()
  const id = proofIdOf(input)
  if (id === null) return err({ code: 'step-up', sentence: stakes })
  const taken = app.stepUps.take(id, actOf(type, input))
  if (!taken.ok) return err({ code: 'step-up', sentence: words.stepUp[taken.error] })
  if (!isPayment(type)) void app.alarm('confirmed', words.stepUp.confirmedTitle, words.stepUp.confirmed(stakes))
  return ok(taken.value)
}

/** Whoever pays sees what becomes of it; of everything else the reader is told, for it may have been somebody else. */
const isPayment = (type: MessageType): boolean => type === 'approval.agree'

function proofIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('stepUp' in input)) return null
  return typeof input.stepUp === 'string' ? input.stepUp : null
}
