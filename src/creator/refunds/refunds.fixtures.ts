import { randomUUID } from 'node:crypto'
import { toHex as viemHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { disputeIdOf } from '../../core/dispute/identity'
import { refundRequestDigest, requestBody, type RefundRequest } from '../../core/dispute/request'
import { toHex, type Address, type Bytes32, type Hex } from '../../core/hex'
import { knownNetwork } from '../network'
import type { Database } from '../state/database'

export const network = knownNetwork('eip155:31337')

const random = (): Bytes32 => viemHex(crypto.getRandomValues(new Uint8Array(32)))

/** Somebody who has bought something. */
export class Buyer {
  readonly account: PrivateKeyAccount = privateKeyToAccount(generatePrivateKey())
  readonly address = this.account.address.toLowerCase() as Address
  readonly #database: Database
  readonly #payTo: Address

  constructor(database: Database, payTo: Address) {
    this.#database = database
    this.#payTo = payTo
  }

  /** A sale in the books, and the request that asks for its money back. @param settledAt milliseconds since 1970 */
  async bought(change: Partial<RefundRequest> = {}, { amount = 50_000n, settledAt = Date.now(), title = 'How Swifts Sleep', kind = 'article', note = null as string | null } = {}): Promise<RefundRequest> {
    const [nonce, transaction] = [random(), random()]
    await this.#database.query(
      `insert into farthing_sales (item, kind, title, url, dialect, network, asset, payer, pay_to, amount, nonce, valid_before, state, claimed_by, claimed_until, transaction, note, settled_at)
       values ('/swifts#1', $1, $2, 'https://ada.example/swifts', 'x402', $3, $4, $5, $6, $7, $8, now(), 'settled', 'test', now(), $9, $10, $11)`,
      [kind, title, network.id, network.token.address, this.address, this.#payTo, amount, nonce, transaction, note, new Date(settledAt)],
    )
    return this.asks({ authorizationNonce: nonce, transaction, amount, ...change })
  }

  /** A request about a payment. @param round 1 for the first */
  asks(change: Partial<RefundRequest> & Pick<RefundRequest, 'authorizationNonce'>, round = 1): RefundRequest {
    const request = {
      version: 1 as const,
      network: network.id,
      transaction: '' as const,
      asset: network.token.address,
      payTo: this.#payTo,
      payer: this.address,
      resourceUrl: 'https://ada.example/swifts',
      amount: 50_000n,
      reason: 'service_not_delivered' as const,
      refundTo: this.address,
      evidenceHash: toHex(new Uint8Array(32)),
      idempotencyKey: randomUUID(),
      issuedAt: Math.floor(Date.now() / 1000),
      respondBy: Math.floor(Date.now() / 1000) + 7 * 86_400,
      ...change,
    }
    const { payer, authorizationNonce: nonce } = request
    return { ...request, disputeId: disputeIdOf({ network: network.id, payer, nonce, round }) }
  }

  sign(request: RefundRequest): Promise<Hex> {
    return this.account.sign({ hash: toHex(refundRequestDigest(request)) })
  }

  /** What a wallet sends. */
  async body(request: RefundRequest, words = '', items: Readonly<Record<string, string>> = {}): Promise<string> {
    return requestBody(request, await this.sign(request), { evidence: '{"v":1}', items, words, receipt: null })
  }
}
