import { authorizationStateSelector, authorizationUsedTopic, transferTopic } from '../../core/chain/queries'
import type { Address, Bytes32, Hex } from '../../core/hex'
import type { Network } from '../../core/networks/networks'

const word = (value: bigint): Bytes32 => `0x${value.toString(16).padStart(64, '0')}`
const topicOf = (address: Address): Bytes32 => `0x${address.slice(2).padStart(64, '0')}`
const text = (value: bigint): Hex => `0x${value.toString(16)}`

interface Log {
  readonly address: Address
  readonly topics: readonly Bytes32[]
  readonly data: Hex
  readonly transactionHash: Bytes32
  readonly blockNumber: Hex
  readonly logIndex: Hex
  readonly block: bigint
}

/** What a transfer is made by. */
export interface Move {
  readonly from: Address
  readonly to: Address
  readonly amount: bigint
  /** With an authorization of this number; a plain transfer without. */
  readonly nonce?: Bytes32
}

/** The token of a network as an endpoint tells of it: one transaction a block, and a block every two seconds. */
export class TokenChain {
  latest = 1_000n
  chainId: bigint
  /** How many blocks the endpoint looks through at once. */
  span = 10n ** 9n
  /** Every question that was asked. */
  readonly asked: { readonly method: string; readonly params: readonly unknown[] }[] = []
  readonly #network: Network
  readonly #logs: Log[] = []
  readonly #cancelled = new Set<string>()

  constructor(network: Network) {
    this.#network = network
    this.chainId = BigInt(network.chainId)
  }

  /** Puts transfers into one transaction of the next block. Returns its name. */
  move(...moves: readonly Move[]): Bytes32 {
    this.latest += 1n
    const transactionHash = word(this.latest * 7919n)
    const place = { transactionHash, blockNumber: text(this.latest), block: this.latest, address: this.#network.token.address }
    let index = 0n
    for (const { from, to, amount, nonce } of moves) {
      if (nonce !== undefined) this.#logs.push({ ...place, topics: [authorizationUsedTopic, topicOf(from), nonce], data: '0x', logIndex: text(index++) })
      this.#logs.push({ ...place, topics: [transferTopic, topicOf(from), topicOf(to)], data: word(amount), logIndex: text(index++) })
    }
    return transactionHash
  }

  cancel(authorizer: Address, nonce: Bytes32): void {
    this.#cancelled.add(topicOf(authorizer) + nonce)
  }

  /** Blocks go by. */
  pass(blocks: bigint): void {
    this.latest += blocks
  }

  answer(body: unknown): unknown {
    return (body as readonly { readonly id: number; readonly method: string; readonly params: readonly unknown[] }[]).map(({ id, method, params }) => {
      this.asked.push({ method, params })
      const result = this.#result(method, params)
      return { jsonrpc: '2.0', id, ...(result === undefined ? { error: { code: -32005, message: 'limit exceeded' } } : { result }) }
    })
  }

  #result(method: string, params: readonly unknown[]): unknown {
    switch (method) {
      case 'eth_chainId':
        return text(this.chainId)
      case 'eth_getBlockByNumber': {
        const number = params[0] === 'latest' ? this.latest : BigInt(String(params[0]))
        return { number: text(number), timestamp: text(timeOf(number) / 1000n) }
      }
      case 'eth_call':
        return this.#state((params[0] as { readonly data: string }).data)
      case 'eth_getTransactionReceipt': {
        const logs = this.#logs.filter(({ transactionHash }) => transactionHash === params[0])
        const [first] = logs
        return first === undefined ? null : { transactionHash: first.transactionHash, status: '0x1', from: `0x${'99'.repeat(20)}`, blockNumber: first.blockNumber, logs }
      }
      case 'eth_getLogs':
        return this.#find(params[0] as { readonly topics: readonly (Bytes32 | readonly Bytes32[])[]; readonly fromBlock: string; readonly toBlock: string })
      default:
        return undefined
    }
  }

  #state(data: string): unknown {
    if (!data.startsWith(authorizationStateSelector)) return undefined
    const [authorizer, nonce] = [`0x${data.slice(10, 74)}`, `0x${data.slice(74)}`]
    const isUsed = this.#logs.some(({ topics }) => topics[0] === authorizationUsedTopic && topics[1] === authorizer && topics[2] === nonce)
    return word(isUsed || this.#cancelled.has(authorizer + nonce) ? 1n : 0n)
  }

  #find({ topics, fromBlock, toBlock }: { readonly topics: readonly (Bytes32 | readonly Bytes32[])[]; readonly fromBlock: string; readonly toBlock: string }): unknown {
    const [from, to] = [BigInt(fromBlock), BigInt(toBlock)]
    if (to - from > this.span) return undefined
    return this.#logs.filter((log) => log.block >= from && log.block <= to && topics.every((wanted, at) => (typeof wanted === 'string' ? wanted === log.topics[at] : wanted.includes(log.topics[at] ?? '0x'))))
  }
}

/** When a block was made, in milliseconds since 1970. */
export const timeOf = (block: bigint): bigint => 1_760_000_000_000n + block * 2_000n
