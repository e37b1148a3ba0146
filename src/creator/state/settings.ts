import type { Queries } from './database'

/**
 * A secret of the shop, made at its first use. Instances that share the books share it.
 * @param fresh what it is to be where there is none yet
 */
export async function sharedSecret(sql: Queries, name: string, fresh: () => string): Promise<string> {
  await sql.query('insert into farthing_settings (name, value) values ($1, $2) on conflict do nothing', [name, fresh()])
  const [row] = await sql.query<{ value: string }>('select value from farthing_settings where name = $1', [name])
  if (row === undefined) throw new Error(`The shop has lost its ${name}.`)
  return row.value
}
