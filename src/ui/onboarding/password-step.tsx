import type { TargetedSubmitEvent } from 'preact'
import { Button } from '../shared/button'
import { NewPasswordFields, useNewPassword } from '../shared/new-password'
import { Fault } from '../shared/status'
import type { Path } from './state'
import { Step } from './step'
import { words } from './words'

interface PasswordStepProps {
  readonly path: Path
  readonly chosen: string
  readonly working: boolean
  readonly sentence: string | null
  readonly onChoose: (password: string) => void
}

/** Chooses the password. What is wrong with one is said when the reader wants to go on, and then as they type. */
export function PasswordStep({ path, chosen, working, sentence, onChoose }: PasswordStepProps) {
  const choice = useNewPassword(chosen)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (choice.check() && !working) onChoose(choice.password)
  }
  const text = words.password
  return (
    <Step title={text.title} text={path === 'restore' ? text.restoring : text.text}>
      <form class="stack" onSubmit={submit}>
        <NewPasswordFields label={text.label} chosen={choice} />
        <Fault sentence={sentence} />
        <Button type="submit" look="primary" off={working}>
          {working ? text.working : text.action}
        </Button>
        <p class="small quiet">{text.factors}</p>
      </form>
    </Step>
  )
}
