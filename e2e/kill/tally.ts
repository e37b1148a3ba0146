import { applyEvent } from '../../src/core/purchase/machine'
import type { Purchase } from '../../src/core/purchase/purchase'
import type { Entry } from './books'
import type { Aftermath } from './run'

/** Counts in which state what struck, and how the runs ended. */
export class Tally {
  readonly #struck = new Map<string, number>()
  readonly #ended = new Map<string, number>()

  add({ falls }: Aftermath, books: readonly Entry[]): void {
    for (const { target, journalled } of falls) count(this.#struck, `${target} in ${stateAfter(books[0], journalled)}`)
    count(this.#ended, books.length === 0 ? 'nothing begun' : books.map(({ purchase }) => purchase.state).join(' and '))
  }

  text(): string {
    return `struck: ${listed(this.#struck)}\nended: ${listed(this.#ended)}`
  }
}

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')

/** The state of the first purchase when the journal had so many events. */
function stateAfter(entry: Entry | undefined, journalled: number): Purchase['state'] | 'nothing' {
  if (entry === undefined || journalled === 0) return 'nothing'
  let purchase: Purchase | null = null
  for (const event of entry.journal.slice(0, journalled)) {
    const applied = applyEvent(purchase, event, entry.purchase.id)
    if (applied.ok) purchase = applied.value
  }
  return purchase?.state ?? 'nothing'
}
