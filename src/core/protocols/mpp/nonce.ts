import { keccak_256 } from '@noble/hashes/sha3.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toHex, type Bytes32 } from '../../hex'
import type { EchoedParams } from './wire'

const keccakText = (text: string): Bytes32 => toHex(keccak_256(utf8ToBytes(text)))

/**
 * The nonce that binds an authorization to a challenge of method evm (draft-evm-charge-00, "Authorization Payload"):
 * the hash of id and realm, nothing between them.
 */
export function evmNonce({ id, realm }: EchoedParams): Bytes32 {
  return keccakText(`${id}${realm}`)
}

/**
 * The same for method usdc, which binds method, intent and request as well (draft-usdc-charge-00, "Credential Schema").
 * Names stand in the order of RFC 8785, which otherwise writes strings as JSON.stringify does.
 * @param request the JSON text of the request, canonical as the server must have sent it
 */
export function usdcNonce({ id, intent, method, realm }: EchoedParams, request: string): Bytes32 {
  return keccakText(JSON.stringify({ id, intent, method, realm, requestHash: keccakText(request) }))
}
