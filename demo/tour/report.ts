import { dollars } from '../newspaper/dollars'

/** What one purchase did to the purse. Amounts in atomic units; balances as the chain tells them. */
export interface Bill {
  readonly price: bigint
  readonly before: bigint
  readonly after: bigint
  readonly transaction: string
  /** From the reader's yes to the text being there, settlement included. */
  readonly milliseconds: number
}

/** Tells the tour as it happens, one numbered step after the other. */
export class Report {
  #steps = 0

  /** Does one step, and prints what it says about itself and how long it took. */
  async step<T>(what: string, doing: () => Promise<T>, tell: (done: T) => readonly string[] = () => []): Promise<T> {
    this.#steps += 1
    const began = performance.now()
    const done = await doing()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${String(this.#steps).padStart(2)}  ${what} (${seconds} s)`)
    for (const line of tell(done)) console.log(`    ${line}`)
    return done
  }
}

export const billLines = ({ price, before, after, transaction, milliseconds }: Bill): readonly string[] => [
  `price ${dollars(price)}, purse ${dollars(before)} before and ${dollars(after)} after, by the chain`,
  `transaction ${transaction}`,
  `${milliseconds} ms from the reader’s yes to the text`,
]
