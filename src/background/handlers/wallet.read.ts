import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const walletRead: AppHandler<'wallet.read'> = async (_input, { wallet, door }) => {
  const [{ state, backedUp, ways }, waitUntil, pin] = await Promise.all([wallet.look(), door.waitUntil(Date.now()), wallet.pin.isSet()])
  return ok({ state, backedUp, ways, waitUntil, pin })
}
