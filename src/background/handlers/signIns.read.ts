import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const signInsRead: AppHandler<'signIns.read'> = async (_input, app) => {
  if ((await app.wallet.state()) !== 'unlocked') return locked()
  return ok(await app.consents.all())
}
