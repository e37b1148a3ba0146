/**
 * Runs `start` the first time a script of ours enters a page, and the function it gave each time after:
 * the worker may inject again without knowing that it has before. The note is kept in our isolated world,
 * which the page cannot see.
 */
export function onInjection(name: string, start: () => () => void): void {
  const world = globalThis as unknown as Record<symbol, (() => void) | undefined>
  const key = Symbol.for(name)
  const again = world[key]
  if (again === undefined) world[key] = start()
  else again()
}
