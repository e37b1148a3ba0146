import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeJson, encodeJson, purchaseEventSchema, purchaseSchema } from '../../store/codec'
import { reservedAmount } from '../spending/reserved'
import { applyEvent, isLive } from './machine'
import { expired, fold, quoted, signed, terms } from './machine.fixtures'
import { allows, arrivedAt, every, heldBack, isPaid, isRecognised, paysExactly, purchaseOf, settlementOf, spendableUntil, type History } from './machine.model.fixtures'
import type { Purchase, PurchaseEvent } from './purchase'
import { modelRuns } from './runs.model.fixtures'
import { anyTold, eventFor, longAfter, type Told } from './told.model.fixtures'

const id = 'p1'
const { numRuns, timeout } = modelRuns(300)

/** What the machine accepted so far, and the purchase it made of that. */
interface Life {
  history: History
  purchase: Purchase | null
}

/** One event told to the machine as one of the purchase `to`: what was before, whether it was accepted, what is afterwards. */
interface Step {
  readonly event: PurchaseEvent
  readonly to: string
  readonly before: Life
  readonly accepted: boolean
  readonly after: Life
}
type Law = (step: Step) => void

function tell(before: Life, event: PurchaseEvent, to: string): Step {
  const result = applyEvent(before.purchase, event, to)
  const after = result.ok ? { history: [...before.history, event], purchase: result.value } : before
  return { event, to, before, accepted: result.ok, after }
}

/** Tells an event to the purchase, or to another that it is then mistaken for, and asks whether the law still holds. */
class Tell implements fc.Command<Life, Law> {
  constructor(
    readonly told: Told,
    readonly to = id,
  ) {}

  check = (life: Life): boolean => this.to === id || life.purchase !== null
  toString = (): string => `${this.to} ${fc.stringify(this.told)}`

  run(life: Life, law: Law): void {
    const step = tell(life, eventFor(this.told, terms), this.to)
    law(step)
    Object.assign(life, step.after)
  }
}
const anyTell = fc.tuple(anyTold(), fc.constantFrom(id, id, id, id, id, id, id, 'p2')).map(([told, to]) => new Tell(told, to))

/** Lives that begin like this; the rest of each is whatever comes. */
const beginnings = [
  [], ['quoted'], ['quoted', 'reserved'], ['quoted', 'reserved', 'signed'], ['quoted', 'reserved', 'signed', 'sent'],
  ['quoted', 'reserved', 'signed', 'sent', 'answered'], ['quoted', 'reserved', 'signed', 'sent', 'settled'], ['recognised'],
] as const satisfies readonly (readonly Told['type'][])[]
const anyBeginning = fc.constantFrom<readonly Told['type'][]>(...beginnings).chain((types) => fc.tuple(...types.map((type) => anyTold([type]))))

function holds(law: Law): void {
  fc.assert(
    fc.property(anyBeginning, fc.commands([anyTell], { maxCommands: 30, size: 'max' }), (beginning, commands) => {
      const life: Life = { history: [], purchase: null }
      for (const told of beginning) new Tell(told).run(life, law)
      fc.modelRun(() => ({ model: life, real: law }), commands)
    }),
    { numRuns },
  )
}

const reread = (event: PurchaseEvent): PurchaseEvent | null => decodeJson(purchaseEventSchema, encodeJson(event))

/** The journal, written and read again, folded from the start. */
function rebuilt(history: History): Purchase | null {
  return history.map(reread).reduce<Purchase | null>((purchase, event) => {
    const result = event === null ? null : applyEvent(purchase, event, id)
    if (result?.ok !== true) throw new Error(`the journal cannot be read again: ${fc.stringify(event)}`)
    return result.value
  }, null)
}

const laws: Record<string, Law> = {
  'no more than one nonce is ever signed, and every signature pays exactly the terms': ({ after: { history, purchase } }) => {
    const signatures = every(history, 'signed')
    expect(new Set(signatures.map(({ authorization }) => authorization.nonce)).size).toBeLessThanOrEqual(1)
    for (const signature of signatures) expect(paysExactly(signature, terms)).toBe(true)
    expect(purchase?.signed?.authorization).toEqual(signatures.at(-1)?.authorization)
  },

  'the terms are those of the quote for good': ({ after: { purchase } }) => {
    expect(purchase?.terms ?? terms).toEqual(terms)
    expect(purchase?.id ?? id).toBe(id)
  },

  'it is void only when nothing was signed or everything signed has expired': ({ before, event, after: { history, purchase } }) => {
    if (purchase?.state !== 'void' || before.purchase?.state === 'void') return
    expect(event.type).toBe('expired')
    expect(event.at).toBeGreaterThan(spendableUntil(history) ?? -Infinity)
  },

  'what is paid is never unpaid again': ({ before, after: { history, purchase } }) => {
    const saysPaid = (one: Purchase | null): boolean => ['settled', 'undelivered', 'delivered'].includes(one?.state ?? '')
    if (saysPaid(before.purchase)) expect(saysPaid(purchase)).toBe(true)
    expect(saysPaid(purchase)).toBe(isPaid(history))
    expect(purchase !== null && purchase.settlement !== null).toBe(isPaid(history))
  },

  'once anything was signed, the chain can always say that it was paid': ({ after: { history, purchase } }) => {
    const paid = applyEvent(purchase, { type: 'settled', at: longAfter, transaction: null }, id)
    expect(paid.ok).toBe(every(history, 'signed').length > 0 && every(history, 'settled').length === 0)
  },

  'it is delivered exactly when it is paid and its content came, or the chain told of it first, and stays so': ({ before, after: { history, purchase } }) => {
    expect(purchase?.state === 'delivered').toBe(isRecognised(history) || (isPaid(history) && arrivedAt(history) !== null))
    if (before.purchase?.state === 'delivered') expect(purchase?.state).toBe('delivered')
  },

  'content that came is never forgotten': ({ before, after: { history, purchase } }) => {
    expect(purchase?.deliveredAt ?? null).toBe(arrivedAt(history))
    if (typeof before.purchase?.deliveredAt === 'number') expect(purchase?.deliveredAt).toBe(before.purchase.deliveredAt)
  },

  'a settlement is never exchanged for another, nor its transaction once named': ({ before, after: { history, purchase } }) => {
    const earlier = before.purchase?.settlement ?? null
    expect(purchase?.settlement ?? null).toEqual(settlementOf(history))
    if (earlier === null) return
    expect(purchase?.settlement?.at).toBe(earlier.at)
    if (earlier.transaction !== null) expect(purchase?.settlement?.transaction).toBe(earlier.transaction)
  },

  'what came back counts once a transfer, only of what was paid, and is never forgotten': ({ before, event, accepted, after: { history, purchase } }) => {
    const refunds = purchase?.refunds ?? []
    expect(new Set(refunds.map(({ transaction, logIndex }) => `${transaction} ${String(logIndex)}`)).size).toBe(refunds.length)
    expect(refunds.slice(0, before.purchase?.refunds.length)).toEqual(before.purchase?.refunds ?? [])
    if (refunds.length > 0) expect(isPaid(history)).toBe(true)
    if (event.type !== 'refunded' || !accepted || purchase === null) return
    expect({ ...purchase, refunds: null, version: 0, updatedAt: 0 }).toEqual({ ...before.purchase, refunds: null, version: 0, updatedAt: 0 })
  },

  'its price is held back while anything signed could still be charged': ({ after: { history, purchase } }) => {
    if (purchase === null) return
    expect(reservedAmount(purchase)).toBe(heldBack(history))
    const unsettled = every(history, 'signed').length > 0 && purchase.settlement === null
    if (unsettled && purchase.state !== 'void') expect(reservedAmount(purchase)).toBe(terms.amount)
  },

  'it is watched until it is delivered or void, and there is always a way to that end': ({ after: { purchase } }) => {
    if (purchase === null) return
    expect(isLive(purchase)).toBe(!['delivered', 'void'].includes(purchase.state))
    const end: PurchaseEvent = { type: purchase.settlement === null ? 'expired' : 'delivered', at: longAfter }
    const ended = applyEvent(purchase, end, id)
    if (isLive(purchase)) expect(ended.ok && !isLive(ended.value)).toBe(true)
  },

  'what is refused changes nothing, and nothing that is given to the machine is touched': ({ before: { purchase }, event, to, accepted }) => {
    const given = structuredClone({ purchase, event })
    const result = applyEvent(given.purchase, given.event, to)
    expect(fc.stringify(given)).toBe(fc.stringify({ purchase, event }))
    if (!accepted) expect(result).toEqual({ ok: false, error: 'illegal-transition' })
  },

  'the purchase is what its journal tells, also read from the disk': ({ after: { history, purchase } }) => {
    expect(rebuilt(history)).toEqual(purchase)
    expect(purchase?.version ?? 0).toBe(history.length)
    if (purchase !== null) expect(decodeJson(purchaseSchema, encodeJson(purchase))).toEqual(purchase)
  },
}

describe('whatever happens to a purchase, in any order and at any time', () => {
  it.each(Object.entries(laws))('%s', (_, law) => holds(law), timeout)

  it('it is what its history alone tells, and exactly what makes sense is accepted', () => {
    holds(({ before: { history }, event, to, accepted, after }) => {
      expect(accepted, `accepted after ${types(history)}`).toBe(to === id && allows(history, event))
      if (after.purchase !== null) expect(after.purchase).toEqual(purchaseOf(after.history, id))
    })
  }, timeout)

  it('nothing is signed that was not reserved', () => {
    expect(fold([quoted, expired, signed])?.signed).toBeNull()
  })
})

const types = (history: History): string => history.map(({ type }) => type).join(' ')
