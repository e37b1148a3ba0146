import { findNetwork } from '../networks/networks'
import { answered, facts, fold, quoted, reserved, sent, terms } from '../purchase/machine.fixtures'
import { agreed, at, lower, offer, payer, receipt, transaction, type Signatory } from '../receipt/receipt.fixtures'
import { receiptRecord, type ReceiptRecord } from './receipts'

const header = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64')
const challengeWith = (statement: object): string => header({ x402Version: 2, extensions: { 'offer-receipt': { info: { offers: [statement] } } } })
const responseWith = (statement: object): string => header({ success: true, transaction: '', extensions: { 'offer-receipt': { info: { receipt: statement } } } })

export const types = {
  TransferWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const
const network = findNetwork(agreed.network)
export const domain = { name: network?.token.name ?? '', version: network?.token.version ?? '', chainId: network?.chainId ?? 0, verifyingContract: agreed.asset } as const

/** A payment whose every signature was made by somebody else’s library: for tests. */
export async function recordOf(signatory: Signatory): Promise<ReceiptRecord> {
  const authorization = { network: agreed.network, asset: agreed.asset, from: lower(payer.address), to: agreed.payTo, value: agreed.amount, validAfter: 0n, validBefore: BigInt(at / 1000) + 120n, nonce: terms.nonce }
  const signature = await payer.signTypedData({ domain, types, primaryType: 'TransferWithAuthorization', message: authorization })
  const own = { resource: agreed.resource, page: agreed.resource, network: agreed.network, asset: agreed.asset, payTo: agreed.payTo, amount: agreed.amount, payer: lower(payer.address), challenge: challengeWith(await signatory.signOffer(offer)) }
  const begun = fold([quoted, reserved])
  if (begun === null) throw new Error('a purchase')
  const purchase = { ...begun, createdAt: at, terms: { ...terms, ...own }, signed: { authorization, signature, note: null }, settlement: { at, transaction } }
  return receiptRecord(purchase, [{ ...sent, at }, { ...answered(facts(200, { rawClaim: responseWith(await signatory.signReceipt(receipt)) })), at: at + 5 }])
}
