import { onChanged, send } from '../../messaging/client'
import type { Input, OwnMessageType, Reply } from '../../messaging/contract'

/** Answers, or the wait for them, to what was asked before those who need them were on the screen. Each is for one of them. */
const early = new Map<string, Promise<unknown>>()
let isListening = false

const keyOf = (type: OwnMessageType, input: unknown): string => JSON.stringify([type, input])

/**
 * Asks the worker what a screen is going to ask: it wakes up and reads while the page is still being made. An answer is dropped
 * as soon as anything changes, locking included.
 */
export function askAhead<K extends OwnMessageType>(type: K, input: Input<K>): void {
  if (!isListening) onChanged(() => early.clear())
  isListening = true
  early.set(keyOf(type, input), send(type, input))
}

/** Sends a message, or takes what came in answer to the same one ahead. What was refused then is asked again: the wallet may be open by now. */
export function sendOrTake<K extends OwnMessageType>(type: K, input: Input<K>): Promise<Reply<K>> {
  const key = keyOf(type, input)
  const answer = early.get(key) as Promise<Reply<K>> | undefined
  if (answer === undefined) return send(type, input)
  early.delete(key)
  return answer.then((reply) => (reply.ok ? reply : send(type, input)))
}
