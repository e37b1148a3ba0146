import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const historyWanted: AppHandler<'history.wanted'> = async (_input, app) => {
  // A locked wallet keeps it until it is open: nobody has seen it yet.
  if ((await app.wallet.state()) !== 'unlocked') return locked()
  return ok({ text: await app.wanted.take() })
}
