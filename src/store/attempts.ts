import * as v from 'valibot'
import { noAttempts, type Attempts } from '../core/unlocking/attempts'
import type { FarthingDatabase } from './schema'

const time = v.pipe(v.number(), v.finite(), v.minValue(0))
const schema = v.object({
  failed: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  lastAt: time,
  nextAt: time,
  times: v.pipe(v.array(time), v.maxLength(20)),
})

export interface AttemptsRepository {
  read(): Promise<Attempts>
  /** Reads and writes in one transaction: of two attempts at once, the second sees the first. Writes nothing when `next` gives null. */
  change(next: (current: Attempts) => Attempts | null): Promise<Attempts | null>
}

export function attemptsRepository(db: FarthingDatabase): AttemptsRepository {
  const read = async (): Promise<Attempts> => {
    const parsed = v.safeParse(schema, (await db.attempts.get('attempts'))?.value)
    return parsed.success ? parsed.output : noAttempts
  }
  return {
    read,
    change: (next) =>
      db.transaction('rw', [db.attempts], async () => {
        const value = next(await read())
        if (value !== null) await db.attempts.put({ id: 'attempts', value })
        return value
      }),
  }
}
