import { setImmediate as turn } from 'node:timers/promises'

/** Turns of the event loop after which nothing more comes of what has ended. */
const turns = 4

/** Counts what is under way outside of any program: requests, transactions, calls of the browser. */
export class Stillness {
  #pending = 0
  #changes = 0
  #waiting: (() => void)[] = []

  /** Something begins. Returns what says that it is over. */
  begin(): () => void {
    this.#pending += 1
    this.#changes += 1
    let over = false
    return () => {
      if (over) return
      over = true
      this.#pending -= 1
      this.#changes += 1
      if (this.#pending === 0) for (const wake of this.#waiting.splice(0)) wake()
    }
  }

  /** Waits until nothing is under way and nothing new comes of it. */
  async reached(): Promise<void> {
    for (;;) {
      if (this.#pending > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
      const before = this.#changes
      for (let count = 0; count < turns; count += 1) await turn()
      if (this.#pending === 0 && this.#changes === before) return
    }
  }
}
