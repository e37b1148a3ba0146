import { writeCount } from '../../shared/dates'
import { useView } from '../../shared/use-view'
import { hrefOf } from '../route'
import { words as dashboard } from '../words'
import { placed } from './found-row'
import { questionOf, readLook, writeLook } from './look'
import { readPlace } from './read-place'
import { words } from './words'

/** How far a payment may have moved in the list since it was opened from there. */
const drift = 20

/** The way back to the list a payment was opened from, and to those before and after it there. */
export function Neighbours({ id, query }: { readonly id: string; readonly query: string }) {
  const at = readPlace(query)
  const asked = writeLook(readLook(query))
  if (at === null) {
    return (
      <p>
        <a href={hrefOf('history', null, asked)}>{asked === '' ? dashboard.history.back : words.neighbours.back}</a>
      </p>
    )
  }
  return <Beside id={id} at={at} asked={asked} />
}

function Beside({ id, at, asked }: { readonly id: string; readonly at: number; readonly asked: string }) {
  const offset = Math.max(0, at - drift)
  const view = useView('history.search', { ...questionOf(readLook(asked), Date.now()), offset, limit: 2 * drift + 1 }, ['payments'])
  const rows = view.state === 'ready' ? view.value.rows : []
  const step = rows.findIndex((row) => row.id === id)
  const place = step === -1 ? at : offset + step
  const [before, after] = step === -1 ? [undefined, undefined] : [rows[step - 1], rows[step + 1]]
  const text = words.neighbours
  return (
    <nav class="neighbours" aria-label={text.label}>
      <a href={hrefOf('history', null, placed(asked, place))}>{asked === '' ? dashboard.history.back : text.back}</a>
      <span class="neighbours-steps">
        {before !== undefined && (
          <a rel="prev" href={hrefOf('history', before.id, placed(asked, place - 1))}>
            {text.before}
          </a>
        )}
        {view.state === 'ready' && step !== -1 && <span class="small quiet">{text.place(writeCount(place + 1), writeCount(view.value.count))}</span>}
        {after !== undefined && (
          <a rel="next" href={hrefOf('history', after.id, placed(asked, place + 1))}>
            {text.after}
          </a>
        )}
      </span>
    </nav>
  )
}
