import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../shared/button'
import { NewPasswordFields, useNewPassword } from '../../shared/new-password'
import { writeSize } from '../../shared/sizes'
import { Notice, Progress } from '../../shared/status'
import { useBackup } from './use-backup'
import { words } from './words'

interface MakeBackupProps {
  /** @param name what the file is called */
  readonly onSaved: (name: string) => void
  readonly onLeave: () => void
}

/** A passphrase for the file, the proof, and then the file itself. Leaving stops it: nothing is saved by halves. */
export function MakeBackup({ onSaved, onLeave }: MakeBackupProps) {
  const chosen = useNewPassword()
  const { phase, written, sentence, dialog, begin } = useBackup()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (chosen.check()) begin(chosen.password, onSaved)
  }
  const text = words.backup
  return (
    <div class="stack add">
      <h3 ref={heading} tabIndex={-1}>
        {text.choose}
      </h3>
      <form class="stack" autocomplete="off" onSubmit={submit}>
        <NewPasswordFields label={text.passphrase} chosen={chosen} />
        <div class="outcome" role="alert">
          {sentence !== null && <Notice level="stop">{sentence}</Notice>}
        </div>
        <div class="row">
          <Button type="submit" look="primary" off={phase !== 'resting'}>
            {phase === 'resting' ? text.action : text.making}
          </Button>
          <Button look="link" onClick={onLeave}>
            {phase === 'writing' ? text.stop : text.leave}
          </Button>
        </div>
        {phase === 'writing' && <Progress soFar={text.soFar(writeSize(written))}>{text.writing}</Progress>}
      </form>
      {/* Beside the form: the question has a form of its own. */}
      {dialog}
    </div>
  )
}
