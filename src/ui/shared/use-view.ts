import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { onChanged } from '../../messaging/client'
import type { Input, OwnMessageType, Output, ReplyFault } from '../../messaging/contract'
import type { SessionEvent } from '../../messaging/views'
import { sendOrTake } from './ahead'

/** What is known of a view of the worker. */
export type View<T> = Loaded<T> & {
  /** Asks again, and keeps what is shown until the answer comes. */
  readonly reload: () => void
  /** Shows at once what came in answer to something else, and asks again all the same: more may have changed on the way. */
  readonly replace: (value: T) => void
}

type Loaded<T> = { readonly state: 'waiting' } | { readonly state: 'failed'; readonly code: ReplyFault; readonly sentence: string } | { readonly state: 'ready'; readonly value: T }

/**
 * Asks the worker for a view, and again whenever it says that one of `topics` changed.
 * A slow answer never overwrites a later one. When `input` changes, waiting begins anew.
 *
 * @param topics what the view depends on; read once, at the first rendering
 */
export function useView<K extends OwnMessageType>(type: K, input: Input<K>, topics: readonly SessionEvent['topic'][]): View<Output<K>> {
  const key = JSON.stringify([type, input])
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly view: Loaded<Output<K>> }>({ key, view: { state: 'waiting' } })
  const latest = useRef({ input, topics, question: 0 })
  latest.current.input = input

  const reload = useCallback(() => {
    const question = ++latest.current.question
    void sendOrTake(type, latest.current.input).then((reply) => {
      if (question !== latest.current.question) return
      const view: Loaded<Output<K>> = reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', code: reply.code, sentence: reply.sentence }
      setLoaded({ key, view })
    })
  }, [key])

  const replace = useCallback(
    (value: Output<K>) => {
      setLoaded((shown) => (shown.key === key ? { key, view: { state: 'ready', value } } : shown))
      reload()
    },
    [key, reload],
  )

  useEffect(() => {
    const asked = latest.current
    reload()
    const stop = onChanged((topic) => {
      // What the worker says is said anew in another language; what is asked once stays as it was answered.
      if (asked.topics.includes(topic) || (topic === 'language' && asked.topics.length > 0)) reload()
    })
    return () => {
      stop()
      // An answer that is still on its way finds nobody.
      asked.question++
    }
  }, [reload])

  return { ...(loaded.key === key ? loaded.view : { state: 'waiting' as const }), reload, replace }
}
