import { useState } from 'preact/hooks'
import { en as words } from '../words/en'
import { Field, type FieldProps } from './field'

type PasswordFieldProps = Pick<FieldProps, 'label' | 'value' | 'onInput' | 'hint' | 'error' | 'inputRef'> & {
  /** Tells password managers whether a password is being chosen or asked for; 'off' where it is not the one of this wallet. */
  readonly autocomplete: 'current-password' | 'new-password' | 'off'
}

/** A password that can be looked at, and that says when Caps Lock is on. */
export function PasswordField({ hint, ...props }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const { show, hide, showLabel, hideLabel, capsLock: capsLockHint } = words.password
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      hint={capsLock ? capsLockHint : hint}
      onKey={(event) => setCapsLock(event.getModifierState('CapsLock'))}
      aside={
        <button type="button" class="field-aside" aria-label={shown ? hideLabel : showLabel} onClick={() => setShown(!shown)}>
          {shown ? hide : show}
        </button>
      }
    />
  )
}
