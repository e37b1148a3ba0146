import { useRef, useState } from 'preact/hooks'
import type { Output } from '../../../messaging/contract'
import { backupName, writeBackup } from '../../shared/backup-file'
import { saveFile } from '../../shared/save-file'
import { useGuarded, type StepUp } from '../../shared/step-up'
import { useLeaving } from '../../shared/use-leaving'

export interface Backup {
  /** 'asking': nothing is written before the worker has agreed to it. */
  readonly phase: 'resting' | 'asking' | 'writing'
  /** How much of the file there is, in bytes. */
  readonly written: number
  /** Why the last try came to nothing, or null. */
  readonly sentence: string | null
  readonly dialog: StepUp['dialog']
  /** Once at a time. Stops when the reader leaves. @param onSaved hears what the file is called */
  readonly begin: (passphrase: string, onSaved: (name: string) => void) => void
}

/** Makes a backup file and lets the browser save it, once all of it is there. */
export function useBackup(): Backup {
  const make = useGuarded('backup.make')
  const [written, setWritten] = useState<number | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const writing = useRef(false)
  const leaving = useLeaving()

  const write = async (made: Output<'backup.make'>, onSaved: (name: string) => void) => {
    const file = await writeBackup(made, leaving, setWritten)
    writing.current = false
    setWritten(null)
    if (file === null) return
    if (!file.ok) {
      setFault(file.error)
      return
    }
    const name = backupName(Date.now())
    saveFile(name, file.value)
    onSaved(name)
  }
  const begin: Backup['begin'] = (passphrase, onSaved) => {
    if (writing.current) return
    setFault(null)
    make.run({ passphrase }, (made) => {
      writing.current = true
      void write(made, onSaved)
    })
  }
  return {
    phase: written !== null ? 'writing' : make.working ? 'asking' : 'resting',
    written: written ?? 0,
    sentence: fault ?? make.sentence,
    dialog: make.dialog,
    begin,
  }
}
