/** Does something in one tab at a time, where the browser can tell. Null where another tab is at it. @param name what it is about */
export async function alone<T>(name: string, run: () => Promise<T>): Promise<T | null> {
  const { locks } = navigator as { locks?: LockManager | null }
  return locks ? locks.request(`farthing:${name}`, { ifAvailable: true }, async (lock) => (lock === null ? null : run())) : run()
}
