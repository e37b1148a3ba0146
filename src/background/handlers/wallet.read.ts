import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const walletRead: AppHandler<'wallet.read'> = async (_input, app) =>
  ok({
    state: await app.wallet.state(),
    backedUp: await app.wallet.backedUp(),
    ways: await app.wallet.ways(),
    waitUntil: await app.door.waitUntil(Date.now()),
    pin: await app.wallet.pin.isSet(),
  })
