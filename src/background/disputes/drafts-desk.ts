import { isOpen } from '../../core/dispute/machine'
import { ok, type Result } from '../../core/result'
import type { Input, OwnMessageType, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import { mostDrafts, type KeptDraft } from '../../store/keepsakes'
import type { Books, OpenBooks } from '../books'
import { locked } from '../locked'

type Answer<K extends OwnMessageType> = Promise<Result<Output<K>, Refusal>>


/** Requests that are being written: kept while the wallet is locked or the browser closed, until they are sent or thrown away. */
export class DraftsDesk {
  readonly #open: OpenBooks

  constructor(open: OpenBooks) {
    this.#open = open
  }

  async keep({ payment, problem, draft }: Input<'disputes.draft'>): Answer<'disputes.draft'> {
    const books = await this.#open()
    if (books === null) return locked()
    // What is written about a payment that is gone, or was asked back meanwhile, is a draft of nothing.
    if (draft !== null && !(await canBeWritten(books, payment))) return ok(null)
    await change(books, (drafts) => {
      const others = drafts.filter((one) => one.payment !== payment || one.problem !== problem)
      return draft === null ? others : [...others, { payment, problem, ...draft }].slice(-mostDrafts)
    })
    return ok(null)
  }

  async read(): Answer<'disputes.drafts'> {
    const books = await this.#open()
    if (books === null) return locked()
    const { drafts } = (await books.keepsakes.drafts.read()) ?? { drafts: [] }
    const views = await Promise.all(
      drafts.toReversed().map(async (draft) => {
        const purchase = (await canBeWritten(books, draft.payment)) ? await books.purchases.get(draft.payment) : null
        return purchase === null ? null : { ...draft, title: purchase.terms.title }
      }),
    )
    return ok(views.filter((view) => view !== null))
  }
}

/** The request was sent: what was written about this payment is kept with it from now on. */
export const forgetDrafts = (books: Pick<Books, 'keepsakes'>, payment: string): Promise<void> => change(books, (drafts) => drafts.filter((one) => one.payment !== payment))

async function canBeWritten({ purchases, disputes }: Books, payment: string): Promise<boolean> {
  return (await purchases.get(payment)) !== null && !(await disputes.ofPayment(payment)).some(({ dispute }) => isOpen(dispute))
}

async function change({ keepsakes }: Pick<Books, 'keepsakes'>, next: (drafts: readonly KeptDraft[]) => KeptDraft[]): Promise<void> {
  await keepsakes.drafts.change((current) => {
    const drafts = next(current?.drafts ?? [])
    return drafts.length === 0 ? null : { drafts }
  })
}
