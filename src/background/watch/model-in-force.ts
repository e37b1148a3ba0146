import type { InForce } from '../../core/policy/consent'
import type { Model } from '../../core/risk/model'
import type { PolicyBook } from '../../store/policy-book'
import { shippedModel } from './shipped-model'

/** The one that was read last: reading another takes longer than scoring with it a thousand times. */
let exchanged: { readonly sha256: string; readonly model: Model } | null = null

/** What the watch scores with: what the reader has agreed to, or the one that came with this version, also where the other is not here or damaged. */
export async function modelBy(book: Pick<PolicyBook, 'model'>, named: InForce['model']): Promise<Model | null> {
  if (named === null) return shippedModel()
  if (exchanged?.sha256 === named.sha256) return exchanged.model
  const model = await book.model(named)
  if (model !== null) exchanged = { sha256: named.sha256, model }
  return model ?? shippedModel()
}
