import { secp256k1 } from '@noble/curves/secp256k1.js'
import { base58 } from '@scure/base'
import { createJWSOfferReceiptIssuer, type JWSSigner, type OfferReceiptIssuer } from '@x402/extensions/offer-receipt'
import { hexToBytes, type Hex } from 'viem'

/** Multicodec prefix of a secp256k1 key in did:key: the varint of 0xe7. */
const secp256k1Prefix = [0xe7, 0x01]

/** Signs JWS with an account's own key (ES256K, RFC 8812), under its did:key. */
export function jwsSigner(privateKey: Hex): JWSSigner {
  const secret = hexToBytes(privateKey)
  const name = `z${base58.encode(Uint8Array.of(...secp256k1Prefix, ...secp256k1.getPublicKey(secret)))}`
  const sign = async (message: Uint8Array): Promise<string> => Buffer.from(secp256k1.sign(message, secret)).toString('base64url')
  return { kid: `did:key:${name}#${name}`, format: 'jws', algorithm: 'ES256K', sign }
}

/** Signs offers and receipts so. */
export function jwsIssuer(privateKey: Hex): OfferReceiptIssuer {
  const signer = jwsSigner(privateKey)
  return createJWSOfferReceiptIssuer(signer.kid, signer)
}
