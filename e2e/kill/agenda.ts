/** Something that is to happen at a moment. Milliseconds since 1970. */
export interface Entry {
  readonly at: number
  readonly run: () => void
}

/** What is to happen later, and when. */
export class Agenda {
  readonly #entries = new Map<string, Entry>()

  set(name: string, entry: Entry): void {
    this.#entries.set(name, entry)
  }

  drop(name: string): boolean {
    return this.#entries.delete(name)
  }

  clear(): void {
    this.#entries.clear()
  }

  /** What comes next, and at the same moment what was set first; null when nothing does. */
  next(): (Entry & { readonly name: string }) | null {
    let first: (Entry & { readonly name: string }) | null = null
    for (const [name, entry] of this.#entries) {
      if (first === null || entry.at < first.at) first = { ...entry, name }
    }
    return first
  }
}
