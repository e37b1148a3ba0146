import { knownNetwork } from '../network'
import { paths, type Routes, type ShopOptions } from '../options'
import type { Refunds } from '../refunds/refunds'
import type { Database } from '../state/database'
import { Sales } from '../state/sales'
import { Chain } from '../till/chain'
import { deskRoutes } from './routes'
import { Sessions } from './sessions'

export interface OpenDesk {
  readonly routes: Routes
  /** An address that opens the desk once, within fifteen minutes. For the seller's eyes alone. */
  link(): Promise<string>
}

/** @throws where the options name no network that is known */
export function openDesk(shop: ShopOptions, refunds: Refunds, database: Database): OpenDesk {
  const network = knownNetwork(shop.network)
  const sessions = new Sessions(database)
  const chain = new Chain(network, shop.endpoint ?? network.defaultEndpoint)
  return {
    routes: deskRoutes({ shop, sales: new Sales(database), refunds, sessions, chain }),
    link: async () => `${new URL(shop.origin).origin}${paths.desk}/in/${await sessions.makeLink()}`,
  }
}
