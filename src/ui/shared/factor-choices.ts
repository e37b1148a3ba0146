import { ok, type Result } from '../../core/result'
import type { Factor } from '../../messaging/contract'
import type { SlotKind, Way } from '../../messaging/views'
import { askPasskey, type Passkey, type PasskeyFault } from './passkey'

/** One thing a reader can do to prove who they are. `passkeys` are asked for together: any of them will do. */
export type Choice =
  | { readonly kind: 'password' }
  | { readonly kind: 'recovery' }
  | { readonly kind: 'passkey' | 'password+passkey'; readonly passkeys: readonly (Passkey & { readonly slot: string })[] }

/** The handiest first: a password is typed anywhere, and a recovery code lies in a drawer. */
const order: readonly SlotKind[] = ['password', 'passkey', 'password+passkey', 'recovery']

/** What `ways` come down to for the reader, the best first. */
export function choicesOf(ways: readonly Way[]): readonly Choice[] {
  return order.flatMap((kind): readonly Choice[] => {
    if (kind === 'passkey' || kind === 'password+passkey') return passkeyChoices(kind, ways)
    return ways.some((way) => way.kind === kind) ? [{ kind }] : []
  })
}

/** One choice for each owner of passkeys: a browser asks for those of one owner at a time. */
function passkeyChoices(kind: 'passkey' | 'password+passkey', ways: readonly Way[]): readonly Choice[] {
  const passkeys = ways.flatMap((way) => (way.kind === kind && way.passkey !== null ? [{ ...way.passkey, slot: way.slot }] : []))
  const owners = [...new Set(passkeys.map(({ rpId }) => rpId))]
  return owners.map((owner) => ({ kind, passkeys: passkeys.filter(({ rpId }) => rpId === owner) }))
}

export const takesPasskey = (kind: SlotKind) => kind === 'passkey' || kind === 'password+passkey'
export const takesPassword = (kind: SlotKind) => kind === 'password' || kind === 'password+passkey'

/** Makes the proof: asks for the passkey where one takes part. @param typed the password or the code */
export async function collectFactor(choice: Choice, typed: string, signal: AbortSignal): Promise<Result<Factor, PasskeyFault>> {
  if (choice.kind === 'password') return ok({ kind: 'password', password: typed })
  if (choice.kind === 'recovery') return ok({ kind: 'recovery', code: typed.trim() })
  const asked = await askPasskey(choice.passkeys, signal)
  if (!asked.ok) return asked
  const { prf, passkey } = asked.value
  const { slot } = passkey
  return ok(choice.kind === 'passkey' ? { kind: 'passkey', slot, prf } : { kind: 'password+passkey', slot, password: typed, prf })
}
