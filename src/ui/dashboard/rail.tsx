import { Button } from '../shared/button'
import { Mark } from '../shared/mark'
import { pages } from './pages'
import { hrefOf } from './route'
import { words } from './words'

/** The way around: plain links, so that they can be opened, copied and walked with the keyboard. */
export function Rail({ current, onLock }: { readonly current: string; readonly onLock: () => void }) {
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
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Button onClick={onLock}>{words.lock}</Button>
    </header>
  )
}
