import { parseSIWxHeader, SIGN_IN_WITH_X, validateSIWxMessage, verifySIWxSignature } from '@x402/extensions/sign-in-with-x'
import { parseAddress } from '../../core/authorization/address'
import type { Address } from '../../core/hex'
import { longestHeader } from './payment'
import type { Seller } from './seller'

/** Milliseconds after which a sign-in is too old. */
const maxAge = 5 * 60 * 1000

/** Somebody who has shown with a signature, just now and for this site, which account is theirs. */
export interface SignIn {
  readonly address: Address
  readonly nonce: string
  /** When nobody takes it any more, milliseconds since 1970. */
  readonly expiresAt: number
}

/** Who signs in with a request (x402, sign-in-with-x), checked in full but for whether it has opened something else. Null: nobody. */
export async function readSignIn(headers: Headers, { origin, network }: Seller): Promise<SignIn | null> {
  const header = headers.get(SIGN_IN_WITH_X)
  if (header === null || header.length > longestHeader) return null
  try {
    const message = parseSIWxHeader(header)
    const { nonce, chainId } = message
    if (chainId !== network.id || nonce.length < 8 || nonce.length > 200) return null
    if (!(await validateSIWxMessage(message, new URL(origin), { maxAge })).isValid) return null
    const checked = await verifySIWxSignature(message)
    const address = checked.isValid ? parseAddress(checked.payer) : null
    return address === null ? null : { address, nonce, expiresAt: Date.parse(message.issuedAt) + maxAge }
  } catch {
    return null
  }
}
