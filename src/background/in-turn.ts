/**
 * Does the same work for one thing after the other, in the order in which they were given, however long each takes. What fails
 * holds up neither those after it nor whoever gave it.
 */
export function inTurn<T>(work: (one: T) => Promise<void>): (one: T) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (one) => {
    last = last.then(() => work(one)).catch(() => undefined)
    return last
  }
}
