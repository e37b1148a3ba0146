import { useRef, useState } from 'preact/hooks'
import { problems, type Problem } from '../../../core/dispute/problem'
import { send } from '../../../messaging/client'
import type { Input } from '../../../messaging/contract'
import { useView } from '../../shared/use-view'
import type { Draft } from './ask'

/** What the reader has written about a payment, for each thing that may have gone wrong with it. */
export interface Drafts {
  /** It is known what was written before. */
  readonly isReady: boolean
  /** What was begun and not sent; null for nothing. */
  readonly begun: Problem | null
  readonly of: (problem: Problem) => Draft | null
  /** Null throws it away. */
  readonly keep: (problem: Problem, draft: Draft | null) => void
}

/** Every letter is handed to the worker, which keeps it sealed: a wallet that locks itself or a browser that is closed takes nothing of it. */
export function useDrafts(payment: string): Drafts {
  const view = useView('disputes.drafts', {}, [])
  const [written, setWritten] = useState<Partial<Record<Problem, Draft | null>>>({})
  const hand = useRef(new Hand())
  const stored = view.state === 'ready' ? view.value.filter((draft) => draft.payment === payment) : []
  const of = (problem: Problem): Draft | null => {
    const here = written[problem]
    return here === undefined ? (stored.find((draft) => draft.problem === problem) ?? null) : here
  }
  return {
    isReady: view.state !== 'waiting',
    begun: problems.find((problem) => of(problem) !== null) ?? null,
    of,
    keep: (problem, draft) => {
      setWritten((all) => ({ ...all, [problem]: draft }))
      hand.current.give({ payment, problem, draft: draft === null ? null : { amount: draft.amount, words: draft.words, share: [...draft.share] } })
    },
  }
}

/** One is handed over at a time; of those about one problem that come up meanwhile only the newest. */
class Hand {
  readonly #next = new Map<Problem, Input<'disputes.draft'>>()
  #isGiving = false

  give(input: Input<'disputes.draft'>): void {
    this.#next.set(input.problem, input)
    if (!this.#isGiving) void this.#giveAll()
  }

  async #giveAll(): Promise<void> {
    this.#isGiving = true
    for (let [input] = this.#next.values(); input !== undefined; [input] = this.#next.values()) {
      this.#next.delete(input.problem)
      await send('disputes.draft', input)
    }
    this.#isGiving = false
  }
}
