import express, { type Express } from 'express'
import * as v from 'valibot'
import { toFunctionSelector, toHex } from 'viem'

/** What the endpoint says instead of the truth. */
export const lies = [
  'none',
  /** It is another chain. */
  'wrong-chain-id',
  /** Everybody is rich. */
  'wrong-balance',
  /** Time runs backwards: every answer is one block earlier than the last. */
  'height-back',
  /** No authorization was ever used. */
  'never-used',
  /** Every authorization was used. */
  'always-used',
  /** There is no contract anywhere. */
  'no-code',
] as const
export type Lie = (typeof lies)[number]

/** How the wallet's chain endpoint behaves. */
export interface EndpointState {
  /** Connections are cut. */
  readonly down: boolean
  /** Every answer takes this many milliseconds more. */
  readonly slowMs: number
  readonly lie: Lie
}

/** A change to it. Parts left out stay as they are. */
export const endpointChange = v.strictObject({
  down: v.exactOptional(v.boolean()),
  slowMs: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120_000))),
  lie: v.exactOptional(v.picklist(lies)),
})
export type EndpointChange = v.InferOutput<typeof endpointChange>

const request = v.object({
  jsonrpc: v.literal('2.0'),
  id: v.optional(v.union([v.string(), v.number(), v.null()])),
  method: v.string(),
  params: v.optional(v.array(v.unknown())),
})
type Request = v.InferOutput<typeof request>
const answer = v.looseObject({ result: v.optional(v.unknown()) })

/** What a public endpoint answers; the local chain's own commands (anvil_…, evm_…) are not for wallets. */
const publicMethod = /^(?:eth|net|web3)_[A-Za-z0-9]+$/

/** What one million dollars of the token would look like. */
const fortune = 10n ** 12n

/** A JSON-RPC endpoint in front of the chain, which can be made to fail or to lie. */
export interface Endpoint {
  readonly app: Express
  readonly change: (change: EndpointChange) => EndpointState
}

/** @param upstream URL of the chain itself. */
export function createEndpoint(upstream: string): Endpoint {
  let state: EndpointState = { down: false, slowMs: 0, lie: 'none' }
  let told = 0

  const forward = async (call: Request): Promise<unknown> => {
    if (!publicMethod.test(call.method)) {
      return { jsonrpc: '2.0', id: call.id ?? null, error: { code: -32601, message: `the method ${call.method} does not exist` } }
    }
    const response = await fetch(upstream, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
    })
    const truth = v.parse(answer, await response.json())
    const lie = truth.result === undefined ? undefined : tell(state.lie, call, told, truth.result)
    if (lie !== undefined) told += 1
    return lie === undefined ? truth : { ...truth, result: lie }
  }

  const app = express()
  app.disable('x-powered-by')
  app.use((_, response, next) => {
    response.set({ 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' })
    next()
  })
  app.options('/', (_, response) => void response.sendStatus(204))
  app.use(express.json({ limit: '1mb' }))
  app.post('/', async (incoming, response) => {
    if (state.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, state.slowMs))
    if (state.down) {
      incoming.socket.destroy()
      return
    }
    const body: unknown = incoming.body
    const calls = v.safeParse(v.union([request, v.pipe(v.array(request), v.maxLength(100))]), body)
    if (!calls.success) {
      response.json({ jsonrpc: '2.0', id: null, error: { code: -32600, message: 'not a JSON-RPC request' } })
      return
    }
    response.json(Array.isArray(calls.output) ? await Promise.all(calls.output.map(forward)) : await forward(calls.output))
  })
  return { app, change: (change) => (state = { ...state, ...change }) }
}

const balanceOf = toFunctionSelector('balanceOf(address)')
const authorizationState = toFunctionSelector('authorizationState(address,bytes32)')
const word = (value: bigint) => toHex(value, { size: 32 })

/** The false answer to a call, or undefined where this lie leaves it alone. `told` counts the lies before it, `truth` is the chain's answer. */
function tell(lie: Lie, { method, params }: Request, told: number, truth: unknown): unknown {
  const called = method === 'eth_call' ? selector(params?.[0]) : undefined
  switch (lie) {
    case 'none':
      return undefined
    case 'wrong-chain-id':
      if (method === 'eth_chainId') return '0x1'
      return method === 'net_version' ? '1' : undefined
    case 'wrong-balance':
      return called === balanceOf ? word(fortune) : undefined
    case 'height-back':
      if (method === 'eth_getBlockByNumber' && typeof truth === 'object' && truth !== null) return { ...truth, number: heightBack(told) }
      return method === 'eth_blockNumber' ? heightBack(told) : undefined
    case 'never-used':
      return called === authorizationState ? word(0n) : undefined
    case 'always-used':
      return called === authorizationState ? word(1n) : undefined
    case 'no-code':
      return method === 'eth_getCode' || called !== undefined ? '0x' : undefined
  }
}

const heightBack = (told: number): string => toHex(Math.max(0, 1000 - told))

/** The function an `eth_call` names: the first four bytes of its data (field "data", or "input" in newer clients). */
function selector(call: unknown): string | undefined {
  const parsed = v.safeParse(v.object({ data: v.optional(v.string()), input: v.optional(v.string()) }), call)
  return parsed.success ? (parsed.output.input ?? parsed.output.data)?.slice(0, 10).toLowerCase() : undefined
}
