import { useRef, useState } from 'preact/hooks'
import type { Input, Output } from '../../../../messaging/contract'
import { exportName, readExport } from '../../../shared/export-file'
import { inPage, receiptsPage } from '../../../shared/receipts-page'
import { saveFile } from '../../../shared/save-file'
import { useGuarded, type StepUp } from '../../../shared/step-up'
import { useLeaving } from '../../../shared/use-leaving'
import { words } from './words'

type Wanted = Input<'export.begin'>['wanted']

/** What each kind of file is. */
const files: Readonly<Record<Wanted['kind'], FileKind>> = {
  table: { about: 'payments', ending: '.csv', written: (text) => text, whole: async (file) => new Blob([file], { type: 'text/csv' }) },
  document: { about: 'payments', ending: '.json', written: (text) => text, whole: async (file) => new Blob([file], { type: 'application/json' }) },
  receipts: { about: 'receipts', ending: '.html', written: inPage, whole: receiptsPage },
}

interface FileKind {
  readonly about: string
  readonly ending: string
  readonly written: (text: string) => string
  readonly whole: (file: Blob) => Promise<Blob>
}

export interface Exporting {
  /** Which file is under way, if one is. */
  readonly kind: Wanted['kind'] | null
  /** Null before the worker has agreed to it. */
  readonly progress: { readonly done: number; readonly all: number } | null
  /** Why the last try came to nothing, or what it came to; null before the first. */
  readonly outcome: { readonly kind: Wanted['kind']; readonly level: 'good' | 'note' | 'stop'; readonly sentence: string } | null
  readonly dialog: StepUp['dialog']
  /** Once at a time. Stops when the reader leaves. @param period goes into the name; empty for all */
  readonly begin: (wanted: Wanted, period: string) => void
  readonly stop: () => void
}

/** Makes a readable file and lets the browser save it, once all of it is there. */
export function useExport(): Exporting {
  const task = useGuarded('export.begin')
  const [kind, setKind] = useState<Wanted['kind'] | null>(null)
  const [progress, setProgress] = useState<Exporting['progress']>(null)
  const [outcome, setOutcome] = useState<Exporting['outcome']>(null)
  const leaving = useLeaving()
  const stopping = useRef<AbortController | null>(null)

  const read = async (begun: Output<'export.begin'>, { kind: wanted }: Wanted, period: string) => {
    const stop = new AbortController()
    stopping.current = stop
    const { about, ending, written, whole } = files[wanted]
    const tell = (done: number) => setProgress({ done, all: begun.payments })
    tell(0)
    const file = await readExport(begun, written, AbortSignal.any([leaving, stop.signal]), tell)
    stopping.current = null
    setKind(null)
    setProgress(null)
    if (file === null) setOutcome({ kind: wanted, level: 'note', sentence: words.stopped })
    else if (!file.ok) setOutcome({ kind: wanted, level: 'stop', sentence: file.error })
    else {
      const name = exportName(about, Date.now(), period, ending)
      saveFile(name, await whole(file.value))
      setOutcome({ kind: wanted, level: 'good', sentence: words.saved(name) })
    }
  }
  const begin: Exporting['begin'] = (wanted, period) => {
    if (task.working || stopping.current !== null) return
    setOutcome(null)
    setKind(wanted.kind)
    task.run({ wanted }, (begun) => void read(begun, wanted, period))
  }
  const underWay = task.working || progress !== null ? kind : null
  const refused = underWay === null && task.sentence !== null && kind !== null ? { kind, level: 'stop' as const, sentence: task.sentence } : null
  return { kind: underWay, progress, outcome: outcome ?? refused, dialog: task.dialog, begin, stop: () => stopping.current?.abort() }
}
