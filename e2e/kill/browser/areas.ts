/** One storage area: JSON by key. Copies go in and out. */
export class Area {
  #values: Readonly<Record<string, unknown>>

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    this.#values = values
  }

  get(key: string): Record<string, unknown> {
    return key in this.#values ? { [key]: structuredClone(this.#values[key]) } : {}
  }

  set(values: Readonly<Record<string, unknown>>): void {
    // As JSON, which is what the browser keeps.
    this.#values = { ...this.#values, ...(JSON.parse(JSON.stringify(values)) as Record<string, unknown>) }
  }

  remove(key: string): void {
    this.#values = Object.fromEntries(Object.entries(this.#values).filter(([name]) => name !== key))
  }

  all(): Readonly<Record<string, unknown>> {
    return structuredClone(this.#values)
  }
}
