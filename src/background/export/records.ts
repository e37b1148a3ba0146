import { unlabelled } from '../../core/history/label'
import type { KeptDispute } from '../../store/disputes'
import type { Books } from '../books'
import type { PaymentRecord } from './payment-record'

/** Which payments are read, by their places in the sequence, and how many at once from the disk. */
export interface Stretch {
  readonly first: number
  readonly last: number
  readonly atOnce: number
}
const everything: Stretch = { first: 1, last: Infinity, atOnce: 256 }

type Records = Pick<Books, 'purchases' | 'labels' | 'disputes'>

interface Some {
  readonly records: readonly PaymentRecord[]
  readonly next: number | null
}

/** Every payment that can be read with what happened to it, in the order they were begun, some at a time. */
export async function* everyRecord({ purchases, labels, disputes }: Records, stretch: Partial<Stretch> = {}): AsyncGenerator<PaymentRecord, undefined> {
  const { first, last, atOnce } = { ...everything, ...stretch }
  // Few payments have any.
  const disputed = byPayment((await disputes.all()).toReversed())
  const told = async (after: number): Promise<Some> => {
    const { stories, next } = await purchases.stories({ after, last, limit: atOnce })
    const written = await labels.readMany(stories.map(({ purchase }) => purchase.id))
    return { records: stories.map((story, at) => ({ ...story, label: written[at] ?? unlabelled, disputes: disputed.get(story.purchase.id) ?? [] })), next }
  }
  let some: Some | null = await told(first - 1)
  while (some !== null) {
    // What comes next is read from the disk while this is written.
    const following: Promise<Some> | null = some.next === null ? null : told(some.next)
    following?.catch(() => undefined)
    yield* some.records
    some = following === null ? null : await following
  }
}

function byPayment(disputes: readonly KeptDispute[]): ReadonlyMap<string, readonly KeptDispute[]> {
  const all = new Map<string, readonly KeptDispute[]>()
  for (const one of disputes) all.set(one.payment, [...(all.get(one.payment) ?? []), one])
  return all
}
