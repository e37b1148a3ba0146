/** A constant that is made when it is first asked for: what a module makes while it loads, every start of the worker waits for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
