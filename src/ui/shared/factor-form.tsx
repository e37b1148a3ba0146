import type { ComponentChildren, TargetedSubmitEvent } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Factor } from '../../messaging/contract'
import type { SlotKind, Way } from '../../messaging/views'
import { en as words } from '../words/en'
import { Button } from './button'
import { writeTime } from './dates'
import { choicesOf, takesPasskey, takesPassword, type Choice } from './factor-choices'
import { Field } from './field'
import { PasswordField } from './password-field'
import { Notice } from './status'
import { useProof } from './use-proof'
import { useWait } from './use-wait'

interface OneWayProps {
  /** When the next try is allowed, in milliseconds since 1970; null for now. */
  readonly waitUntil: number | null
  /** The primary button, at rest and while the worker looks at the proof. */
  readonly labels: { readonly action: string; readonly working: string }
  /** Tries a proof. Gives null when it was accepted, and otherwise the reason in words. */
  readonly onFactor: (factor: Factor) => Promise<string | null>
  /** Where the browser cannot ask for a passkey here: goes to where it can. */
  readonly onElsewhere?: ((kind: SlotKind) => void) | undefined
  /** Stands beside the primary button. */
  readonly secondary?: ComponentChildren
}

interface FactorFormProps extends OneWayProps {
  readonly ways: readonly Way[]
  /** What to offer first, where it can be had; otherwise the best. */
  readonly first?: SlotKind | null
}

/** Lets a reader prove who they are in one of the ways that open this wallet: the best is shown, the others are a press away. */
export function FactorForm({ ways, first = null, ...rest }: FactorFormProps) {
  const choices = useMemo(() => choicesOf(ways), [ways])
  const [chosen, setChosen] = useState(() => choices.findIndex(({ kind }) => kind === first))
  const choice = choices[chosen] ?? choices[0]
  const choose = (kind: SlotKind, at: number) => {
    if (rest.onElsewhere !== undefined && takesPasskey(kind)) rest.onElsewhere(kind)
    else setChosen(at)
  }
  if (choice === undefined) {
    return (
      <div class="factor">
        <Notice level="stop">{words.factor.none}</Notice>
        {rest.secondary}
      </div>
    )
  }
  return (
    <div class="factor">
      {rest.onElsewhere !== undefined && takesPasskey(choice.kind) ? (
        <Elsewhere kind={choice.kind} onLeave={rest.onElsewhere} />
      ) : (
        <OneWay key={choices.indexOf(choice)} choice={choice} {...rest} />
      )}
      {choices.length > 1 && (
        <div class="factor-others">
          <p class="small quiet">{words.factor.others}</p>
          {choices.map(
            ({ kind }, at) =>
              choices[at] !== choice && (
                <Button key={at} look="link" onClick={() => choose(kind, at)}>
                  {words.factor.use[kind]}
                </Button>
              ),
          )}
        </div>
      )}
    </div>
  )
}

function OneWay({ choice, waitUntil, labels, onFactor, secondary }: OneWayProps & { readonly choice: Choice }) {
  const [typed, setTyped] = useState('')
  const proof = useProof(onFactor)
  const until = useWait(waitUntil)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, [type=submit]')?.focus(), [])
  // What was wrong is replaced by typing anew.
  useEffect(() => {
    if (proof.sentence !== null) form.current?.querySelector('input')?.select()
  }, [proof.sentence])
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (proof.phase !== 'resting' || until !== null) return
    if (choice.kind !== 'passkey' && typed.trim() === '') proof.say(words.factor.empty[choice.kind])
    else proof.begin(choice, typed, () => setTyped(''))
  }
  const type = (value: string) => {
    setTyped(value)
    proof.say(null)
  }
  const doing = { resting: labels.action, asking: words.factor.asking, proving: labels.working }[proof.phase]
  return (
    <form class="factor-form" ref={form} onSubmit={submit}>
      <Typed kind={choice.kind} value={typed} onInput={type} error={until === null ? proof.sentence : words.factor.wait(writeTime(until))} />
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

interface TypedProps {
  readonly kind: SlotKind
  readonly value: string
  readonly onInput: (value: string) => void
  readonly error: string | null
}

/** The field a kind of proof is typed into, and what the reader should know of it. A passkey has no field, and says its fault in the same place. */
function Typed({ kind, ...field }: TypedProps) {
  return (
    <>
      {takesPasskey(kind) && <p class="quiet">{words.factor.passkey[kind === 'passkey' ? 'alone' : 'after']}</p>}
      {takesPassword(kind) && <PasswordField {...field} label={words.password.label} autocomplete="current-password" />}
      {kind === 'recovery' && <Field {...field} label={words.factor.code} hint={words.factor.codeHint} maxLength={64} />}
      {kind === 'passkey' && (
        <p class="field-message factor-fault" aria-live="polite">
          {field.error}
        </p>
      )}
    </>
  )
}

/** Some windows close when the browser's own question takes the focus. */
function Elsewhere({ kind, onLeave }: { readonly kind: SlotKind; readonly onLeave: (kind: SlotKind) => void }) {
  return (
    <div class="factor-form">
      <p class="quiet">{words.factor.elsewhere.text}</p>
      <Button look="primary" wide onClick={() => onLeave(kind)}>
        {words.factor.elsewhere.action}
      </Button>
    </div>
  )
}
