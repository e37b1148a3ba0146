import type { Chain } from '../../demo/world/chain'

/** The time that wallet and chain share. It runs as time does, and can be moved on; never back. Milliseconds since 1970. */
export class Clock {
  #ahead = 0
  /** What the chain has been told of `ahead`, in seconds. */
  #told = 0
  readonly #chain: Pick<Chain, 'client'>

  constructor(chain: Pick<Chain, 'client'>) {
    this.#chain = chain
  }

  now(): number {
    return Date.now() + this.#ahead
  }

  /** Moves on to a moment, if it is still to come; the chain gets a block of that time. */
  async moveTo(moment: number): Promise<void> {
    this.#ahead += Math.max(0, moment - this.now())
    const seconds = Math.floor(this.#ahead / 1000) - this.#told
    if (seconds <= 0) return
    this.#told += seconds
    await this.#chain.client.increaseTime({ seconds })
    await this.#chain.client.mine({ blocks: 1 })
  }
}
