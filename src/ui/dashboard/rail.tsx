import { Button } from '../shared/button'
import { Mark } from '../shared/mark'
import { useView } from '../shared/use-view'
import { words as disputes } from './disputes/words'
import { pages } from './pages'
import { words as rules } from './policy/news-words'
import { hrefOf } from './route'
import { words } from './words'

/** The way around: plain links, so that they can be opened, copied and walked with the keyboard. */
export function Rail({ current, onLock }: { readonly current: string; readonly onLock: () => void }) {
  const waiting = useWaiting()
  const news = useNews()
  return (
    <header class="rail">
      <Skip />
      <p class="rail-name">
        <Mark /> Farthing
      </p>
      <nav aria-label={words.rail}>
        <ul>
          {pages.map(({ id }) => (
            <li key={id}>
              <a class="rail-link" href={hrefOf(id)} aria-current={id === current ? 'page' : undefined}>
                {words.pages[id]}
                {id === 'disputes' && waiting > 0 && <Count count={waiting} heard={disputes.rail(waiting)} />}
                {id === 'policy' && news > 0 && <Count count={news} heard={rules.rail(news)} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Button onClick={onLock}>{words.lock}</Button>
    </header>
  )
}

/** Past the rail, for those who come from the window's top with the keyboard. No link: what follows a "#" names a page here. */
function Skip() {
  const skip = () => document.querySelector<HTMLElement>('main h1')?.focus()
  return (
    <button type="button" class="button skip" onClick={skip}>
      {words.skip}
    </button>
  )
}

/** How many disputes wait for the reader. What cannot be read is no news. */
function useWaiting(): number {
  const view = useView('disputes.list', {}, ['disputes'])
  return view.state === 'ready' ? view.value.filter(({ waitsForReader }) => waitsForReader).length : 0
}

/** How many rules have changed since the reader last looked, and whether some wait for a yes. What cannot be read is no news. */
function useNews(): number {
  const view = useView('policy.read', { seen: false }, ['policy'])
  return view.state === 'ready' ? view.value.unseen + (view.value.waiting === null ? 0 : 1) : 0
}

function Count({ count, heard }: { readonly count: number; readonly heard: string }) {
  return (
    <>
      <span class="rail-count" aria-hidden="true">
        {count}
      </span>
      <span class="heard">: {heard}</span>
    </>
  )
}
