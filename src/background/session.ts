import * as v from 'valibot'
import { browser } from '../platform/browser'

/**
 * A value kept in `storage.session`: it survives the worker's death, never reaches the disk,
 * and no content script can read it. Writes are serialised; reads come from memory once loaded.
 */
export interface SessionValue<T> {
  read(): Promise<T>
  /** Changes the value and waits until the browser holds it; where the same is given back, nobody is told. */
  change(next: (current: T) => T): Promise<T>
}

/** Every value that there is: how it forgets what it has in memory. */
const values = new Set<() => void>()

/** Erases everything that is kept for this browser session, here and in the browser. */
export async function eraseSession(): Promise<void> {
  await browser.storage.session.clear()
  for (const forget of values) forget()
}

export function sessionValue<T>(key: string, schema: v.GenericSchema<unknown, T>, initial: T): SessionValue<T> {
  let memory: Promise<T> | null = null
  let queue: Promise<unknown> = Promise.resolve()
  values.add(() => {
    memory = null
  })

  const load = async (): Promise<T> => {
    const stored = await browser.storage.session.get(key)
    const parsed = v.safeParse(schema, stored[key])
    return parsed.success ? parsed.output : initial
  }
  const read = (): Promise<T> => (memory ??= load())

  const change = (next: (current: T) => T): Promise<T> => {
    const step = queue.then(async () => {
      const before = await read()
      const value = next(before)
      if (value === before) return value
      memory = Promise.resolve(value)
      await browser.storage.session.set({ [key]: value })
      return value
    })
    queue = step.catch(() => undefined)
    return step
  }
  return { read, change }
}
