import type { ChainFault } from '../../core/chain/faults'
import { authorizationState, authorizationUses, blockAt, chainId, latestBlock, transferIn, type LoggedTransfer } from '../../core/chain/queries'
import { encodeBatch, readBatch, readOne, type Query } from '../../core/chain/rpc'
import { numberBehind, transfersIn, transfersTo } from '../../core/chain/transfers'
import type { Address, Bytes32 } from '../../core/hex'
import { findNetwork, type Network, type NetworkId } from '../../core/networks/networks'
import { err, ok, type Result } from '../../core/result'
import type { EndpointOf } from './chain-reader'
import { postJson } from './endpoint'

/** A number that was made for one refund, and whose signature would use it. */
export interface RefundNumber {
  readonly authorizer: Address
  readonly nonce: Bytes32
  /** The transaction in which the seller says it sent the money: looked at, and not believed. */
  readonly hint?: Bytes32 | null
}

/**
 * What became of a number. 'unused'. 'moved': `transfer` is what it moved, to whomever. 'pending': used so lately that it is not
 * counted yet. 'unseen': used or cancelled, and the endpoint does not show where.
 */
export type NumberUse = RefundNumber & ({ readonly state: 'unused' | 'pending' | 'unseen' } | { readonly state: 'moved'; readonly transfer: LoggedTransfer })

export interface CameBack {
  readonly numbers: readonly NumberUse[]
  /** From the senders to the payer, as far back as the endpoint looks; and in what the seller names, however long ago. */
  readonly transfers: readonly LoggedTransfer[]
  /** False where the endpoint looks back less far than would be needed. */
  readonly isWhole: boolean
}

/** About whom it is asked. */
export interface RefundQuestion {
  readonly network: NetworkId
  readonly payer: Address
  /** Who may send money back. */
  readonly senders: readonly Address[]
  /** The block of the settlement; null where it is not known. */
  readonly since: bigint | null
  /** At most `mostNumbers`. */
  readonly numbers: readonly RefundNumber[]
}

export const mostNumbers = 16

/** How many of the latest blocks are asked for where an endpoint refuses to look all the way back: five hours on Base, or twenty minutes. */
const spans = [9_000n, 600n] as const

/** Looks for money that came back, at the endpoint of the purse that paid. What is not deep enough in the chain is not there yet. */
export class RefundReader {
  readonly #endpointOf: EndpointOf

  constructor(endpointOf: EndpointOf) {
    this.#endpointOf = endpointOf
  }

  async cameBack({ network: id, payer, senders, since, numbers }: RefundQuestion): Promise<Result<CameBack, ChainFault>> {
    const network = findNetwork(id)
    if (network === undefined) return err('wrong-chain')
    const endpoint = await this.#endpointOf(network, payer)
    const asked = numbers.slice(0, mostNumbers)
    const standing = await readStanding(endpoint, network, asked)
    if (!standing.ok) return standing
    const { latest, used } = standing.value
    const kept = latest > network.confirmations ? latest - network.confirmations : 0n
    const froms = lookedBack(since, latest)
    const found = await firstOf(froms, (from) => ask(endpoint, transfersTo(network.token.address, senders, payer, from, kept)))
    const uses = await Promise.all(asked.map(async (number, at): Promise<NumberUse> => (used[at] === true ? followUse(endpoint, network, number, froms, latest, kept) : { ...number, state: 'unused' })))
    if (found === null) return err('unreachable')
    const named = await readNamed(endpoint, network, asked, senders, payer)
    return ok({ numbers: uses, transfers: [...named.filter(({ block }) => block <= kept), ...found.value], isWhole: since !== null && found.from === froms[0] })
  }

  /** The number that a transfer was made by, or null for none; undefined where the endpoint does not tell. */
  async numberBehind(id: NetworkId, payer: Address, transfer: LoggedTransfer): Promise<Bytes32 | null | undefined> {
    const network = findNetwork(id)
    if (network === undefined) return undefined
    return (await ask(await this.#endpointOf(network, payer), numberBehind(network.token.address, transfer)))?.nonce
  }

  /** When a block was made, in milliseconds since 1970; null where the endpoint does not tell. */
  async timeOf(id: NetworkId, payer: Address, block: bigint): Promise<number | null> {
    const network = findNetwork(id)
    if (network === undefined) return null
    const answer = await ask(await this.#endpointOf(network, payer), blockAt(block))
    return answer?.number === block ? answer.timeMs : null
  }
}

/** Who answers, how high the chain is, and which numbers are used. */
async function readStanding(endpoint: string, { chainId: expected, token }: Network, numbers: readonly RefundNumber[]): Promise<Result<{ readonly latest: bigint; readonly used: readonly boolean[] }, ChainFault>> {
  const states = numbers.map(({ authorizer, nonce }) => authorizationState(token.address, authorizer, nonce))
  const queries = [chainId(), latestBlock(), ...states] as const
  const reply = await postJson(endpoint, encodeBatch(queries))
  const answers = reply.ok ? readBatch(reply.value, queries) : reply
  if (!answers.ok) return answers
  const [chain, block, ...rest] = answers.value
  if (!chain.ok) return chain
  if (chain.value !== BigInt(expected)) return err('wrong-chain')
  if (!block.ok) return block
  const used: boolean[] = []
  for (const state of rest) {
    if (!state.ok) return state
    used.push(state.value)
  }
  return ok({ latest: block.value.number, used })
}

/** Blocks from which on it is asked, the furthest first. */
function lookedBack(since: bigint | null, latest: bigint): readonly bigint[] {
  const shorter = spans.map((span) => (latest > span ? latest - span : 0n))
  return since === null ? shorter : [since, ...shorter.filter((from) => from > since)]
}

/** Where a number was used. What the seller names is looked at first, and counts only if the chain shows the use there. */
async function followUse(endpoint: string, network: Network, number: RefundNumber, froms: readonly bigint[], latest: bigint, kept: bigint): Promise<NumberUse> {
  const use = { token: network.token.address, authorizer: number.authorizer, nonce: number.nonce }
  const hinted = number.hint === undefined || number.hint === null ? null : ((await ask(endpoint, transferIn(number.hint, use)))?.transfer ?? null)
  const logged = hinted === null ? await firstOf(froms, async (from) => (await ask(endpoint, authorizationUses(use, from, latest)))?.[0] ?? null) : null
  const transfer = hinted ?? (logged === null ? null : ((await ask(endpoint, transferIn(logged.value, use)))?.transfer ?? null))
  if (transfer === null) return { ...number, state: 'unseen' }
  return transfer.block > kept ? { ...number, state: 'pending' } : { ...number, state: 'moved', transfer }
}

/** What was moved in the transactions that the seller names: endpoints find these also where they do not look through so many blocks. */
async function readNamed(endpoint: string, { token }: Network, numbers: readonly RefundNumber[], senders: readonly Address[], payer: Address): Promise<readonly LoggedTransfer[]> {
  const hints = new Set(numbers.flatMap(({ hint }) => (hint === undefined || hint === null ? [] : [hint])))
  const read = await Promise.all([...hints].map((hint) => ask(endpoint, transfersIn(hint, token.address, senders, payer))))
  return read.flatMap((found) => found?.transfers ?? [])
}

async function firstOf<T>(froms: readonly bigint[], look: (from: bigint) => Promise<T | null>): Promise<{ readonly from: bigint; readonly value: T } | null> {
  for (const from of froms) {
    const value = await look(from)
    if (value !== null) return { from, value }
  }
  return null
}

async function ask<T>(endpoint: string, asked: Query<T>): Promise<T | null> {
  const reply = await postJson(endpoint, encodeBatch([asked]))
  const answer = reply.ok ? readOne(reply.value, asked) : reply
  return answer.ok ? answer.value : null
}
