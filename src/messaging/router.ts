import * as v from 'valibot'
import type { Result } from '../core/result'
import { answers } from '../core/words/answers'
import type { MessageSender } from '../platform/runtime'
import { contract, type Input, type MessageType, type Output, type PageMessageType, type Reply, type ReplyFault } from './contract'
import { classifySender, type OwnSender, type PageSender } from './sender'

/** Why a handler refuses; the sentence is for the reader. */
export interface Refusal {
  readonly code: Exclude<ReplyFault, 'forbidden' | 'malformed'>
  readonly sentence: string
}

/** What a fresh proof of the reader hands to the one message it was given for. Wiped when that message was answered. */
export interface Proof {
  wipe(): void
}

/** Says whether a message is obeyed as it stands: with the proof it brought, with none because none is needed (null), or not. */
export type Guard<P extends Proof> = (type: MessageType, input: unknown) => Promise<Result<P | null, Refusal>>

export type SenderOf<K extends MessageType> = K extends PageMessageType ? PageSender : OwnSender
export type Handler<K extends MessageType, App, P extends Proof> = (
  input: Input<K>,
  app: App,
  sender: SenderOf<K>,
  proof: P | null,
) => Promise<Result<Output<K>, Refusal>>
export type Handlers<App, P extends Proof> = { readonly [K in MessageType]: Handler<K, App, P> }

type AnyHandler<App, P> = (input: unknown, app: App, sender: OwnSender | PageSender, proof: P | null) => Promise<Result<unknown, Refusal>>

const forbidden = () => ({ ok: false, code: 'forbidden', sentence: answers.forbidden }) as const
const malformed = () => ({ ok: false, code: 'malformed', sentence: answers.malformed }) as const
const failed = () => ({ ok: false, code: 'failed', sentence: answers.failed }) as const

/**
 * Answers messages: who sends is read from the browser, what is sent is parsed into the contract's types, the guard is
 * asked whether it needs a fresh proof, and only then a handler runs. `heard` learns of every allowed message; nothing is said before
 * `speaking` has come true, which is when it is known in which language. A message that is not in the contract is left alone (undefined).
 */
export function createRouter<App, P extends Proof>(
  handlers: Handlers<App, P>,
  app: App,
  self: { readonly id: string; readonly origin: string },
  heard: (from: OwnSender | PageSender) => void,
  guard: Guard<P>,
  speaking: () => Promise<void>,
) {
  const refuse = (why: () => Reply<MessageType>): Promise<Reply<MessageType>> => speaking().then(why)
  return (message: unknown, sender: MessageSender): Promise<Reply<MessageType>> | undefined => {
    const asked = readEnvelope(message)
    if (asked === null) return undefined
    const from = classifySender(sender, self)
    if (from === null || from.kind !== contract[asked.type].from) return refuse(forbidden)
    heard(from)
    const input = v.safeParse(contract[asked.type].input, asked.input)
    if (!input.success) return refuse(malformed)
    // The table is typed by the contract row by row; looking a row up by a run-time name widens it.
    const handle = handlers[asked.type] as AnyHandler<App, P>
    return answer(guarded(speaking().then(() => guard(asked.type, input.output)), (proof) => handle(input.output, app, from, proof)))
  }
}

async function guarded<P extends Proof>(
  asked: Promise<Result<P | null, Refusal>>,
  handle: (proof: P | null) => Promise<Result<unknown, Refusal>>,
): Promise<Result<unknown, Refusal>> {
  const allowed = await asked
  if (!allowed.ok) return allowed
  try {
    return await handle(allowed.value)
  } finally {
    allowed.value?.wipe()
  }
}

async function answer(result: Promise<Result<unknown, Refusal>>): Promise<Reply<MessageType>> {
  try {
    const settled = await result
    if (!settled.ok) return { ok: false, ...settled.error }
    return { ok: true, value: settled.value as Output<MessageType> }
  } catch {
    // Error texts may quote what a page or a server sent: none of them leaves the worker.
    return failed()
  }
}

function readEnvelope(message: unknown): { readonly type: MessageType; readonly input: unknown } | null {
  if (typeof message !== 'object' || message === null) return null
  if (!('type' in message) || typeof message.type !== 'string' || !isMessageType(message.type)) return null
  return { type: message.type, input: 'input' in message ? message.input : undefined }
}

const isMessageType = (type: string): type is MessageType => Object.hasOwn(contract, type)
