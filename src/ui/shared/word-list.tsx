import { en as words } from '../words/en'
import { wordCount } from './words-given'
import './word-list.css'

const hidden = Array.from({ length: wordCount }, () => '\u2022\u2022\u2022\u2022\u2022')

/**
 * The twelve words in their order, or their places while they are hidden (null). Text only: no field that a browser
 * could remember, and nothing to copy them with, because a clipboard is read by many programs.
 */
export function WordList({ shown }: { readonly shown: readonly string[] | null }) {
  return (
    <ol class={`words card${shown === null ? ' words-hidden' : ''}`} aria-label={words.twelve.list}>
      {(shown ?? hidden).map((word, at) => (
        <li key={at}>
          <span class="words-number">{at + 1}</span>
          <span class="words-word" lang={shown === null ? undefined : 'en'}>
            {word}
          </span>
        </li>
      ))}
    </ol>
  )
}
