import { useRef, useState } from 'preact/hooks'
import { send } from '../../messaging/client'
import type { Input, OwnMessageType, Output, Reply } from '../../messaging/contract'

export interface Task<K extends OwnMessageType> {
  readonly working: boolean
  /** Why the last attempt failed, for the reader; null before the first and while one is under way. */
  readonly sentence: string | null
  /** Sends the message, once at a time: a second press while one is under way does nothing. */
  readonly run: (input: Input<K>, onDone: (value: Output<K>) => void) => void
}

/** Something the reader asks the worker to do: under way, failed with a sentence, or done. */
export function useTask<K extends OwnMessageType>(type: K): Task<K> {
  return useSending((input) => send(type, input))
}

/** The same for a message that is sent in some other way. @param sending gives null when the reader thought better of it */
export function useSending<K extends OwnMessageType>(sending: (input: Input<K>) => Promise<Reply<K> | null>): Task<K> {
  const [state, setState] = useState<{ readonly working: boolean; readonly sentence: string | null }>({ working: false, sentence: null })
  const busy = useRef(false)
  const run: Task<K>['run'] = (input, onDone) => {
    if (busy.current) return
    busy.current = true
    setState({ working: true, sentence: null })
    void sending(input).then((reply) => {
      busy.current = false
      setState({ working: false, sentence: reply === null || reply.ok ? null : reply.sentence })
      if (reply?.ok === true) onDone(reply.value)
    })
  }
  return { ...state, run }
}
