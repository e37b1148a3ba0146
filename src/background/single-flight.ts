/** Runs at most one task a key at a time; those who ask meanwhile share its result. */
export function singleFlight<T>(): (key: string, task: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  return (key, task) => {
    const existing = running.get(key)
    if (existing !== undefined) return existing
    const started = task().finally(() => running.delete(key))
    running.set(key, started)
    return started
  }
}
