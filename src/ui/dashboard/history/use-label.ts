import { useEffect, useRef, useState } from 'preact/hooks'
import { longestTag, mostTags } from '../../../core/history/label'
import { send } from '../../../messaging/client'
import type { LabelView, PaymentDetail } from '../../../messaging/views'

/** A label as it is typed: tags in one line, with commas between them. */
interface Written {
  readonly note: string
  readonly tags: string
}

/** What is kept when nothing more was typed for so many milliseconds. */
const pause = 800

export interface Labelling extends Written {
  readonly state: 'untouched' | 'writing' | 'keeping' | 'kept' | 'failed'
  /** Why it was not kept, for the reader. */
  readonly sentence: string | null
  /** Something else was kept than stood there when the reader came. */
  readonly canUndo: boolean
  readonly write: (change: Partial<Written>) => void
  /** Keeps what is written now. */
  readonly keep: () => void
  readonly undo: () => void
}

const writtenOf = ({ label, tags }: LabelView): Written => ({ note: label ?? '', tags: tags.join(', ') })
const isSame = (a: Written, b: Written): boolean => a.note === b.note && a.tags === b.tags
/** The reader is in the fields. */
const isWriting = (): boolean => (document.activeElement?.closest('.own-label') ?? null) !== null

/** With the commas of any language between them: Arabic and Japanese have their own. */
export const readTags = (tags: string): string[] => tags.split(/[,，、،\n]/).map((tag) => tag.trim()).filter((tag) => tag !== '')

/** Whether so many tags, of such a length, can be kept. */
export function areTags(tags: string): boolean {
  const all = readTags(tags)
  return all.length <= mostTags && all.every((tag) => tag.length <= longestTag)
}

/** Keeps what the reader writes, one message at a time, the newest last. What is kept elsewhere meanwhile never takes the place of what is being written here. */
export function useLabel(payment: PaymentDetail): Labelling {
  const came = useRef(writtenOf(payment)).current
  const [written, setWritten] = useState(came)
  const [state, setState] = useState<Labelling['state']>('untouched')
  const [sentence, setSentence] = useState<string | null>(null)
  const [kept, setKept] = useState(came)
  const latest = useRef({ written, kept, busy: false })

  const put = (next: Written) => {
    latest.current.written = next
    setWritten(next)
  }

  const keep = async (): Promise<void> => {
    const now = latest.current
    if (now.busy || !areTags(now.written.tags)) return
    if (isSame(now.written, now.kept)) {
      // Written, and taken back before it was kept.
      setState((before) => (before === 'writing' ? 'kept' : before))
      return
    }
    now.busy = true
    setState('keeping')
    const sent = now.written
    const reply = await send('payments.label', { id: payment.id, note: sent.note, tags: readTags(sent.tags) })
    now.busy = false
    setSentence(reply.ok ? null : reply.sentence)
    if (!reply.ok) {
      setState('failed')
      return
    }
    now.kept = sent
    setKept(sent)
    setState('kept')
    // Written on meanwhile.
    await keep()
  }

  useEffect(() => {
    const stored = writtenOf(payment)
    const now = latest.current
    const isResting = !now.busy && isSame(now.written, now.kept)
    if (!isResting || isSame(stored, now.kept) || isWriting()) return
    now.kept = stored
    setKept(stored)
    put(stored)
  }, [payment.label, payment.tags.join('\n')])

  useEffect(() => {
    if (state !== 'writing') return undefined
    const timer = setTimeout(() => void keep(), pause)
    return () => clearTimeout(timer)
  }, [written, state])

  // Whoever leaves by the browser's own way back has written it all the same.
  useEffect(() => () => void keep(), [])

  return {
    ...written,
    state,
    sentence,
    canUndo: !isSame(kept, came),
    write: (change) => {
      put({ ...latest.current.written, ...change })
      setState('writing')
    },
    keep: () => void keep(),
    undo: () => {
      put(came)
      void keep()
    },
  }
}
