import type { PurchaseState } from '../../../core/purchase/purchase'

const paid: ReadonlySet<PurchaseState> = new Set(['settled', 'delivered', 'undelivered'])

/** Whether the money has moved: the chain has shown it. */
export const isPaid = ({ state }: { readonly state: PurchaseState }): boolean => paid.has(state)
