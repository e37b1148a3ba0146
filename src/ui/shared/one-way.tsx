import type { ComponentChildren, TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Factor } from '../../messaging/contract'
import type { SlotKind } from '../../messaging/views'
import { en as words } from '../words/en'
import { Button } from './button'
import { writeTime } from './dates'
import { readCode } from './digits'
import { takesPasskey, takesPassword, type Choice } from './factor-choices'
import { Field } from './field'
import { PasswordField } from './password-field'
import { useProof } from './use-proof'
import { useWait } from './use-wait'

export interface OneWayProps {
  /** When the next try is allowed, in milliseconds since 1970; null for now. */
  readonly waitUntil: number | null
  /** The primary button, at rest and while the worker looks at the proof. */
  readonly labels: { readonly action: string; readonly working: string }
  /** The confirmation code is asked for as well. */
  readonly withCode?: boolean
  /** Tries a proof. Gives null when it was accepted, and otherwise the reason in words. @param code six digits; null where none is asked for */
  readonly onFactor: (factor: Factor, code: string | null) => Promise<string | null>
  /** Stands beside the primary button. */
  readonly secondary?: ComponentChildren
}

/** What is missing in each field, or null. */
interface Missing {
  readonly typed: string | null
  readonly code: string | null
}

const nothing: Missing = { typed: null, code: null }

/** One kind of proof: what has to be typed for it, and the button. */
export function OneWay({ choice, waitUntil, labels, withCode: codeAsked = false, onFactor, secondary }: OneWayProps & { readonly choice: Choice }) {
  // A recovery code is for when things are lost, the device with the app among them.
  const withCode = codeAsked && choice.kind !== 'recovery'
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(nothing)
  const proof = useProof(async (factor, given) => {
    const sentence = await onFactor(factor, given)
    // Each code is good for one try, whatever came of it.
    setCode('')
    return sentence
  })
  const until = useWait(waitUntil)
  const form = useProofFocus(proof.sentence)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (proof.phase !== 'resting' || until !== null) return
    const given = { typed, code: withCode ? readCode(code) : null }
    // Judged together, so that everything that is missing is said at once.
    const found: Missing = {
      typed: choice.kind !== 'passkey' && typed.trim() === '' ? words.factor.empty[choice.kind] : null,
      code: withCode && given.code === null ? words.confirmationCode.shape : null,
    }
    setMissing(found)
    if (found.typed === null && found.code === null) proof.begin(choice, given, () => setTyped(''))
  }
  const typing = (set: (value: string) => void, field: keyof Missing) => (value: string) => {
    set(value)
    setMissing({ ...missing, [field]: null })
    proof.say(null)
  }
  const sentence = until === null ? proof.sentence : words.factor.wait(writeTime(until))
  // With two fields, or with none, what was wrong is said below: it may be about either.
  const below = withCode || choice.kind === 'passkey'
  const doing = { resting: labels.action, asking: words.factor.asking, proving: labels.working }[proof.phase]
  return (
    <form class="factor-form" ref={form} onSubmit={submit}>
      <Typed kind={choice.kind} value={typed} onInput={typing(setTyped, 'typed')} error={missing.typed ?? (below ? null : sentence)} />
      {withCode && <CodeField value={code} onInput={typing(setCode, 'code')} error={missing.code} />}
      {below && (
        <p class="field-message factor-fault" aria-live="polite">
          {sentence}
        </p>
      )}
      <div class="factor-actions">
        {secondary}
        <Button type="submit" look="primary" wide off={proof.phase !== 'resting' || until !== null}>
          {doing}
        </Button>
      </div>
      <span class="heard" role="status">
        {proof.phase === 'resting' ? '' : doing}
      </span>
    </form>
  )
}

/** The first thing to do has the focus at once; what was wrong is replaced by typing anew. */
function useProofFocus(sentence: string | null) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, [type=submit]')?.focus(), [])
  useEffect(() => {
    if (sentence !== null) form.current?.querySelector('input')?.select()
  }, [sentence])
  return form
}

interface TypedProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly error: string | null
}

/** The field a kind of proof is typed into, and what the reader should know of it. A passkey has no field. */
function Typed({ kind, ...field }: TypedProps & { readonly kind: SlotKind }) {
  return (
    <>
      {takesPasskey(kind) && <p class="quiet">{words.factor.passkey[kind === 'passkey' ? 'alone' : 'after']}</p>}
      {takesPassword(kind) && <PasswordField {...field} label={words.password.label} autocomplete="current-password" />}
      {kind === 'recovery' && <Field {...field} label={words.factor.code} hint={words.factor.codeHint} maxLength={64} />}
    </>
  )
}

/** What the app on the reader's other device shows. Longer than six, because apps set the digits in groups. */
function CodeField(field: TypedProps) {
  const { label, hint } = words.confirmationCode
  return <Field {...field} label={label} hint={hint} type="digits" autocomplete="one-time-code" maxLength={12} />
}
