import { toChecksumAddress } from '../authorization/address'
import type { Address, Hex } from '../hex'
import type { PaymentHeader } from '../protocols/dialect'
import { encodeBase64 } from '../protocols/base64'
import type { SignInAsk } from './ask'

/**
 * The header that signs a reader in (x402, sign-in-with-x): base64 of JSON, from which the server rebuilds the signed text.
 * Whoever holds it is the reader to that site until it expires: it goes to the origin of `ask.uri` and nowhere else.
 * @param signature of `signInText(ask, address)`: 65 bytes, r, s, v
 */
export function writeSignIn(ask: SignInAsk, address: Address, signature: Hex): PaymentHeader {
  const json = JSON.stringify({
    domain: ask.domain,
    address: toChecksumAddress(address),
    ...(ask.statement !== null && { statement: ask.statement }),
    uri: ask.uri,
    version: '1',
    chainId: ask.network,
    type: 'eip191',
    nonce: ask.nonce,
    issuedAt: ask.issuedAt,
    ...(ask.expirationTime !== null && { expirationTime: ask.expirationTime }),
    ...(ask.notBefore !== null && { notBefore: ask.notBefore }),
    ...(ask.requestId !== null && { requestId: ask.requestId }),
    ...(ask.resources.length > 0 && { resources: ask.resources }),
    signature,
  })
  return { name: 'SIGN-IN-WITH-X', value: encodeBase64(json) }
}
