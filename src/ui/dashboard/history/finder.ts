import type { Reply } from '../../../messaging/contract'
import type { HistoryRow, HistoryView } from '../../../messaging/views'
import type { Question } from './look'

/** What has been found so far. */
export interface Found extends Pick<HistoryView, 'count' | 'sums' | 'hosts' | 'tags' | 'reading'> {
  /** What it answers. */
  readonly question: Question
  /** By place in what was found; those that were looked at. */
  readonly rows: ReadonlyMap<number, HistoryRow>
}

export interface Finding {
  /** Null before the first answer. It may still answer an earlier question: see `isCurrent`. */
  readonly found: Found | null
  /** What is shown answers what is asked. */
  readonly isCurrent: boolean
  /** Why the last question was not answered, for the reader; null while there is nothing to say. */
  readonly failure: string | null
}

export type Ask = (question: Question, offset: number, limit: number) => Promise<Reply<'history.search'>>

/** Rows of one answer. */
export const windowSize = 200
/** Rows that are fetched beyond those that are seen. */
const margin = 40

/**
 * Fetches what is seen of a long list, and no more. One question is under way at a time; of those that come up meanwhile
 * only the newest is asked, and an answer to an older one is dropped.
 */
export class Finder {
  readonly #ask: Ask
  readonly #tell: (finding: Finding) => void
  #question: Question | null = null
  #found: Found | null = null
  #failure: string | null = null
  /** The first and last place that are seen. */
  #seen = { first: 0, last: 0 }
  /** Grows with whatever makes earlier answers old. */
  #edition = 0
  #answered = -1
  #asking = false
  #stopped = false

  constructor(ask: Ask, tell: (finding: Finding) => void) {
    this.#ask = ask
    this.#tell = tell
  }

  /** Asks something else. @param first where in the answer the reader will be looking */
  look(question: Question, first: number): void {
    this.#question = question
    this.#seen = { first, last: first }
    this.refresh()
  }

  /** What is kept may have changed: what is seen is asked for again, and shown until the answer comes. */
  refresh(): void {
    this.#edition++
    this.#report()
    void this.#fetch()
  }

  /** These places are seen now. */
  see(first: number, last: number): void {
    this.#seen = { first, last }
    if (this.#failure === null) void this.#fetch()
  }

  stop(): void {
    this.#stopped = true
  }

  async #fetch(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    for (let offset = this.#needed(); offset !== null; offset = this.#needed()) await this.#fetchFrom(offset)
    this.#asking = false
  }

  async #fetchFrom(offset: number): Promise<void> {
    const [edition, question] = [this.#edition, this.#question]
    if (question === null) return
    const reply = await this.#ask(question, offset, windowSize)
    if (this.#stopped || question !== this.#question) return
    this.#failure = reply.ok ? null : reply.sentence
    if (reply.ok) this.#take(reply.value, { question, offset, edition })
    this.#answered = edition
    this.#report()
  }

  /** Where the next question has to begin, or null when everything seen is there. */
  #needed(): number | null {
    if (this.#stopped || this.#question === null) return null
    const { first, last } = this.#seen
    const from = Math.max(0, first - margin)
    if (this.#answered !== this.#edition) return from
    if (this.#failure !== null || this.#found === null) return null
    const { rows, count } = this.#found
    for (let at = from; at <= Math.min(last + margin, count - 1); at++) if (!rows.has(at)) return at
    return null
  }

  #take({ rows, ...facts }: HistoryView, { question, offset, edition }: { readonly question: Question; readonly offset: number; readonly edition: number }): void {
    // A list of another length is another list: nothing is known of places that were not asked for.
    const isSame = this.#answered === edition && this.#found?.count === facts.count
    const known = isSame ? new Map(this.#found?.rows) : new Map<number, HistoryRow>()
    rows.forEach((row, at) => known.set(offset + at, row))
    // A list that ends before it was thought to: what is missing is not asked for over and over.
    const count = rows.length === 0 && offset < facts.count ? offset : facts.count
    this.#found = { ...facts, count, question, rows: known }
  }

  #report(): void {
    if (this.#stopped) return
    this.#tell({ found: this.#found, isCurrent: this.#answered === this.#edition, failure: this.#failure })
  }
}
