import type { Result } from '../../core/result'
import { err, ok } from '../../core/result'
import type { Authority } from '../../vault/authority'

/** How long a proof may lie unused. */
export const proofMs = 2 * 60_000
/** A page that asks again and again pushes out its own oldest question. */
const mostQuestions = 8

interface Question {
  readonly act: string
  /** What it allows, in words. */
  readonly about: string
  /** Null until the reader has proved to be the reader. */
  proof: { readonly authority: Authority; readonly until: number; readonly timer: ReturnType<typeof setTimeout> } | null
}

/**
 * Fresh proofs: each belongs to one message, letter by letter, is taken once, and dies after two minutes,
 * with the wallet's locking, and with the worker. Nothing of it is ever stored.
 */
export class StepUps {
  readonly #questions = new Map<string, Question>()
  readonly #now: () => number

  /** @param now milliseconds on a clock that cannot be turned back */
  constructor(now: () => number) {
    this.#now = now
  }

  /** @param act the message the proof will be for, in its one spelling (see actOf) @param about the same in words */
  begin(act: string, about: string): string {
    const id = crypto.randomUUID()
    this.#questions.set(id, { act, about, proof: null })
    const [oldest] = this.#questions.keys()
    if (this.#questions.size > mostQuestions && oldest !== undefined) this.#drop(oldest)
    return id
  }

  /** What a question is about, in words; null when there is no such question, or it has been answered. */
  asked(id: string): string | null {
    const question = this.#questions.get(id)
    return question?.proof === null ? question.about : null
  }

  /** Takes the authority over. A question that is gone by now wipes it. */
  proved(id: string, authority: Authority): boolean {
    const question = this.#questions.get(id)
    if (question?.proof !== null) {
      authority.wipe()
      return false
    }
    question.proof = { authority, until: this.#now() + proofMs, timer: setTimeout(() => this.#drop(id), proofMs) }
    return true
  }

  /**
   * The proof for exactly this message. Whatever comes of it, it is spent.
   * 'none' when there is no such proof or it is too old; 'other-act' when it was given for something else.
   */
  take(id: string, act: string): Result<Authority, 'none' | 'other-act'> {
    const question = this.#questions.get(id)
    this.#questions.delete(id)
    const proof = question?.proof ?? null
    if (question === undefined || proof === null) return err('none')
    clearTimeout(proof.timer)
    if (question.act === act && this.#now() < proof.until) return ok(proof.authority)
    proof.authority.wipe()
    return err(question.act === act ? 'none' : 'other-act')
  }

  /** Forgets every question and wipes every proof. */
  clear(): void {
    for (const id of [...this.#questions.keys()]) this.#drop(id)
  }

  #drop(id: string): void {
    const proof = this.#questions.get(id)?.proof ?? null
    this.#questions.delete(id)
    if (proof === null) return
    clearTimeout(proof.timer)
    proof.authority.wipe()
  }
}

/** A message in its one spelling, without the name of its proof: members as the contract orders them. */
export function actOf(type: string, input: unknown): string {
  return JSON.stringify([type, input], (key, value: unknown) => (key === 'stepUp' ? undefined : value))
}
