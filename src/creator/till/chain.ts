import { createPublicClient, getAddress, http, recoverTypedDataAddress } from 'viem'
import { authorizationTypes } from '@x402/evm'
import { authorizationState, authorizationUses, balanceOf, isCanceled, latestBlock, paidIn, type Use } from '../../core/chain/queries'
import type { Address, Bytes32 } from '../../core/hex'
import type { Network } from '../../core/networks/networks'
import { lookAt, openChain, type Chain as Endpoint } from '../chain'
import type { Authorization, Entry } from '../state/sales'
import type { Payment } from './payment'

/**
 * What became of an authorization.
 * - unused: nothing yet
 * - paid: it moved the amount from the payer to the payee, in this transaction
 * - spent: it can move nothing any more, and has not paid this: it was cancelled, or moved something else
 */
export type Fate = { readonly state: 'unused' } | { readonly state: 'paid'; readonly transaction: Bytes32 } | { readonly state: 'spent' }

/** What has to have moved. */
export type Expected = Authorization & Pick<Entry, 'payTo' | 'amount' | 'createdAt' | 'validBefore'>

/** Milliseconds in which an endpoint has to answer whether a contract has signed. */
const patience = 8_000
/** Blocks of which an endpoint is asked at once: what public ones grant. */
const span = 2_000n
/** Milliseconds between two blocks, on the networks that keep time. */
const blockTime = 2_000
/** Milliseconds by which clocks may differ, and blocks be late. */
const slack = 600_000

/** Asks the chain itself, at the endpoint the seller has chosen, what became of payments. Null, everywhere: it does not tell. */
export class Chain {
  readonly #network: Network
  readonly #endpoint: Endpoint
  readonly #client

  constructor(network: Network, endpoint: string) {
    this.#network = network
    this.#endpoint = openChain(endpoint)
    this.#client = createPublicClient({ transport: http(endpoint, { timeout: patience, retryCount: 1 }) })
  }

  /** Whether the payer has signed this transfer: with a plain key, for which nobody is asked, or as the contract that their account is. */
  async isSigned({ payer, payTo, amount, nonce, validAfter, validBefore, signature }: Payment): Promise<boolean | null> {
    const { name, version, address: verifyingContract } = this.#network.token
    const typed = {
      domain: { name, version, chainId: this.#network.chainId, verifyingContract },
      types: authorizationTypes,
      primaryType: 'TransferWithAuthorization',
      message: { from: payer, to: payTo, value: amount, validAfter, validBefore, nonce },
    } as const
    const signer = await recoverTypedDataAddress({ ...typed, signature }).catch(() => null)
    return signer === getAddress(payer) || this.#client.verifyTypedData({ ...typed, address: payer, signature }).catch(() => null)
  }

  async isUsed({ asset, payer, nonce }: Authorization): Promise<boolean | null> {
    const asked = await this.#endpoint.ask([authorizationState(asset, payer, nonce)])
    return asked.ok ? asked.value[0] : null
  }

  /** What an account holds of the network's token, atomic units. */
  async balanceOf(account: Address): Promise<bigint | null> {
    const asked = await this.#endpoint.ask([balanceOf(this.#network.token.address, account)])
    return asked.ok ? asked.value[0] : null
  }

  /** What became of a payment. Null also where an endpoint tells that it was used and not yet by what. */
  async fateOf(expected: Expected): Promise<Fate | null> {
    const use = useOf(expected)
    const seen = await lookAt(this.#endpoint, use)
    if (!seen.ok) return null
    if (!seen.value.isUsed) return { state: 'unused' }
    for (const [from, to] of this.#spans(expected, seen.value.block)) {
      const asked = await this.#endpoint.ask([authorizationUses(use, from, to), isCanceled(use, from, to)])
      if (!asked.ok) return null
      const [[transaction], wasCanceled] = asked.value
      if (wasCanceled) return { state: 'spent' }
      if (transaction !== undefined) return this.#fateIn(expected, transaction)
    }
    return null
  }

  /** Seconds since 1970, as far as the chain has come. */
  async time(): Promise<bigint | null> {
    if (!this.#network.keepsTime) return BigInt(Math.floor(Date.now() / 1000))
    const asked = await this.#endpoint.ask([latestBlock()])
    return asked.ok ? BigInt(Math.floor(asked.value[0].timeMs / 1000)) : null
  }

  /** Whether a transaction has paid this. False also where it is not known there yet. */
  async hasPaid(expected: Expected, transaction: Bytes32): Promise<boolean | null> {
    const fate = await this.#endpoint.ask([paidIn(transaction, useOf(expected))])
    if (!fate.ok) return null
    const { paid } = fate.value[0]
    return paid?.to === expected.payTo && paid.value === expected.amount
  }

  async #fateIn(expected: Expected, transaction: Bytes32): Promise<Fate | null> {
    const asked = await this.#endpoint.ask([paidIn(transaction, useOf(expected))])
    const paid = asked.ok ? asked.value[0].paid : null
    if (paid === null) return null
    return paid.to === expected.payTo && paid.value === expected.amount ? { state: 'paid', transaction } : { state: 'spent' }
  }

  /** The blocks from the claim to the end of the authorization, in pieces: before, nobody had shown it, and after, the token refuses it. */
  #spans({ createdAt, validBefore }: Expected, latest: { readonly number: bigint; readonly timeMs: number }): readonly (readonly [bigint, bigint])[] {
    const at = (ms: number): bigint => latest.number - BigInt(Math.trunc((latest.timeMs - ms) / blockTime))
    const within = (block: bigint): bigint => (block < 0n ? 0n : block > latest.number ? latest.number : block)
    const first = this.#network.keepsTime ? within(at(createdAt - slack)) : 0n
    const last = this.#network.keepsTime ? within(at(validBefore + slack)) : latest.number
    const spans: [bigint, bigint][] = []
    for (let from = first; from <= last; from += span) spans.push([from, within(from + span - 1n)])
    return spans
  }
}

const useOf = ({ asset, payer, nonce }: Authorization): Use => ({ token: asset, authorizer: payer, nonce })
