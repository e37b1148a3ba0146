/** One purchase, from the address to the text. Milliseconds. */
export interface Run {
  /** From the address until the whole text can be read. */
  readonly whole: number
  /** From the first press, and from the last one, which is the reader's yes; null where nobody presses. */
  readonly fromFirst: number | null
  readonly fromYes: number | null
  readonly presses: number
  /** What was waited for on purpose, so that a person can read, or stop it. */
  readonly meant: number
}

/** Buys one piece that was not bought before. @param issue its number */
export type Buy = (issue: number) => Promise<Run>

export function pressed(began: number, presses: readonly number[], readable: number, meant: number): Run {
  const [first = null, last = first] = [presses[0], presses.at(-1)]
  return { whole: readable - began, fromFirst: first === null ? null : readable - first, fromYes: last === null ? null : readable - last, presses: presses.length, meant }
}
