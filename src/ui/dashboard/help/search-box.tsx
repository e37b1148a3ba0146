import { useMemo, useState } from 'preact/hooks'
import { locale } from '../../../platform/locale'
import { Field } from '../../shared/field'
import { hrefOf } from '../route'
import { searchIn } from './search'
import { toldTrees } from './told-trees'
import { words } from './words'

/** Finds help while the reader types. What is typed stays on this page, and out of the address. */
export function Search() {
  const [typed, setTyped] = useState('')
  const search = useMemo(() => searchIn(toldTrees()), [locale()])
  const found = search(typed)
  return (
    <>
      <search>
        <Field label={words.search.label} hint={words.search.hint} value={typed} maxLength={200} onInput={setTyped} />
      </search>
      <p class={typed.trim() === '' ? 'heard' : 'quiet'} role="status">
        {typed.trim() === '' ? '' : words.count(found.length)}
      </p>
      {found.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="help-list">
          {found.map(({ id, title }) => (
            <li key={id}>
              <a class="help-choice" href={hrefOf('help', id)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
