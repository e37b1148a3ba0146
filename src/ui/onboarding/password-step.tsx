import type { TargetedSubmitEvent } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { judgePassword, type PasswordJudgement } from '../../core/password'
import { Button } from '../shared/button'
import { PasswordField } from '../shared/password-field'
import { Notice } from '../shared/status'
import { Step } from './step'
import { words } from './words'

interface PasswordStepProps {
  readonly chosen: string
  readonly working: boolean
  readonly sentence: string | null
  readonly onChoose: (password: string) => void
}

/** Chooses the password. What is wrong with one is said when the reader wants to go on, and then as they type. */
export function PasswordStep({ chosen, working, sentence, onChoose }: PasswordStepProps) {
  const [password, setPassword] = useState(chosen)
  const [repeated, setRepeated] = useState(chosen)
  const [tried, setTried] = useState(false)
  const judged = useMemo(() => judgePassword(password), [password])
  const faults = findFaults(password, repeated, judged)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (faults.password === null && faults.repeated === null && !working) onChoose(password)
  }
  const text = words.password
  return (
    <Step title={text.title} text={text.text}>
      <form class="stack" onSubmit={submit}>
        <div>
          <PasswordField
            label={text.label}
            value={password}
            onInput={setPassword}
            hint={password === '' ? undefined : verdict(judged)}
            error={tried ? faults.password : null}
            autocomplete="new-password"
          />
          <Meter judged={password === '' ? null : judged} />
        </div>
        <PasswordField
          label={text.repeat}
          value={repeated}
          onInput={setRepeated}
          error={tried ? faults.repeated : null}
          autocomplete="new-password"
        />
        {sentence !== null && <Notice level="stop">{sentence}</Notice>}
        <Button type="submit" look="primary" off={working}>
          {working ? text.working : text.action}
        </Button>
      </form>
    </Step>
  )
}

function findFaults(password: string, repeated: string, judged: PasswordJudgement) {
  return {
    password: password === '' ? words.password.empty : judged.refused === null ? null : verdict(judged),
    repeated: repeated === password ? null : words.password.different,
  }
}

/** How strong it is in words; a refused one is explained rather than graded. */
function verdict({ refused, score }: PasswordJudgement): string {
  return refused === null ? words.password.strength[score] : words.password.refused[refused]
}

/** The same for the eye. A refused password never looks strong. */
function Meter({ judged }: { readonly judged: PasswordJudgement | null }) {
  const filled = judged === null ? 0 : judged.refused === null ? judged.score : Math.min(judged.score, 2)
  const tone = filled >= 3 ? 'bar-good' : 'bar-care'
  return (
    <div class="meter" aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <span key={bar} class={bar <= filled ? `bar ${tone}` : 'bar'} />
      ))}
    </div>
  )
}
