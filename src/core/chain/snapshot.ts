import type { Address, Bytes32 } from '../hex'
import type { Network } from '../networks/networks'
import { err, ok, type Result } from '../result'
import type { ChainFault } from './faults'
import { authorizationState, balanceOf, chainId, hasCode, latestBlock, type Block } from './queries'
import { readBatch } from './rpc'

/** What the chain says about one account and one authorization at one moment. */
export interface Snapshot {
  readonly block: Block
  /** Atomic units of the network's token. */
  readonly balance: bigint
  /** Whether the authorization has been used (or cancelled). */
  readonly used: boolean
}

/** How many blocks an endpoint may lag behind what was seen: behind one name there are often several machines. */
const tolerableLag = 16n

/**
 * The questions of one snapshot, to be posted as one batch (`encodeBatch`). The chain and the token are asked about
 * every time: an endpoint is not trusted to stay what it was.
 */
export function snapshotQueries({ token }: Network, account: Address, nonce: Bytes32) {
  return [
    chainId(),
    hasCode(token.address),
    latestBlock(),
    balanceOf(token.address, account),
    authorizationState(token.address, account, nonce),
  ] as const
}

/**
 * Reads the reply to a snapshot's batch. Who answers comes first: on a wrong chain, or where the token is missing,
 * the other answers are nonsense and the words for that are the useful ones.
 * @param highest the highest block number this wallet has seen on the network, 0 for none
 */
export function readSnapshot(
  json: unknown,
  network: Network,
  queries: ReturnType<typeof snapshotQueries>,
  highest: bigint,
): Result<Snapshot, ChainFault> {
  const answers = readBatch(json, queries)
  if (!answers.ok) return answers
  const [chain, token, block, balance, used] = answers.value
  if (!chain.ok) return chain
  if (chain.value !== BigInt(network.chainId)) return err('wrong-chain')
  if (!token.ok) return token
  if (!token.value) return err('no-token')
  if (!block.ok) return block
  if (block.value.number + tolerableLag < highest) return err('went-back')
  if (!balance.ok) return balance
  if (!used.ok) return used
  return ok({ block: block.value, balance: balance.value, used: used.value })
}
