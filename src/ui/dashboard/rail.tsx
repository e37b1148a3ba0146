import { Button } from '../shared/button'
import { Mark } from '../shared/mark'
import { useView } from '../shared/use-view'
import { words as disputes } from './disputes/words'
import { pages } from './pages'
import { hrefOf } from './route'
import { words } from './words'

/** The way around: plain links, so that they can be opened, copied and walked with the keyboard. */
export function Rail({ current, onLock }: { readonly current: string; readonly onLock: () => void }) {
  const waiting = useWaiting()
  return (
    <header class="rail">
      <p class="rail-name">
        <Mark /> Farthing
      </p>
      <nav aria-label={words.rail}>
        <ul>
          {pages.map(({ id, label }) => (
            <li key={id}>
              <a class="rail-link" href={hrefOf(id)} aria-current={id === current ? 'page' : undefined}>
                {label}
                {id === 'disputes' && waiting > 0 && <Count count={waiting} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Button onClick={onLock}>{words.lock}</Button>
    </header>
  )
}

/** How many disputes wait for the reader. What cannot be read is no news. */
function useWaiting(): number {
  const view = useView('disputes.list', {}, ['disputes'])
  return view.state === 'ready' ? view.value.filter(({ waitsForReader }) => waitsForReader).length : 0
}

function Count({ count }: { readonly count: number }) {
  return (
    <>
      <span class="rail-count" aria-hidden="true">
        {count}
      </span>
      <span class="heard">: {disputes.rail(count)}</span>
    </>
  )
}
