import { useState } from 'preact/hooks'
import type { LimitName } from '../../../core/spending/limits'
import type { LimitsView } from '../../../messaging/views'
import { useStepUp, type StepUp } from '../../shared/step-up'

interface LimitChanges {
  /** A limit, in atomic units, as it will be once what was chosen is kept. */
  readonly chosen: (limit: LimitName) => string
  readonly change: (limit: LimitName, atomic: string) => void
  /** How often something was kept since the page opened. */
  readonly saved: number
  /** Why the last choice was not kept, or null. */
  readonly sentence: string | null
  /** The question for a fresh proof, while there is one. */
  readonly dialog: StepUp['dialog']
}

/** Sends each choice at once. One that is refused, or not confirmed by a fresh proof, is shown as it really is again. */
export function useLimits(limits: LimitsView, onKept: (view: LimitsView) => void): LimitChanges {
  const [wanted, setWanted] = useState<Partial<Record<LimitName, string>>>({})
  const [outcome, setOutcome] = useState<Pick<LimitChanges, 'saved' | 'sentence'>>({ saved: 0, sentence: null })
  const { ask, dialog } = useStepUp()
  const change = (limit: LimitName, atomic: string) => {
    setWanted((others) => ({ ...others, [limit]: atomic }))
    void ask('limits.change', { limits: { [limit]: atomic } }).then((reply) => {
      if (reply?.ok === true) onKept(reply.value)
      if (reply !== null) setOutcome(({ saved }) => (reply.ok ? { saved: saved + 1, sentence: null } : { saved, sentence: reply.sentence }))
      setWanted((others) => (others[limit] === atomic ? withoutOne(others, limit) : others))
    })
  }
  return { chosen: (limit) => wanted[limit] ?? limits.limits[limit].atomic, change, ...outcome, dialog }
}

function withoutOne(wanted: Partial<Record<LimitName, string>>, limit: LimitName): Partial<Record<LimitName, string>> {
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => name !== limit))
}
