import * as v from 'valibot'
import { err, ok, type Result } from '../result'
import type { ChainFault } from './faults'

/** A question to a chain endpoint as data, with the reader of its answer. */
export interface Query<T> {
  readonly method: string
  readonly params: readonly unknown[]
  /** Null when the result is not what the method returns. */
  readonly read: (result: unknown) => T | null
}

export type ReplyFault = Extract<ChainFault, 'unreachable' | 'malformed'>

type Answers<Queries extends readonly Query<unknown>[]> = {
  readonly [K in keyof Queries]: Queries[K] extends Query<infer T> ? Result<T, ReplyFault> : never
}

/** Makes a query whose result is read by a schema. */
export function query<T>(method: string, params: readonly unknown[], schema: v.GenericSchema<unknown, T>): Query<T> {
  const read = (result: unknown): T | null => {
    const parsed = v.safeParse(schema, result)
    return parsed.success ? parsed.output : null
  }
  return { method, params, read }
}

/** JSON-RPC 2.0 batch request, ids counting from 1. */
export function encodeBatch(queries: readonly Query<unknown>[]): readonly unknown[] {
  return queries.map(({ method, params }, at) => ({ jsonrpc: '2.0', id: at + 1, method, params }))
}

const reply = v.object({ jsonrpc: v.literal('2.0'), id: v.number(), result: v.optional(v.unknown()), error: v.optional(v.unknown()) })

/**
 * Reads the reply to `encodeBatch(queries)`, in whatever order it comes: exactly one answer to each question, each read
 * for itself. 'unreachable' where the endpoint declines (busy, over its limits), 'malformed' for anything out of order.
 */
export function readBatch<const Queries extends readonly Query<unknown>[]>(
  json: unknown,
  queries: Queries,
): Result<Answers<Queries>, ReplyFault> {
  if (!Array.isArray(json)) return err(isDeclined(json) ? 'unreachable' : 'malformed')
  if (json.length !== queries.length) return err('malformed')
  const replies = v.safeParse(v.array(reply), json)
  if (!replies.success) return err('malformed')
  const answers = queries.map(({ read }, at) => readReply(replies.output.find(({ id }) => id === at + 1), read))
  // Each answer was read by the query in its place.
  return ok(answers as unknown as Answers<Queries>)
}

/** The answer to a single question asked as a batch of one. */
export function readOne<T>(json: unknown, asked: Query<T>): Result<T, ReplyFault> {
  const answers = readBatch(json, [asked])
  return answers.ok ? answers.value[0] : answers
}

function readReply<T>(found: v.InferOutput<typeof reply> | undefined, read: Query<T>['read']): Result<T, ReplyFault> {
  if (found === undefined) return err('malformed')
  if (found.error !== undefined) return err('unreachable')
  const value = read(found.result)
  return value === null ? err('malformed') : ok(value)
}

/** A whole batch may be declined with one error object. */
function isDeclined(json: unknown): boolean {
  return v.is(v.object({ jsonrpc: v.literal('2.0'), error: v.looseObject({}) }), json)
}
