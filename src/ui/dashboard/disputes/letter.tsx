import { CopyButton } from '../../shared/copy-button'
import { webAddress } from '../history/web-address'
import { mailWith } from './mail'
import { Verbatim } from './verbatim'
import { words } from './words'

interface LetterProps {
  readonly letter: string
  /** What it is about, for the subject of a mail. */
  readonly title: string
  /** As the seller named it. */
  readonly contact: string | null
}

/** The letter, and the ways to send it: by hand. */
export function Letter({ letter, title, contact }: LetterProps) {
  const text = words.detail.letter
  const mail = mailWith(contact, title, letter)
  const page = webAddress(contact)
  return (
    <>
      <Verbatim label={text.title} text={letter} />
      <div class="row">
        <CopyButton text={letter} label={text.label} />
        {mail !== null && <a href={mail}>{text.mail}</a>}
        {page !== null && (
          <a href={page} target="_blank" rel="noreferrer">
            {text.page(new URL(page).host)}
          </a>
        )}
      </div>
      <p class="small quiet">{mail === null && page === null ? text.none : text.care}</p>
    </>
  )
}
