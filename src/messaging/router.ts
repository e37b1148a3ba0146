import * as v from 'valibot'
import type { Result } from '../core/result'
import type { MessageSender } from '../platform/runtime'
import { contract, type Input, type MessageType, type Output, type PageMessageType, type Reply, type ReplyFault } from './contract'
import { classifySender, type OwnSender, type PageSender } from './sender'

/** Why a handler refuses; the sentence is for the reader. */
export interface Refusal {
  readonly code: Exclude<ReplyFault, 'forbidden' | 'malformed'>
  readonly sentence: string
}

export type SenderOf<K extends MessageType> = K extends PageMessageType ? PageSender : OwnSender
export type Handler<K extends MessageType, App> = (input: Input<K>, app: App, sender: SenderOf<K>) => Promise<Result<Output<K>, Refusal>>
export type Handlers<App> = { readonly [K in MessageType]: Handler<K, App> }

type AnyHandler<App> = (input: unknown, app: App, sender: OwnSender | PageSender) => Promise<Result<unknown, Refusal>>

const forbidden = { ok: false, code: 'forbidden', sentence: 'This page may not ask that.' } as const
const malformed = { ok: false, code: 'malformed', sentence: 'That request could not be read.' } as const
const failed = { ok: false, code: 'failed', sentence: 'Something went wrong inside Farthing. Nothing new was paid.' } as const

/**
 * Answers messages: who sends is read from the browser, what is sent is parsed into the contract's types,
 * and only then a handler runs. `heard` learns of every allowed message. A message that is not in the contract is left alone (undefined).
 */
export function createRouter<App>(
  handlers: Handlers<App>,
  app: App,
  self: { readonly id: string; readonly origin: string },
  heard: (from: OwnSender | PageSender) => void,
) {
  return (message: unknown, sender: MessageSender): Promise<Reply<MessageType>> | undefined => {
    const asked = readEnvelope(message)
    if (asked === null) return undefined
    const from = classifySender(sender, self)
    if (from === null || from.kind !== contract[asked.type].from) return Promise.resolve(forbidden)
    heard(from)
    const input = v.safeParse(contract[asked.type].input, asked.input)
    if (!input.success) return Promise.resolve(malformed)
    // The table is typed by the contract row by row; looking a row up by a run-time name widens it.
    const handle = handlers[asked.type] as AnyHandler<App>
    return answer(handle(input.output, app, from))
  }
}

async function answer(result: Promise<Result<unknown, Refusal>>): Promise<Reply<MessageType>> {
  try {
    const settled = await result
    if (!settled.ok) return { ok: false, ...settled.error }
    return { ok: true, value: settled.value as Output<MessageType> }
  } catch {
    // Error texts may quote what a page or a server sent: none of them leaves the worker.
    return failed
  }
}

function readEnvelope(message: unknown): { readonly type: MessageType; readonly input: unknown } | null {
  if (typeof message !== 'object' || message === null) return null
  if (!('type' in message) || typeof message.type !== 'string' || !isMessageType(message.type)) return null
  return { type: message.type, input: 'input' in message ? message.input : undefined }
}

const isMessageType = (type: string): type is MessageType => Object.hasOwn(contract, type)
