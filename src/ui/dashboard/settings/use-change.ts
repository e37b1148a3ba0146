import { useEffect, useRef, useState } from 'preact/hooks'
import type { Input } from '../../../messaging/contract'
import type { Settings } from '../../../messaging/views'
import { useStepUp, type StepUp } from '../../shared/step-up'

/** One or more settings, as the reader wants them. */
export type Choice = { readonly [K in keyof Input<'settings.change'>]?: Exclude<Input<'settings.change'>[K], undefined> }

export interface Changes {
  /** The settings as they will be once everything that was chosen is kept. */
  readonly shown: Settings
  /** How often something was kept since the page opened. */
  readonly saved: number
  /** Why the last choice was not kept, or null. */
  readonly sentence: string | null
  readonly change: (choice: Choice) => void
  /** The question for a fresh proof, while there is one. */
  readonly dialog: StepUp['dialog']
}

/**
 * Sends each choice at once and shows it meanwhile, so that a control never jumps back and forth.
 * A choice that is refused, or not confirmed by a fresh proof, is shown as it really is again.
 */
export function useChange(settings: Settings, onKept: () => void): Changes {
  const [chosen, setChosen] = useState<Choice>({})
  const [outcome, setOutcome] = useState<{ readonly saved: number; readonly sentence: string | null }>({ saved: 0, sentence: null })
  const underWay = useRef(0)
  const { ask, dialog } = useStepUp()
  // What the worker says replaces what was hoped for, unless it was asked before the last choice.
  useEffect(() => {
    if (underWay.current === 0) setChosen({})
  }, [settings])
  const change = (choice: Choice) => {
    underWay.current++
    setChosen((earlier) => ({ ...earlier, ...choice }))
    void ask('settings.change', choice).then((reply) => {
      underWay.current--
      if (reply?.ok !== true) setChosen({})
      if (reply !== null) setOutcome(({ saved }) => (reply.ok ? { saved: saved + 1, sentence: null } : { saved, sentence: reply.sentence }))
      onKept()
    })
  }
  return { shown: { ...settings, ...chosen }, ...outcome, change, dialog }
}
