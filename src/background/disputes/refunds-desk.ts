import { err, type Result } from '../../core/result'
import type { Input, OwnMessageType, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'

type Answer<K extends OwnMessageType> = Promise<Result<Output<K>, Refusal>>

const notYet = async (): Promise<Result<never, Refusal>> => err({ code: 'refused', sentence: 'Farthing cannot do this yet. Nothing was sent.' })

/** Money that comes back, as the chain tells of it. */
export class RefundsDesk {
  readonly look: (payment: string) => Answer<'refunds.look'> = notYet
  readonly answer: (input: Input<'refunds.answer'>) => Answer<'refunds.answer'> = notYet
}
