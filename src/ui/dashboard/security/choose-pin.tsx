import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { readPin } from '../../shared/digits'
import { Field } from '../../shared/field'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { en } from '../../words/en'
import { words } from './words'

interface ChoosePinProps {
  readonly onKept: () => void
  readonly onLeave: () => void
}

/** A new PIN, typed twice because it cannot be read. */
export function ChoosePin({ onKept, onLeave }: ChoosePinProps) {
  const [typed, setTyped] = useState('')
  const [repeated, setRepeated] = useState('')
  const [tried, setTried] = useState(false)
  const keep = useGuarded('pin.set')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const pin = readPin(typed)
  const same = typed === repeated
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (pin !== null && same) keep.run({ pin }, onKept)
  }
  const text = words.pin
  return (
    <>
      <form class="stack" autocomplete="off" onSubmit={submit}>
        <Field
          label={text.label}
          value={typed}
          onInput={setTyped}
          hint={text.hint}
          error={tried && pin === null ? en.pin.shape : null}
          type="pin"
          maxLength={12}
          inputRef={first}
        />
        <Field
          label={en.newPassword.repeat}
          value={repeated}
          onInput={setRepeated}
          error={tried && !same ? en.newPassword.different : null}
          type="pin"
          maxLength={12}
        />
        <div class="outcome" role="alert">
          {keep.sentence !== null && <Notice level="stop">{keep.sentence}</Notice>}
        </div>
        <div class="row">
          <Button type="submit" look="primary" off={keep.working}>
            {keep.working ? text.keeping : text.keep}
          </Button>
          <Button look="link" onClick={onLeave}>
            {text.leave}
          </Button>
        </div>
      </form>
      {/* Beside the form: the question has a form of its own. */}
      {keep.dialog}
    </>
  )
}
