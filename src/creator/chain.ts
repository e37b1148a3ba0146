import { authorizationState, latestBlock, type Block, type Use } from '../core/chain/queries'
import { encodeBatch, readBatch, type Query } from '../core/chain/rpc'
import type { ChainFault } from '../core/chain/faults'
import { err, ok, type Result } from '../core/result'

/** Milliseconds an endpoint has for one answer. */
const patience = 10_000

type Answered<Queries extends readonly Query<unknown>[]> = { readonly [K in keyof Queries]: Queries[K] extends Query<infer T> ? T : never }

/** What a shop asks of the chain itself, and of nobody who tells of it. */
export interface Chain {
  /** All answers, or the first fault. Never throws. */
  ask<const Queries extends readonly Query<unknown>[]>(queries: Queries): Promise<Result<Answered<Queries>, ChainFault>>
}

/** @param endpoint of a node that speaks JSON-RPC 2.0 */
export function openChain(endpoint: string): Chain {
  const ask: Chain['ask'] = async <const Queries extends readonly Query<unknown>[]>(queries: Queries): Promise<Result<Answered<Queries>, ChainFault>> => {
    const json = await post(endpoint, encodeBatch(queries))
    if (json === null) return err('unreachable')
    const batch = readBatch(json, queries)
    if (!batch.ok) return batch
    const values: unknown[] = []
    for (const answer of batch.value as readonly Result<unknown, ChainFault>[]) {
      if (!answer.ok) return answer
      values.push(answer.value)
    }
    // Each answer was read by the query in its place.
    return ok(values as unknown as Answered<Queries>)
  }
  return { ask }
}

async function post(endpoint: string, body: unknown): Promise<unknown> {
  try {
    const answer = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(patience) })
    return await answer.json()
  } catch {
    return null
  }
}

/** Whether an authorization was used, as of a block. */
export async function lookAt(chain: Chain, { token, authorizer, nonce }: Use): Promise<Result<{ readonly isUsed: boolean; readonly block: Block }, ChainFault>> {
  const answers = await chain.ask([latestBlock(), authorizationState(token, authorizer, nonce)])
  return answers.ok ? ok({ block: answers.value[0], isUsed: answers.value[1] }) : answers
}
