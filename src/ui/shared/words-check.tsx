import type { ComponentChildren, TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { en } from '../words/en'
import { Button } from './button'
import { Field } from './field'
import { Notice } from './status'
import { useTask } from './use-task'
import { askedPositions, wrongAnswers } from './words-given'

interface WordsCheckProps {
  readonly words: readonly string[]
  readonly onAnswered: () => void
  /** Stands beside the button. */
  readonly secondary?: ComponentChildren
}

/** Asks for three of the words, and notes them as written down when all three are right. */
export function WordsCheck({ words, onAnswered, secondary }: WordsCheckProps) {
  const [asked] = useState(() => askedPositions(randomBelow))
  const [answers, setAnswers] = useState<readonly string[]>(() => asked.map(() => ''))
  const [wrong, setWrong] = useState<readonly number[]>([])
  const confirm = useTask('wallet.confirmBackup')
  const answer = (index: number, value: string) => {
    setAnswers(answers.with(index, value))
    setWrong(wrong.filter((position) => position !== asked[index]))
  }
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = wrongAnswers(words, asked, answers)
    setWrong(found)
    if (found.length === 0) confirm.run({}, onAnswered)
  }
  const { label, wrong: isWrong, check, checking } = en.twelve
  return (
    <form class="stack" autocomplete="off" onSubmit={submit}>
      {asked.map((position, index) => (
        <Field
          key={position}
          label={label(position + 1)}
          value={answers[index] ?? ''}
          onInput={(value) => answer(index, value)}
          error={wrong.includes(position) ? isWrong(position + 1) : null}
          maxLength={40}
        />
      ))}
      {confirm.sentence !== null && <Notice level="stop">{confirm.sentence}</Notice>}
      <Button type="submit" look="primary" off={confirm.working}>
        {confirm.working ? checking : check}
      </Button>
      {secondary}
    </form>
  )
}

/** A whole number from 0 below `limit`; the limits here are so small that the remainder favours none noticeably (1 in 2^28). */
function randomBelow(limit: number): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return number % limit
}
