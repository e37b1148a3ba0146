import type { ComponentChildren, TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { en } from '../words/en'
import { Button } from './button'
import { Field } from './field'
import { Fault } from './status'
import { askedPositions } from './words-given'

interface ThreeWordsProps {
  /** The places asked for, from 0. */
  readonly asked: readonly number[]
  /** What is wrong with a word, or null. */
  readonly faultOf: (position: number) => string | null
  /** The reader changes a word. */
  readonly onTyped: (position: number) => void
  /** @param answers as they were typed, in the order of `asked` */
  readonly onCheck: (answers: readonly string[]) => void
  readonly working: boolean
  /** Why checking came to nothing, or null. */
  readonly sentence: string | null
  /** Stands beside the button. */
  readonly secondary?: ComponentChildren
}

/** Three of the words, to be typed from the paper. */
export function ThreeWords({ asked, faultOf, onTyped, onCheck, working, sentence, secondary }: ThreeWordsProps) {
  const [answers, setAnswers] = useState<readonly string[]>(() => asked.map(() => ''))
  const answer = (index: number, position: number, value: string) => {
    setAnswers(answers.with(index, value))
    onTyped(position)
  }
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onCheck(answers)
  }
  const { label, check, checking } = en.twelve
  return (
    <form class="stack" autocomplete="off" onSubmit={submit}>
      {asked.map((position, index) => (
        <Field
          key={position}
          label={label(position + 1)}
          value={answers[index] ?? ''}
          onInput={(value) => answer(index, position, value)}
          error={faultOf(position)}
          maxLength={32}
        />
      ))}
      <Fault sentence={sentence} />
      <Button type="submit" look="primary" off={working}>
        {working ? checking : check}
      </Button>
      {secondary}
    </form>
  )
}

/** Three places of the twelve, chosen once. */
export function useAsked(): readonly number[] {
  const [asked] = useState(() => askedPositions(randomBelow))
  return asked
}

/** A whole number from 0 below `limit`; the limits here are so small that the remainder favours none noticeably (1 in 2^28). */
function randomBelow(limit: number): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return number % limit
}
