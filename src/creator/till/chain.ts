import {
  createPublicClient,
  getAddress,
  http,
  parseAbi,
  parseEventLogs,
  recoverTypedDataAddress,
  TransactionReceiptNotFoundError,
  type Log,
} from 'viem'
import type { Hex } from '../../core/hex'
import type { Network } from '../../core/networks/networks'
import type { Authorization, Entry } from '../state/sales'
import type { Payment } from './payment'

/**
 * What became of an authorization.
 * - unused: nothing yet
 * - paid: it moved the amount from the payer to the payee, in this transaction
 * - spent: it can move nothing any more, and has not paid this: it was cancelled, or moved something else
 */
export type Fate = { readonly state: 'unused' } | { readonly state: 'paid'; readonly transaction: Hex } | { readonly state: 'spent' }

/** What has to have moved. */
export type Expected = Authorization & Pick<Entry, 'payTo' | 'amount' | 'createdAt'>

const token = parseAbi([
  'function authorizationState(address authorizer, bytes32 nonce) view returns (bool)',
  'event AuthorizationUsed(address indexed authorizer, bytes32 indexed nonce)',
  'event AuthorizationCanceled(address indexed authorizer, bytes32 indexed nonce)',
  'event Transfer(address indexed from, address indexed to, uint256 value)',
])

const transferTypes = {
  TransferWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const

/** Milliseconds for one answer of the endpoint. */
const endpointPatience = 8_000
/** Blocks of which an endpoint is asked at once: what public ones grant. */
const span = 2_000n
/** Milliseconds between two blocks at the fastest, on the networks that are paid on. */
const blockTime = 2_000n
/** Milliseconds by which clocks may differ. */
const skew = 600_000n

/** Asks the chain itself, at the endpoint the seller has chosen, what became of payments. Its methods throw where it does not answer. */
export class Chain {
  readonly #network: Network
  readonly #client

  constructor(network: Network, endpoint: string) {
    this.#network = network
    this.#client = createPublicClient({ transport: http(endpoint, { timeout: endpointPatience, retryCount: 1 }) })
  }

  /** Whether the payer has signed this transfer: with a plain key, or as the contract that their account is. */
  async isSigned({ payer, payTo, amount, nonce, validAfter, validBefore, signature }: Payment): Promise<boolean> {
    const { name, version, address: verifyingContract } = this.#network.token
    const typed = {
      domain: { name, version, chainId: this.#network.chainId, verifyingContract },
      types: transferTypes,
      primaryType: 'TransferWithAuthorization',
      message: { from: payer, to: payTo, value: amount, validAfter, validBefore, nonce },
    } as const
    const signer = await recoverTypedDataAddress({ ...typed, signature }).catch(() => null)
    if (signer === getAddress(payer)) return true
    return this.#client.verifyTypedData({ ...typed, address: payer, signature })
  }

  async isUsed({ asset, payer, nonce }: Authorization): Promise<boolean> {
    return this.#client.readContract({ address: asset, abi: token, functionName: 'authorizationState', args: [payer, nonce] })
  }

  /** What became of a payment. @throws also where the endpoint does not yet know of a transaction that it knows the effect of */
  async fateOf(expected: Expected): Promise<Fate> {
    if (!(await this.isUsed(expected))) return { state: 'unused' }
    const transaction = await this.#find('AuthorizationUsed', expected)
    const paid = transaction === null ? null : await this.hasPaid(expected, transaction)
    if (transaction !== null && paid !== null) return paid ? { state: 'paid', transaction } : { state: 'spent' }
    if (transaction === null && (await this.#find('AuthorizationCanceled', expected)) !== null) return { state: 'spent' }
    throw new Error('The endpoint does not tell what used this payment.')
  }

  /** Seconds since 1970, as far as the chain has come. */
  async time(): Promise<bigint> {
    return this.#network.keepsTime ? (await this.#client.getBlock()).timestamp : BigInt(Math.floor(Date.now() / 1000))
  }

  /** Whether a transaction has paid this. Null: it is not known there (yet). */
  async hasPaid(expected: Expected, transaction: Hex): Promise<boolean | null> {
    try {
      const { status, logs } = await this.#client.getTransactionReceipt({ hash: transaction })
      return status === 'success' && showsPayment(expected, logs)
    } catch (error) {
      if (error instanceof TransactionReceiptNotFoundError) return null
      throw error
    }
  }

  /** The transaction in which something happened to an authorization, not long before it was claimed at the earliest. */
  async #find(eventName: 'AuthorizationUsed' | 'AuthorizationCanceled', { asset, payer, nonce, createdAt }: Expected): Promise<Hex | null> {
    const { number: latest, timestamp } = await this.#client.getBlock()
    const age = timestamp * 1000n - BigInt(createdAt) + skew
    const back = this.#network.keepsTime ? age / blockTime : latest
    const earliest = back < latest ? latest - (back > 0n ? back : 0n) : 0n
    for (let toBlock = latest; toBlock >= earliest; toBlock -= span) {
      const fromBlock = toBlock - span + 1n > earliest ? toBlock - span + 1n : earliest
      const [log] = await this.#client.getContractEvents({ address: asset, abi: token, eventName, args: { authorizer: payer, nonce }, fromBlock, toBlock, strict: true })
      if (log !== undefined) return log.transactionHash
    }
    return null
  }
}

/**
 * Whether the authorization moved the amount from payer to payee: the token tells of the transfer in the very next line after it tells
 * that the authorization was used. Another transfer in the same transaction is another payment.
 */
function showsPayment({ asset, payer, payTo, amount, nonce }: Expected, logs: readonly Log[]): boolean {
  const told = parseEventLogs({ abi: token, logs: logs.filter(({ address }) => address.toLowerCase() === asset), strict: true })
  return told.some((event, index) => {
    if (event.eventName !== 'AuthorizationUsed' || event.args.authorizer.toLowerCase() !== payer || event.args.nonce !== nonce) return false
    const next = told[index + 1]
    return next?.eventName === 'Transfer' && next.args.from.toLowerCase() === payer && next.args.to.toLowerCase() === payTo && next.args.value === amount
  })
}
