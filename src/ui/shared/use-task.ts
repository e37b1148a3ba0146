import { useRef, useState } from 'preact/hooks'
import { send } from '../../messaging/client'
import type { Input, OwnMessageType, Output } from '../../messaging/contract'

export interface Task<K extends OwnMessageType> {
  readonly working: boolean
  /** Why the last attempt failed, for the reader; null before the first and while one is under way. */
  readonly sentence: string | null
  /** Sends the message, once at a time: a second press while one is under way does nothing. */
  readonly run: (input: Input<K>, onDone: (value: Output<K>) => void) => void
}

/** Something the reader asks the worker to do: under way, failed with a sentence, or done. */
export function useTask<K extends OwnMessageType>(type: K): Task<K> {
  const [state, setState] = useState<{ readonly working: boolean; readonly sentence: string | null }>({ working: false, sentence: null })
  const busy = useRef(false)
  const run: Task<K>['run'] = (input, onDone) => {
    if (busy.current) return
    busy.current = true
    setState({ working: true, sentence: null })
    void send(type, input).then((reply) => {
      busy.current = false
      setState({ working: false, sentence: reply.ok ? null : reply.sentence })
      if (reply.ok) onDone(reply.value)
    })
  }
  return { ...state, run }
}
