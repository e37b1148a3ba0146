import { findNetwork } from '../../core/networks/networks'
import { inWords } from '../display'
import type { AppHandler } from './handler'

export const pursesBalance: AppHandler<'purses.balance'> = async ({ purse }, app) => {
  const settings = await app.priced()
  return app.purses.balance(purse, (holding, total) => app.watch.sawBalance(holding, total, (atomic) => inWords(atomic, findNetwork(holding.network)?.token.decimals ?? 0, settings)))
}
