import { ok, type Result } from '../result'
import { applyEvent } from './machine'
import type { Purchase, PurchaseEvent } from './purchase'

/** One event in the life of a purchase, between what it was and what it is then. */
export interface Step {
  readonly before: Purchase | null
  readonly event: PurchaseEvent
  readonly after: Purchase
}

/** What events make of a purchase, one after the other. @param first null where it begins with them */
export function stepsOf(first: Purchase | null, events: readonly PurchaseEvent[], id: string): Result<readonly Step[], 'illegal-transition'> {
  const steps: Step[] = []
  let before = first
  for (const event of events) {
    const applied = applyEvent(before, event, id)
    if (!applied.ok) return applied
    steps.push({ before, event, after: applied.value })
    before = applied.value
  }
  return ok(steps)
}

/** What events lead to; null where they lead nowhere, or one of them is missing. */
export function foldOf(events: readonly (PurchaseEvent | null)[], id: string): Purchase | null {
  const known = events.filter((event) => event !== null)
  const steps = stepsOf(null, known, id)
  return steps.ok && known.length === events.length ? (steps.value.at(-1)?.after ?? null) : null
}
