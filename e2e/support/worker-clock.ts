import type { ExtensionWorker } from './driven'

/** Moves the clock by which the service worker lives, this many milliseconds from the true one. Holds until the worker ends. */
export async function moveClock(worker: ExtensionWorker, ms: number): Promise<void> {
  await worker.evaluate((by) => {
    const holder = globalThis as unknown as { trueDate?: DateConstructor; Date: unknown }
    const Real = (holder.trueDate ??= Date)
    holder.Date = class extends Real {
      constructor(...given: readonly number[]) {
        if (given.length === 0) super(Real.now() + by)
        else super(...(given as [number]))
      }

      static override now(): number {
        return Real.now() + by
      }
    }
  }, ms)
}

/** How far the true clock is from this second before the worker's next month begins, where the worker is. Milliseconds. */
export async function untilLastSecondOfMonth(worker: ExtensionWorker): Promise<number> {
  return worker.evaluate(() => {
    const now = new Date()
    return new Date(now.getFullYear(), now.getMonth() + 1, 1).getTime() - 1_000 - now.getTime()
  })
}
