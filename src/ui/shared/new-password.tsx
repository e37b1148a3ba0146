import { useMemo, useState } from 'preact/hooks'
import { judgePassword, type PasswordJudgement } from '../../core/password'
import { en as words } from '../words/en'
import './new-password.css'
import { PasswordField } from './password-field'

/** A password being chosen, typed twice. */
export interface NewPassword {
  readonly password: string
  readonly repeated: string
  readonly judged: PasswordJudgement
  /** What is wrong with each; null for nothing, and before the reader first wanted to go on. */
  readonly faults: { readonly password: string | null; readonly repeated: string | null }
  readonly setPassword: (value: string) => void
  readonly setRepeated: (value: string) => void
  /** The reader wants to go on: true when the password can be taken, and otherwise says from now on what is wrong. */
  readonly check: () => boolean
}

/** @param chosen what was chosen before, when the reader comes back to it */
export function useNewPassword(chosen = ''): NewPassword {
  const [password, setPassword] = useState(chosen)
  const [repeated, setRepeated] = useState(chosen)
  const [tried, setTried] = useState(false)
  const judged = useMemo(() => judgePassword(password), [password])
  const found = findFaults(password, repeated, judged)
  const check = () => {
    setTried(true)
    return found.password === null && found.repeated === null
  }
  return { password, repeated, judged, faults: tried ? found : { password: null, repeated: null }, setPassword, setRepeated, check }
}

/** Both fields, with how strong the first is in words and for the eye. */
export function NewPasswordFields({ label, chosen }: { readonly label: string; readonly chosen: NewPassword }) {
  const { password, repeated, judged, faults } = chosen
  return (
    <>
      <div>
        <PasswordField
          label={label}
          value={password}
          onInput={chosen.setPassword}
          hint={password === '' ? undefined : verdict(judged)}
          error={faults.password}
          autocomplete="new-password"
        />
        <Meter judged={password === '' ? null : judged} />
      </div>
      <PasswordField
        label={words.newPassword.repeat}
        value={repeated}
        onInput={chosen.setRepeated}
        error={faults.repeated}
        autocomplete="new-password"
      />
    </>
  )
}

function findFaults(password: string, repeated: string, judged: PasswordJudgement): NewPassword['faults'] {
  return {
    password: password === '' ? words.newPassword.empty : judged.refused === null ? null : verdict(judged),
    repeated: repeated === password ? null : words.newPassword.different,
  }
}

/** How strong it is in words; a refused one is explained rather than graded. */
function verdict({ refused, score }: PasswordJudgement): string {
  return refused === null ? words.newPassword.strength[score] : words.newPassword.refused[refused]
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
