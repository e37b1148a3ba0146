import { useRef, useState } from 'preact/hooks'
import { restoreBackup, type RestoreFault } from '../shared/backup-file'
import { useLeaving } from '../shared/use-leaving'

export interface BringingBack {
  /** How much of the file was read so far, in bytes; null while nothing is under way. */
  readonly progress: { readonly read: number; readonly whole: number } | null
  /** Why the last try brought nothing back, or null. */
  readonly fault: RestoreFault | null
  readonly forget: () => void
  /** Once at a time. Stops when the reader leaves. @param onBack hears when the file was made, in milliseconds since 1970 */
  readonly begin: (file: File, passphrase: string, onBack: (madeAt: number) => void) => void
}

/** Brings a wallet back from its backup file. */
export function useBringingBack(): BringingBack {
  const [progress, setProgress] = useState<BringingBack['progress']>(null)
  const [fault, setFault] = useState<RestoreFault | null>(null)
  const busy = useRef(false)
  const leaving = useLeaving()
  const begin: BringingBack['begin'] = (file, passphrase, onBack) => {
    if (busy.current) return
    busy.current = true
    setFault(null)
    const tell = (read: number) => setProgress({ read, whole: file.size })
    tell(0)
    void restoreBackup(file, passphrase, leaving, tell).then((outcome) => {
      busy.current = false
      setProgress(null)
      if (outcome === null) return
      if (outcome.ok) onBack(outcome.value)
      else setFault(outcome.error)
    })
  }
  return { progress, fault, forget: () => setFault(null), begin }
}
