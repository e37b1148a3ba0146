import * as v from 'valibot'
import type { ChainFault } from '../../core/chain/faults'
import { feedQueries, noReadings, readFeeds, type FeedReadings } from '../../core/chain/feeds'
import { authorizationUses, blockAt, paidIn, traceOf, usedIn, usesBy, type Paid } from '../../core/chain/queries'
import { encodeBatch, readBatch, readOne, type Query } from '../../core/chain/rpc'
import { readSnapshot, snapshotQueries, type Snapshot } from '../../core/chain/snapshot'
import type { Address, Bytes32 } from '../../core/hex'
import { feedsOn } from '../../core/networks/feeds'
import { networks, type Network, type NetworkId } from '../../core/networks/networks'
import type { Trace } from '../../core/purchase/purchase'
import { err, type Result } from '../../core/result'
import { sessionValue } from '../session'
import { postJson } from './endpoint'

/** How far back a settlement is looked for: five minutes of validity, in two-second blocks, and some. */
const searchedBlocks = 600n

export interface Found {
  readonly transaction: Bytes32 | null
  readonly denied: boolean
}
const notFound: Found = { transaction: null, denied: false }

/** Who is asked about an account; null for what is about none. */
export type EndpointOf = (network: Network, account: Address | null) => Promise<string>

/** Reads the chain through the endpoint the reader chose, and believes nothing that contradicts itself. */
export class ChainReader {
  readonly #highest = sessionValue('highest-blocks', v.record(v.string(), v.string()), {})
  readonly #endpointOf: EndpointOf
  readonly #tell: (timeMs: number) => void

  /** @param saw hears what time it is on the chain, in milliseconds since 1970, whenever a block was read and found good */
  constructor(endpointOf: EndpointOf, saw: (timeMs: number) => void = () => undefined) {
    this.#endpointOf = endpointOf
    this.#tell = saw
  }

  /** Balance and the state of one authorization, at one moment. */
  async read(id: NetworkId, account: Address, nonce: Bytes32): Promise<Result<Snapshot, ChainFault>> {
    const network = networks.find((known) => known.id === id)
    if (network === undefined) return err('wrong-chain')
    const queries = snapshotQueries(network, account, nonce)
    const endpoint = await this.#endpointOf(network, account)
    const reply = await postJson(endpoint, encodeBatch(queries))
    if (!reply.ok) return reply
    const height = heightKey(id, endpoint)
    const read = readSnapshot(reply.value, network, queries, await this.#highestSeen(height))
    if (read.ok) {
      await this.#saw(height, read.value.block.number)
      this.#tell(read.value.block.timeMs)
    }
    return read
  }

  /**
   * The transaction that used an authorization, or null when it cannot be found; `denied` when the endpoint says that none
   * of the last blocks used it. What a seller claims is taken only if the chain confirms it.
   */
  async findSettlement(id: NetworkId, payer: Address, nonce: Bytes32, claimed: Bytes32 | null): Promise<Found> {
    const network = networks.find((known) => known.id === id)
    if (network === undefined) return notFound
    const use = { token: network.token.address, authorizer: payer, nonce }
    const endpoint = await this.#endpointOf(network, payer)
    const latest = await this.#highestSeen(heightKey(id, endpoint))
    const from = latest > searchedBlocks ? latest - searchedBlocks : 0n
    const queries = [authorizationUses(use, from, latest), usedIn(claimed ?? nonce, use)] as const
    const reply = await postJson(endpoint, encodeBatch(queries))
    const answers = reply.ok ? readBatch(reply.value, queries) : reply
    if (!answers.ok) return notFound
    const [logged, confirmed] = answers.value
    if (claimed !== null && confirmed.ok && confirmed.value) return { transaction: claimed, denied: false }
    const [transaction = null] = logged.ok ? logged.value : []
    return { transaction, denied: logged.ok && transaction === null }
  }

  /**
   * What an authorization paid, whom, when (milliseconds since 1970) and in which transaction: for a purchase that only the
   * chain remembers. Null when it cannot be found: many endpoints look back a few hours only.
   */
  async findPayment(id: NetworkId, payer: Address, nonce: Bytes32): Promise<(Paid & { readonly transaction: Bytes32; readonly at: number }) | null> {
    const network = networks.find((known) => known.id === id)
    if (network === undefined) return null
    const use = { token: network.token.address, authorizer: payer, nonce }
    const endpoint = await this.#endpointOf(network, payer)
    const latest = await this.#highestSeen(heightKey(id, endpoint))
    const uses = (await this.#ask(endpoint, authorizationUses(use, 0n, latest))) ?? []
    const transaction = uses[0] ?? (await this.findSettlement(id, payer, nonce, null)).transaction
    const paid = transaction === null ? null : ((await this.#ask(endpoint, paidIn(transaction, use)))?.paid ?? null)
    const block = paid === null ? null : await this.#ask(endpoint, blockAt(paid.block))
    return transaction === null || paid === null || block === null ? null : { ...paid, transaction, at: block.timeMs }
  }

  /** Whether an account has ever paid by an authorization, as far as the endpoint looks back: false where it does not tell. */
  async hasPaid(id: NetworkId, payer: Address): Promise<boolean> {
    const network = networks.find((known) => known.id === id)
    if (network === undefined) return false
    const endpoint = await this.#endpointOf(network, payer)
    const latest = await this.#highestSeen(heightKey(id, endpoint))
    const since = latest > searchedBlocks ? latest - searchedBlocks : 0n
    for (const from of [0n, since]) if ((await this.#ask(endpoint, usesBy(network.token.address, payer, from, latest))) === true) return true
    return false
  }

  /** What a transaction that used an authorization paid, and whom. Null when the endpoint does not tell. */
  async paidBy(id: NetworkId, payer: Address, nonce: Bytes32, transaction: Bytes32): Promise<Paid | null> {
    const network = networks.find((known) => known.id === id)
    if (network === undefined) return null
    const use = { token: network.token.address, authorizer: payer, nonce }
    return (await this.#ask(await this.#endpointOf(network, payer), paidIn(transaction, use)))?.paid ?? null
  }

  /** What else the transaction that used an authorization shows. Null when the endpoint does not tell. */
  async traceOf(id: NetworkId, payer: Address, nonce: Bytes32, transaction: Bytes32): Promise<Trace | null> {
    const network = networks.find((known) => known.id === id)
    if (network === undefined) return null
    const use = { token: network.token.address, authorizer: payer, nonce }
    return (await this.#ask(await this.#endpointOf(network, payer), traceOf(transaction, use)))?.trace ?? null
  }

  /** What the network's price feeds say. Nothing where it has none, or where the endpoint does not tell. */
  async feeds(id: NetworkId): Promise<FeedReadings> {
    const network = networks.find((known) => known.id === id)
    const feeds = feedsOn(id)
    if (network === undefined || feeds === null) return noReadings
    const reply = await postJson(await this.#endpointOf(network, null), encodeBatch(feedQueries(feeds)))
    return reply.ok ? readFeeds(reply.value, network, feeds, Date.now()) : noReadings
  }

  async #ask<T>(endpoint: string, asked: Query<T>): Promise<T | null> {
    const reply = await postJson(endpoint, encodeBatch([asked]))
    const answer = reply.ok ? readOne(reply.value, asked) : reply
    return answer.ok ? answer.value : null
  }

  async #highestSeen(height: string): Promise<bigint> {
    return BigInt((await this.#highest.read())[height] ?? '0')
  }

  async #saw(height: string, block: bigint): Promise<void> {
    if (block > (await this.#highestSeen(height))) await this.#highest.change((all) => ({ ...all, [height]: block.toString() }))
  }
}

/** Each endpoint is held to its own word only: one that named a height beyond the chain's would make every other look like a liar. */
const heightKey = (id: NetworkId, endpoint: string): string => `${id} ${endpoint}`
