import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { en } from '../words/en'
import { ThreeWords, useAsked } from './three-words'
import { useTask } from './use-task'
import { wrongAnswers } from './words-given'

interface WordsCheckProps {
  readonly words: readonly string[]
  readonly onAnswered: () => void
  /** Stands beside the button. */
  readonly secondary?: ComponentChildren
}

/** Asks for three of the words, and notes them as written down when all three are right. */
export function WordsCheck({ words, onAnswered, secondary }: WordsCheckProps) {
  const asked = useAsked()
  const [wrong, setWrong] = useState<readonly number[]>([])
  const confirm = useTask('wallet.confirmBackup')
  const check = (answers: readonly string[]) => {
    const found = wrongAnswers(words, asked, answers)
    setWrong(found)
    if (found.length === 0) confirm.run({}, onAnswered)
  }
  return (
    <ThreeWords
      asked={asked}
      faultOf={(position) => (wrong.includes(position) ? en.twelve.wrong(position + 1) : null)}
      onTyped={(position) => setWrong(wrong.filter((one) => one !== position))}
      onCheck={check}
      working={confirm.working}
      sentence={confirm.sentence}
      secondary={secondary}
    />
  )
}
