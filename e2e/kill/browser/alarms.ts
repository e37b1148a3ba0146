import type { Agenda } from '../agenda'
import type { Clock } from '../clock'

interface Info {
  /** Milliseconds since 1970. */
  readonly when?: number
  readonly delayInMinutes?: number
  readonly periodInMinutes?: number
}

const minute = 60_000

/** The browser's alarms. They outlive the worker and wake it. */
export class Alarms {
  readonly agenda: Agenda
  readonly #clock: Clock
  readonly #ring: (name: string) => void

  constructor(agenda: Agenda, clock: Clock, ring: (name: string) => void) {
    this.agenda = agenda
    this.#clock = clock
    this.#ring = ring
  }

  create(name: string, { when, delayInMinutes, periodInMinutes }: Info): void {
    const first = delayInMinutes ?? periodInMinutes ?? 0
    this.#set(name, when ?? this.#clock.now() + first * minute, periodInMinutes ?? null)
  }

  clear(name: string): boolean {
    return this.agenda.drop(name)
  }

  #set(name: string, at: number, period: number | null): void {
    const run = (): void => {
      if (period === null) this.agenda.drop(name)
      else this.#set(name, at + period * minute, period)
      this.#ring(name)
    }
    this.agenda.set(name, { at, run })
  }
}
