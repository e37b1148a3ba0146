import type { Address } from '../../core/hex'
import type { Queries } from './database'

/**
 * Lets a sign-in open one thing, as often as its time allows, and nothing else.
 * @param expiresAt when nobody takes it any more, milliseconds since 1970
 * @returns false where it has opened something else
 */
export async function useSignIn(sql: Queries, { address, nonce, item, expiresAt }: { address: Address; nonce: string; item: string; expiresAt: number }): Promise<boolean> {
  await sql.query('delete from farthing_sign_ins where expires_at < now()')
  await sql.query('insert into farthing_sign_ins (address, nonce, item, expires_at) values ($1, $2, $3, $4) on conflict do nothing', [address, nonce, item, new Date(expiresAt)])
  const [row] = await sql.query<{ item: string }>('select item from farthing_sign_ins where address = $1 and nonce = $2', [address, nonce])
  return row?.item === item
}
