import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Input, Reply } from '../../messaging/contract'
import { en as words } from '../words/en'
import { Button } from './button'
import { readPin } from './digits'
import { Field } from './field'
import { useSending } from './use-task'

interface PinFormProps {
  /** Tries to open the wallet. */
  readonly onTry: (input: Input<'wallet.unlock'>) => Promise<Reply<'wallet.unlock'>>
}

/** Asks for the PIN. What cannot be one costs no try: five wrong ones destroy it. */
export function PinForm({ onTry }: PinFormProps) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const unlock = useSending<'wallet.unlock'>(onTry)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  // What was wrong is replaced by typing anew.
  useEffect(() => {
    if (unlock.sentence !== null) field.current?.select()
  }, [unlock.sentence])
  const pin = readPin(typed)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (pin !== null) unlock.run({ factor: { kind: 'pin', pin } }, () => setTyped(''))
  }
  const type = (value: string) => {
    setTyped(value)
    setTried(false)
  }
  const { label, empty, shape } = words.pin
  const fault = pin === null ? (typed === '' ? empty : shape) : unlock.sentence
  const doing = unlock.working ? words.unlock.working : words.unlock.action
  return (
    <form class="factor-form" onSubmit={submit}>
      <Field label={label} value={typed} onInput={type} error={tried ? fault : null} type="pin" maxLength={12} inputRef={field} />
      <Button type="submit" look="primary" wide off={unlock.working}>
        {doing}
      </Button>
      <span class="heard" role="status">
        {unlock.working ? doing : ''}
      </span>
    </form>
  )
}
