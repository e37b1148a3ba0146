import { networks } from '../../src/core/networks/networks'
import { canonicalResource } from '../../src/core/purchase/identity'
import type { Purchase, PurchaseEvent } from '../../src/core/purchase/purchase'
import { purchaseRepository } from '../../src/store/purchases'
import { lookInto } from './profile'
import type { Stage } from './stage'

/** One purchase as the disk tells it, twice. */
export interface Entry {
  /** The snapshot that the wallet reads. */
  readonly purchase: Purchase
  /** What the journal alone tells; null when it is broken. */
  readonly rebuilt: Purchase | null
  readonly journal: readonly PurchaseEvent[]
}

/** Every purchase on this disk, oldest first, read with the wallet's own keys. */
export async function readBooks({ keyring }: Pick<Stage, 'keyring'>, disk: IDBFactory): Promise<readonly Entry[]> {
  const db = lookInto(disk)
  try {
    const purchases = purchaseRepository(db, keyring.sealer)
    const { purchases: all } = await purchases.list({ before: null, limit: 100 })
    const entries = all.map(async (purchase) => {
      const rebuilt = await purchases.rebuild(purchase.id)
      return { purchase, rebuilt: rebuilt.ok ? rebuilt.value : null, journal: await purchases.journal(purchase.id) }
    })
    return (await Promise.all(entries)).reverse()
  } finally {
    db.close()
  }
}

/** The nonce of the first purchase of a resource: the only one a single yes may ever sign. */
export function nonceOf({ keyring }: Pick<Stage, 'keyring'>, resource: string): string {
  const network = networks.find(({ id }) => id === 'eip155:31337')
  if (network === undefined) throw new Error('the local network is not known')
  return keyring.purchaseNonce({ network: network.id, asset: network.token.address, resource: canonicalResource(resource), counter: 0 })
}
