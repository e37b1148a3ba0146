import { useEffect, useRef, useState } from 'preact/hooks'
import type { WishedSite } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Failed, Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import type { View } from '../../shared/use-view'
import { words } from '../words'

/** Sites on which the reader would have paid for single articles. Nothing at all where there are none. */
export function Wishes({ sites }: { readonly sites: View<readonly WishedSite[]> }) {
  const task = useTask('wishes.forget')
  const [forgotten, setForgotten] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  const text = words.settings.wishes
  const empty = sites.state === 'ready' && sites.value.length === 0
  // The button that was pressed goes away with the group.
  useEffect(() => {
    if (forgotten && empty) said.current?.focus()
  }, [forgotten, empty])
  const forget = () =>
    task.run({}, () => {
      setForgotten(true)
      sites.replace([])
    })
  if (empty && forgotten) return <p ref={said} tabIndex={-1} class="heard">{text.forgotten}</p>
  if (empty || sites.state === 'waiting') return null
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {sites.state === 'failed' && <Failed sentence={sites.sentence} onRetry={sites.reload} />}
      {sites.state === 'ready' && (
        <>
          <p class="small quiet">{text.text}</p>
          <Sites sites={sites.value} />
          <div>
            <Button off={task.working} onClick={forget}>
              {task.working ? text.forgetting : text.forget}
            </Button>
          </div>
        </>
      )}
      {task.sentence !== null && (
        <div role="alert">
          <Notice level="stop">{task.sentence}</Notice>
        </div>
      )}
    </section>
  )
}

function Sites({ sites }: { readonly sites: readonly WishedSite[] }) {
  return (
    <ul class="sites">
      {sites.map(({ site, days }) => (
        <li key={site}>
          <strong>{site}</strong> <span class="small quiet">{words.settings.wishes.days(days)}</span>
        </li>
      ))}
    </ul>
  )
}
