import type { Database } from './database'
import { migrations } from './migrations'

/** Any number: two programs that start at once take it in turn. */
const lock = 402_402

/**
 * Brings the books up to date, one numbered step at a time, each in a transaction with its number.
 * @throws where the books are newer than this program
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1)', [lock])
    await sql.query('create table if not exists farthing_version (version integer not null)')
    const [row] = await sql.query<{ version: number }>('select coalesce(max(version), 0)::integer as version from farthing_version')
    const from = row?.version ?? 0
    if (from > migrations.length) throw new Error(`These books are of version ${from}; this program knows ${migrations.length}. Use a newer one.`)
    for (const [index, statements] of migrations.entries()) {
      if (index < from) continue
      for (const statement of statements) await sql.query(statement)
      await sql.query('insert into farthing_version (version) values ($1)', [index + 1])
    }
  })
}
