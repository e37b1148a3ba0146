import { refundNonceOf } from '../../core/dispute/identity'
import { requestMessage } from '../../core/dispute/request'
import type { Purchase } from '../../core/purchase/purchase'
import type { KeptDispute } from '../../store/disputes'

/**
 * Everything about one dispute as a file that others can check without Farthing (docs/PROTOCOLS.md, "Disputes"): the request that was
 * signed, the statement that it binds, every text that the statement names, and the log with its chain of hashes.
 */
export function disputeBundle({ id, log, dispute }: KeptDispute, { terms }: Purchase): { readonly name: string; readonly text: string } {
  const { request, signature, evidence, items } = dispute
  const bundle = {
    farthing: 'dispute',
    version: 1,
    request: requestMessage(request),
    signature,
    refundNonce: refundNonceOf(request.disputeId),
    evidence: JSON.parse(evidence) as unknown,
    items,
    title: terms.title,
    log,
  }
  return { name: `farthing-dispute-${id.slice(0, 8)}.json`, text: JSON.stringify(bundle, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2) }
}
