import { useEffect, useRef, useState } from 'preact/hooks'
import { longestNote } from '../../core/tips/note'
import { readAmount } from '../../core/tips/target'
import type { ApprovalQuote, MoneyView } from '../../messaging/views'
import { Button } from '../shared/button'
import { Field } from '../shared/field'
import { usePrice } from '../shared/prices'
import { en as words } from '../words/en'
import { Check } from './check'
import type { Draft } from './draft'
import type { ApprovalState } from './state'

interface AmountsProps {
  readonly quote: ApprovalQuote
  /** What is on screen, from the bytes that would be signed. */
  readonly amount: MoneyView
  readonly approval: Pick<ApprovalState, 'choose' | 'chose' | 'chooseAmount'>
}

/** How much: what the page suggests, each a button, and an amount of the reader's own. */
export function Amounts({ quote, amount, approval }: AmountsProps) {
  const text = words.approval.tip
  const prices = usePrice()
  const pressed = useRef<HTMLButtonElement>(null)
  // After the window's heading, which has it when nothing was chosen: the keyboard stays where the reader left it.
  useEffect(() => {
    if (approval.chose) pressed.current?.focus()
  }, [])
  const all = [{ price: amount, at: null }, ...quote.others.map(({ price }, at) => ({ price, at }))]
  const sorted = all.sort((one, other) => (BigInt(one.price.atomic) < BigInt(other.price.atomic) ? -1 : 1))
  return (
    <section class="tip stack" aria-label={text.howMuch}>
      {quote.ownAmount === null && (
        <div class="tip-amounts" role="group" aria-label={text.suggested}>
          {sorted.map(({ price, at }) => (
            <button key={price.atomic} ref={at === null ? pressed : null} type="button" class="tip-amount" aria-pressed={at === null} onClick={() => at !== null && approval.choose(at)}>
              {prices?.price(price)}
            </button>
          ))}
        </div>
      )}
      <OwnAmount chosen={quote.ownAmount} onChoose={approval.chooseAmount} />
    </section>
  )
}

/** Asked of the page like any other price: only what it names back can be agreed to. */
function OwnAmount({ chosen, onChoose }: { readonly chosen: string | null; readonly onChoose: (amount: string | null) => void }) {
  const text = words.approval.tip
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  if (chosen !== null) {
    return (
      <Button look="link" onClick={() => onChoose(null)}>
        {text.back}
      </Button>
    )
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const amount = readAmount(typed)
    setWrong(amount === null)
    if (amount !== null) onChoose(amount)
  }
  return (
    <form class="tip-own" onSubmit={submit} noValidate>
      <Field label={text.own} value={typed} onInput={setTyped} maxLength={10} type="decimal" error={isWrong ? text.noAmount : null} />
      <Button type="submit">{text.ask}</Button>
    </form>
  )
}

interface NoteProps {
  readonly takesNote: boolean
  readonly note: string
  readonly onChange: (note: string) => void
}

/** A few words with it, out of the way until they are wanted. Who will be able to read them is said where they are written. */
export function Note({ takesNote, note, onChange }: NoteProps) {
  const text = words.approval.tip
  return (
    <details class="tip-note" open={note !== ''}>
      <summary>{text.addNote}</summary>
      <Field label={text.note} value={note} onInput={onChange} maxLength={longestNote} hint={takesNote ? text.noteSent : text.noteKept} />
    </details>
  )
}

interface CheckedProps {
  readonly draft: Draft
  readonly checked: boolean
  readonly onCheck: (checked: boolean) => void
}

/** The first time an account is tipped: whoever it belongs to, a mistake here is not given back. */
export function NewPayee({ draft, checked, onCheck }: CheckedProps) {
  const text = words.approval.tip
  return (
    <Check checked={checked} onCheck={onCheck}>
      {text.check}
      <code>{draft.payee}</code>
    </Check>
  )
}
