import { useEffect, useRef, useState } from 'preact/hooks'
import type { NewSlot } from '../../../messaging/contract'
import { createPasskey, type Passkey, type Prf } from '../../shared/passkey'
import { useGuarded, type StepUp } from '../../shared/step-up'
import { words } from './words'

export interface Adding {
  readonly phase: 'resting' | 'asking' | 'adding'
  /** Why nothing was added, or null. */
  readonly sentence: string | null
  readonly dialog: StepUp['dialog']
  /** Once at a time. @param password for the kinds that have one */
  readonly begin: (kind: NewSlot['kind'], name: string, password: string, onAdded: () => void) => void
}

/** Makes the passkey where one takes part, and then adds the slot. A passkey once made is kept for another try: making one leaves a trace on the reader's device. */
export function useAdding(): Adding {
  const add = useGuarded('slots.add')
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const made = useRef<(Passkey & Prf) | null>(null)
  const underWay = useRef<AbortController | null>(null)
  useEffect(() => () => underWay.current?.abort(), [])

  /** Gives null when there is none; says why. */
  const passkey = async (name: string) => {
    if (made.current !== null) return made.current
    const stop = new AbortController()
    underWay.current = stop
    setAsking(true)
    const created = await createPasskey(name, stop.signal)
    underWay.current = null
    setAsking(false)
    if (created.ok) made.current = created.value
    else setFault(words.add.faults[created.error])
    return made.current
  }
  const begin: Adding['begin'] = (kind, name, password, onAdded) => {
    if (underWay.current !== null || add.working) return
    setFault(null)
    if (kind === 'password') {
      add.run({ slot: { kind, name, password } }, onAdded)
      return
    }
    void passkey(name).then((key) => {
      if (key === null) return
      add.run({ slot: kind === 'passkey' ? { kind, name, ...key } : { kind, name, password, ...key } }, onAdded)
    })
  }
  return { phase: asking ? 'asking' : add.working ? 'adding' : 'resting', sentence: fault ?? add.sentence, dialog: add.dialog, begin }
}
