import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Output } from '../../../messaging/contract'
import { Button } from '../../shared/button'
import { CopyButton } from '../../shared/copy-button'
import { readCode } from '../../shared/digits'
import { Field } from '../../shared/field'
import { Qr } from '../../shared/qr'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { useTask } from '../../shared/use-task'
import { en } from '../../words/en'
import { words } from './words'

type Made = Output<'code.make'>

interface AddCodeProps {
  readonly onBegin: () => void
  readonly onAdded: () => void
}

/** Makes the secret and hands it to an app. Nothing is asked for until the app has shown that it has it. */
export function AddCode({ onBegin, onAdded }: AddCodeProps) {
  const [made, setMade] = useState<Made | null>(null)
  const make = useGuarded('code.make')
  const begin = () => {
    onBegin()
    make.run({}, setMade)
  }
  const { add, adding } = words.code
  if (made !== null) return <HandOver made={made} onAdded={onAdded} onLeave={() => setMade(null)} />
  return (
    <div>
      <Button off={make.working} onClick={begin}>
        {make.working ? adding : add}
      </Button>
      <div class="outcome" role="alert">
        {make.sentence !== null && <Notice level="stop">{make.sentence}</Notice>}
      </div>
      {make.dialog}
    </div>
  )
}

interface HandOverProps {
  readonly made: Made
  readonly onAdded: () => void
  readonly onLeave: () => void
}

function HandOver({ made, onAdded, onLeave }: HandOverProps) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const confirm = useTask('code.confirm')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const code = readCode(typed)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (code !== null) confirm.run({ code }, onAdded)
  }
  const type = (value: string) => {
    setTyped(value)
    setTried(false)
  }
  const { scan, loss, digits, confirm: confirmIt, confirming, leave } = words.code
  const fault = code === null ? en.confirmationCode.shape : confirm.sentence
  return (
    <form class="stack add" autocomplete="off" onSubmit={submit}>
      <h3 ref={heading} tabIndex={-1}>
        {scan}
      </h3>
      <Secret made={made} />
      <Notice level="care">{loss}</Notice>
      <Field label={digits} value={typed} onInput={type} error={tried ? fault : null} type="digits" autocomplete="one-time-code" maxLength={12} />
      <div class="row">
        <Button type="submit" look="primary" off={confirm.working}>
          {confirm.working ? confirming : confirmIt}
        </Button>
        <Button look="link" onClick={onLeave}>
          {leave}
        </Button>
      </div>
    </form>
  )
}

/** For the app's camera; and as text, for an app without one and for paper. */
function Secret({ made: { secret, uri } }: { readonly made: Made }) {
  const { qr, secretText, secretLabel } = words.code
  return (
    <div class="code-made">
      <Qr text={uri} label={qr} />
      <div class="code-text">
        <p class="small quiet">{secretText}</p>
        <code class="code-secret" aria-label={secretLabel}>
          {(secret.match(/.{1,4}/g) ?? []).map((group, at) => (
            <span key={at}>{group}</span>
          ))}
        </code>
        <CopyButton text={secret} label={secretLabel} />
      </div>
    </div>
  )
}
