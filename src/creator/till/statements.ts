import { base58 } from '@scure/base'
import { createEIP712OfferReceiptIssuer, createJWS, type JWSSigner, type OfferReceiptIssuer } from '@x402/extensions/offer-receipt'
import type { PaymentRequirements } from '@x402/core/types'
import { sha256, toBytes, type Hex } from 'viem'
import { sign } from 'viem/accounts'
import { toChecksumAddress } from '../../core/authorization/address'
import type { Item, Share } from './item'
import type { Seller } from './seller'

type Signer = NonNullable<Seller['signer']>

/** Signs offers and receipts (x402, offer-receipt) as typed data. */
export const issuerWith = ({ account }: Signer): OfferReceiptIssuer =>
  createEIP712OfferReceiptIssuer(`did:pkh:eip155:1:${account.address}`, (typed) => account.signTypedData(typed))

/** One entry of the extension `farthing-fees` for each price (docs/PROTOCOLS.md, "Where the money goes"). */
export async function feeStatements(item: Item, shares: readonly Share[], requirements: readonly PaymentRequirements[], signer: Signer | null) {
  return Promise.all(
    requirements.map(async ({ network, asset, payTo, amount }) => {
      const items = shares.map((share) => ({
        kind: share.kind,
        amount: share.amount.toString(),
        paidBy: 'seller',
        ...(share.account !== undefined && { account: toChecksumAddress(share.account) }),
      }))
      const payload = { version: 1, resourceUrl: item.url, network, asset, payTo, amount, items }
      return signer === null ? { format: 'plain', payload } : { format: 'jws', signature: await createJWS(payload, jwsSigner(signer)) }
    }),
  )
}

/** Multicodec prefix of a secp256k1 key in did:key: the varint of 0xe7. */
const secp256k1Prefix = [0xe7, 0x01]

/** Signs JWS with an account's own key (ES256K, RFC 8812), under its did:key. */
function jwsSigner({ account, key }: Signer): JWSSigner {
  const name = `z${base58.encode(Uint8Array.of(...secp256k1Prefix, ...compressed(account.publicKey)))}`
  return { kid: `did:key:${name}#${name}`, format: 'jws', algorithm: 'ES256K', sign: (message) => signText(message, key) }
}

async function signText(message: Uint8Array, privateKey: Hex): Promise<string> {
  const { r, s } = await sign({ hash: sha256(message), privateKey })
  return Buffer.concat([toBytes(r, { size: 32 }), toBytes(s, { size: 32 })]).toString('base64url')
}

/** A public key in 33 bytes: whether y is odd, and x. */
function compressed(publicKey: Hex): Uint8Array {
  const bytes = toBytes(publicKey)
  const isOdd = ((bytes.at(-1) ?? 0) & 1) === 1
  return Uint8Array.of(isOdd ? 3 : 2, ...bytes.subarray(1, 33))
}
