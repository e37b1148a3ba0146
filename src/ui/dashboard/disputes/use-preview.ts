import { useEffect, useRef, useState } from 'preact/hooks'
import { send } from '../../../messaging/client'
import type { Input } from '../../../messaging/contract'
import type { DisputePreviewView } from '../../../messaging/dispute-views'

export interface Preview {
  /** What was shown last stays until something newer comes; null before the first. */
  readonly shown: DisputePreviewView | null
  /** It is what is asked for now. */
  readonly isCurrent: boolean
  /** Why there is none, for the reader; null while there is nothing to say. */
  readonly sentence: string | null
}

interface Answer extends Omit<Preview, 'isCurrent'> {
  readonly key: string
}

/**
 * What would be sent, while the reader is writing it. One question is under way at a time; of those that come up
 * meanwhile only the newest is asked. @param input null while there is nothing that could be sent
 */
export function usePreview(input: Input<'disputes.preview'> | null): Preview {
  const key = JSON.stringify(input)
  const [answer, setAnswer] = useState<Answer>({ key: '', shown: null, sentence: null })
  const asker = useRef({ newest: input, isAsking: false, isGone: false })
  useEffect(() => {
    asker.current.newest = input
    if (!asker.current.isAsking) void askOn(asker.current, setAnswer)
  }, [key])
  useEffect(() => {
    asker.current.isGone = false
    return () => {
      asker.current.isGone = true
    }
  }, [])
  return { shown: answer.shown, sentence: answer.sentence, isCurrent: input !== null && answer.key === key && answer.sentence === null }
}

interface Asker {
  newest: Input<'disputes.preview'> | null
  isAsking: boolean
  isGone: boolean
}

async function askOn(asker: Asker, tell: (change: (before: Answer) => Answer) => void): Promise<void> {
  asker.isAsking = true
  for (let input = asker.newest; input !== null; input = asker.newest) {
    asker.newest = null
    const key = JSON.stringify(input)
    const reply = await send('disputes.preview', input)
    if (asker.isGone) break
    tell(({ shown }) => ({ key, shown: reply.ok ? reply.value : shown, sentence: reply.ok ? null : reply.sentence }))
  }
  asker.isAsking = false
}
