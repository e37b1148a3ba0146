import { knownNetwork } from '../network'
import type { RefundTerms, ShopOptions } from '../options'
import type { Database } from '../state/database'
import { RefundBooks } from '../state/refunds'
import { Chain } from '../till/chain'
import { Facilitator } from '../till/facilitator'
import { facilitatorPatience } from './pay-back'
import { Refunds } from './refunds'

/**
 * What a shop needs to give money back. What was under way when it was closed is looked for.
 * @throws where the options name no network that is known
 */
export function openRefunds({ network, endpoint, facilitator, key }: ShopOptions, terms: RefundTerms, database: Database): Refunds {
  const found = knownNetwork(network)
  const purse = key === undefined ? null : { key, network: found, facilitator: new Facilitator(facilitator, found, facilitatorPatience) }
  const refunds = new Refunds({ books: new RefundBooks(database), terms, chain: new Chain(found, endpoint ?? found.defaultEndpoint), purse })
  void refunds.settleAll().catch(() => undefined)
  return refunds
}
