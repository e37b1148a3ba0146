import type { TransferAuthorization } from '../../core/authorization/transfer'
import type { Hex } from '../../core/hex'
import { findNetwork } from '../../core/networks/networks'
import { encodeBase64, fieldsOf, type Fields } from './border'
import type { Challenge, Offer } from './challenge'

const uint256 = (name: string) => ({ name, type: 'uint256' })
const address = (name: string) => ({ name, type: 'address' })
const text = (name: string) => ({ name, type: 'string' })

/**
 * What a wallet is asked to sign (`eth_signTypedData_v4`): EIP-3009 `TransferWithAuthorization` in the pinned token's own domain.
 * @throws for a network that is not known, which no offer has
 */
export function typedData(transfer: TransferAuthorization): string {
  const network = findNetwork(transfer.network)
  if (network === undefined) throw new Error(`unknown network ${transfer.network}`)
  const { name, version } = network.token
  return JSON.stringify({
    types: {
      EIP712Domain: [text('name'), text('version'), uint256('chainId'), address('verifyingContract')],
      TransferWithAuthorization: [
        address('from'),
        address('to'),
        uint256('value'),
        uint256('validAfter'),
        uint256('validBefore'),
        { name: 'nonce', type: 'bytes32' },
      ],
    },
    primaryType: 'TransferWithAuthorization',
    domain: { name, version, chainId: network.chainId, verifyingContract: transfer.asset },
    message: message(transfer),
  })
}

/** The value of the PAYMENT-SIGNATURE header (x402 v2, scheme exact on EVM). */
export function writePayment({ json }: Challenge, { entry }: Offer, transfer: TransferAuthorization, signature: Hex): string {
  const identifier = namedBy(fieldsOf(fieldsOf(json['extensions'])?.['payment-identifier']), transfer)
  return encodeBase64(
    JSON.stringify({
      x402Version: 2,
      ...('resource' in json && { resource: json['resource'] }),
      accepted: entry,
      payload: { signature, authorization: message(transfer) },
      ...(identifier !== null && { extensions: { 'payment-identifier': identifier } }),
    }),
  )
}

/** The same for every attempt at one purchase, where the seller wants it called something (x402, payment-identifier). */
function namedBy(declared: Fields | null, { nonce }: TransferAuthorization): Fields | null {
  const info = fieldsOf(declared?.['info'])
  return info === null ? null : { ...declared, info: { ...info, id: `pay_${nonce.slice(2, 34)}` } }
}

const message = ({ from, to, value, validAfter, validBefore, nonce }: TransferAuthorization) => ({
  from,
  to,
  value: value.toString(),
  validAfter: validAfter.toString(),
  validBefore: validBefore.toString(),
  nonce,
})
