import { useRef, useState } from 'preact/hooks'
import type { ImportView } from '../../../../messaging/views'
import { giveExport } from '../../../shared/export-file'
import { useGuarded, type StepUp } from '../../../shared/step-up'
import { useLeaving } from '../../../shared/use-leaving'
import { words } from './words'

export interface Importing {
  /** 'asking': nothing is read before the worker has agreed to it. */
  readonly phase: 'resting' | 'asking' | 'reading'
  /** How much of the file was given so far, in bytes. */
  readonly progress: { readonly read: number; readonly whole: number } | null
  readonly outcome: { readonly level: 'good' | 'note' | 'stop'; readonly sentence: string } | null
  readonly dialog: StepUp['dialog']
  /** Once at a time. Stops when the reader leaves. */
  readonly begin: (file: File, rules: boolean) => void
  readonly stop: () => void
}

/** Takes a file of payments in. */
export function useImport(): Importing {
  const task = useGuarded('import.begin')
  const [progress, setProgress] = useState<Importing['progress']>(null)
  const [outcome, setOutcome] = useState<Importing['outcome']>(null)
  const leaving = useLeaving()
  const stopping = useRef<AbortController | null>(null)

  const give = async (run: string, file: File) => {
    const stop = new AbortController()
    stopping.current = stop
    const tell = (read: number) => setProgress({ read, whole: file.size })
    tell(0)
    const given = await giveExport(file, run, AbortSignal.any([leaving, stop.signal]), tell)
    stopping.current = null
    setProgress(null)
    if (given === null) setOutcome({ level: 'note', sentence: words.takeIn.stopped })
    else setOutcome(given.ok ? { level: 'good', sentence: inWords(given.value) } : { level: 'stop', sentence: given.error })
  }
  const begin: Importing['begin'] = (file, rules) => {
    if (task.working || stopping.current !== null) return
    setOutcome(null)
    task.run({ rules }, ({ run }) => void give(run, file))
  }
  return {
    phase: progress !== null ? 'reading' : task.working ? 'asking' : 'resting',
    progress,
    outcome: outcome ?? (task.sentence === null ? null : { level: 'stop', sentence: task.sentence }),
    dialog: task.dialog,
    begin,
    stop: () => stopping.current?.abort(),
  }
}

function inWords({ added, grown, known, skipped, foreign, purses, withheld }: ImportView): string {
  const text = words.takeIn.done
  const isEmpty = added + grown + known + skipped === 0
  const told = isEmpty ? [text.none] : [text.added(added), text.grown(grown), text.known(known), text.skipped(skipped), text.foreign(foreign), text.purses(purses)]
  return [...told, withheld ? text.withheld : ''].filter((sentence) => sentence !== '').join(' ')
}
