import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { Fault } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { words } from './words'

/** Sites on which nothing is paid, because the reader said so. Nothing, where there are none. */
export function BlockedSites() {
  const view = useView('watch.blocked', {}, ['watch'])
  const opening = useTask('watch.unblock')
  if (view.state !== 'ready' || view.value.length === 0) return null
  const text = words.blocked
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      <ul class="allowances">
        {view.value.map(({ site, at }) => (
          <li key={site} class="allowance-line">
            <div>
              <strong>
                <bdi>{site}</bdi>
              </strong>
              <p class="small quiet">{text.since(writeDay(at))}</p>
            </div>
            <Button label={text.openLabel(site)} off={opening.working} onClick={() => opening.run({ site }, view.replace)}>
              {text.open}
            </Button>
          </li>
        ))}
      </ul>
      <Fault sentence={opening.sentence} />
    </section>
  )
}
