import { setTimeout as pause } from 'node:timers/promises'
import type { Agenda, Entry } from '../agenda'
import type { Clock } from '../clock'
import type { Stillness } from '../stillness'

interface Parts {
  readonly clock: Clock
  readonly stillness: Stillness
  /** Timers of the worker, and alarms of the browser. */
  readonly timers: Agenda
  readonly alarms: Agenda
}

/** How long something that neither timers nor requests explain (a key being derived) may take, in milliseconds. */
const patienceMs = 20_000

/** Lets time go by: nobody waits for a timer, the clock is moved on to it as soon as nothing else is under way. */
export class Time {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Until nothing is left to happen but alarms. */
  async still(): Promise<void> {
    const { stillness, timers } = this.#parts
    for (;;) {
      await stillness.reached()
      if (timers.next() === null) return
      await this.#step()
    }
  }

  /** Moves on by some milliseconds; everything that is due happens in its order. */
  async advance(ms: number): Promise<void> {
    const { clock, stillness } = this.#parts
    const until = clock.now() + ms
    for (;;) {
      await stillness.reached()
      const next = this.#next()
      if (next === null || next.at > until) break
      await this.#step()
    }
    await clock.moveTo(until)
    await this.still()
  }

  /** Until something is known. */
  async until<T>(promised: Promise<T>): Promise<T> {
    const isKnown = watch(promised)
    for (const began = Date.now(); Date.now() - began < patienceMs; ) {
      await this.#parts.stillness.reached()
      if (isKnown()) break
      if (this.#parts.timers.next() === null) await pause(2)
      else await this.#step()
    }
    return promised
  }

  /** The next thing happens, at its time. */
  async #step(): Promise<void> {
    const next = this.#next()
    if (next === null) return
    await this.#parts.clock.moveTo(next.at)
    this.#parts.timers.drop(next.name)
    next.run()
  }

  #next(): (Entry & { readonly name: string }) | null {
    const { timers, alarms } = this.#parts
    const timer = timers.next()
    const alarm = alarms.next()
    if (timer === null || alarm === null) return timer ?? alarm
    return alarm.at < timer.at ? alarm : timer
  }
}

/** Tells, from then on, whether something is known yet. */
function watch(promised: Promise<unknown>): () => boolean {
  let known = false
  const mark = (): void => {
    known = true
  }
  promised.then(mark, mark)
  return () => known
}
