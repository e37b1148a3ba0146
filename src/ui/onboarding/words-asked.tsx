import { WordsCheck } from '../shared/words-check'
import { Step } from './step'
import { words as text } from './words'

interface WordsAskedProps {
  readonly words: readonly string[]
  readonly onAnswered: () => void
}

/** Asks for three of the words. Only the right ones count as written down. */
export function WordsAsked({ words, onAnswered }: WordsAskedProps) {
  return (
    <Step title={text.asked.title} text={text.asked.text}>
      <WordsCheck words={words} onAnswered={onAnswered} />
    </Step>
  )
}
