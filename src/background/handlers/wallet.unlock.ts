import { err, ok, type Result } from '../../core/result'
import type { UnlockingKey } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import type { App } from '../app'
import type { AppHandler } from './handler'
import { openingRefusal, pinRefusal } from './opening-refusal'

export const walletUnlock: AppHandler<'wallet.unlock'> = async ({ factor }, app) => {
  const opened = await unlock(factor, app)
  app.changed('wallet')
  if (opened.ok) app.changed('approval')
  return opened
}

async function unlock(factor: UnlockingKey, app: App): Promise<Result<null, Refusal>> {
  if (factor.kind === 'pin') {
    const opened = await app.wallet.unlockWithPin(factor.pin)
    return opened.ok ? ok(null) : err(pinRefusal(opened.error))
  }
  const opened = await app.wallet.unlock(factor)
  return opened.ok ? ok(null) : err(openingRefusal(opened.error, factor))
}
