import { err, type Result } from '../../core/result'
import type { Input, OwnMessageType, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'

type Answer<K extends OwnMessageType> = Promise<Result<Output<K>, Refusal>>

const notYet = async (): Promise<Result<never, Refusal>> => err({ code: 'refused', sentence: 'Farthing cannot do this yet. Nothing was sent.' })

/** What is asked of sellers when a sale went wrong, and what becomes of it. */
export class DisputesDesk {
  readonly assess: (input: Input<'disputes.assess'>) => Answer<'disputes.assess'> = notYet
  readonly preview: (input: Input<'disputes.preview'>) => Answer<'disputes.preview'> = notYet
  readonly file: (input: Input<'disputes.file'>) => Answer<'disputes.file'> = notYet
  readonly list: () => Answer<'disputes.list'> = notYet
  readonly read: (input: Input<'disputes.read'>) => Answer<'disputes.read'> = notYet
  readonly refresh: (dispute: string) => Answer<'disputes.refresh'> = notYet
  readonly note: (input: Input<'disputes.note'>) => Answer<'disputes.note'> = notYet
  readonly counter: (input: Input<'disputes.counter'>) => Answer<'disputes.counter'> = notYet
  readonly escalate: (input: Input<'disputes.escalate'>) => Answer<'disputes.escalate'> = notYet
  readonly close: (input: Input<'disputes.close'>) => Answer<'disputes.close'> = notYet
  readonly save: (dispute: string) => Answer<'disputes.save'> = notYet
}
