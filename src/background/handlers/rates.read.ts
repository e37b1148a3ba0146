import { ok } from '../../core/result'
import type { AppHandler } from './handler'

/** Nobody is asked for a wallet that is not open: whoever looks at the first pages has told nobody that they do. */
export const ratesRead: AppHandler<'rates.read'> = async (_input, app) => {
  const isOpen = (await app.wallet.state()) === 'unlocked'
  return ok(isOpen ? await app.rates.fresh() : await app.rates.known())
}
