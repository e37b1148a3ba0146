import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { send } from '../../messaging/client'
import { en as words } from '../words/en'
import { Button } from './button'
import { PasswordField } from './password-field'

/** One field, one button. Says when the password is wrong, and that it is working while the key is derived (about half a second). */
export function UnlockForm({ onUnlocked }: { readonly onUnlocked?: (() => void) | undefined }) {
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const open = async () => {
    setWorking(true)
    const reply = await send('wallet.unlock', { password })
    setWorking(false)
    if (reply.ok) {
      setPassword('')
      onUnlocked?.()
      return
    }
    setError(reply.sentence)
    field.current?.select()
  }
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (working) return
    if (password === '') setError(words.unlock.empty)
    else void open()
  }
  const type = (value: string) => {
    setPassword(value)
    setError(null)
  }
  return (
    <form class="unlock" onSubmit={submit}>
      <PasswordField label={words.password.label} value={password} onInput={type} error={error} autocomplete="current-password" inputRef={field} />
      <Button type="submit" look="primary" wide off={working}>
        {working ? words.unlock.working : words.unlock.action}
      </Button>
      <span class="heard" role="status">
        {working ? words.unlock.working : ''}
      </span>
    </form>
  )
}
