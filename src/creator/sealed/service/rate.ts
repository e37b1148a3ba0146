/** Requests that one address may have answered at once, and each second after that. */
const burst = 100
const perSecond = 10
/** Addresses that are counted at one time. */
const mostCounted = 10_000

/** Keeps one asker from taking all of a service's time. */
export class Rate {
  readonly #counted = new Map<string, { left: number; at: number }>()

  /** Whether one more request of an address may be answered. @param now milliseconds */
  allows(from: string, now: number): boolean {
    const known = this.#counted.get(from)
    const left = known === undefined ? burst : Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond)
    if (left < 1) return false
    if (known === undefined && this.#counted.size >= mostCounted) this.#counted.clear()
    this.#counted.set(from, { left: left - 1, at: now })
    return true
  }
}
