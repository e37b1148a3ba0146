import type { TransferAuthorization } from '../../core/authorization/transfer'
import type { ChainFault } from '../../core/chain/faults'
import { boundPayer, canonicalResource } from '../../core/purchase/identity'
import type { Purchase } from '../../core/purchase/purchase'
import { ok, type Result } from '../../core/result'
import { siteOfTerms } from '../../store/spending-book'
import type { Books } from '../books'
import type { ChainReader } from '../chain/chain-reader'
import type { Purse } from '../purses/purses'
import type { Approval } from './approval-state'

/** Who pays, and whether that is so only because this purse began to. */
export interface Payer {
  readonly purse: Purse
  readonly isBound: boolean
}

/**
 * The purse that pays for a purchase: the one that has signed for it, if one has; else the site's. Null where the one that has
 * signed is not among those that are known: no other may pay then.
 */
export async function payerOf(asked: Pick<Approval, 'page'>, history: readonly Purchase[], counter: number, { purses }: Pick<Books, 'purses'>): Promise<Payer | null> {
  const own = await purses.of(siteOfTerms(asked))
  const bound = boundPayer(history, counter)
  if (bound === null || bound === own.address) return { purse: own, isBound: false }
  const purse = await purses.at(bound)
  return purse === null ? null : { purse, isBound: true }
}

/**
 * Whether another purse has paid for this already, in a past that the wallet does not remember: then that payment's draft, else null.
 * Asks about one account after the other, each of its own endpoint, and each with a number of its own.
 */
export async function paidElsewhere(
  draft: TransferAuthorization,
  purchase: { readonly resource: string; readonly counter: number },
  { purses, keyring }: Pick<Books, 'purses' | 'keyring'>,
  chain: Pick<ChainReader, 'read'>,
): Promise<Result<TransferAuthorization | null, ChainFault>> {
  const { network, asset } = draft
  const identity = { network, asset, counter: purchase.counter, resource: canonicalResource(purchase.resource) }
  for (const { address } of await purses.witnesses(draft.from)) {
    const nonce = keyring.purchaseNonce(identity, address)
    const read = await chain.read(network, address, nonce)
    if (!read.ok) return read
    if (read.value.used) return ok({ ...draft, from: address, nonce })
  }
  return ok(null)
}
