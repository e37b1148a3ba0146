import { useRef } from 'preact/hooks'
import type { SignInSite } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Failed, Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import type { View } from '../../shared/use-view'
import { words } from '../words'

/** Sites the reader was asked about, what was answered, and a way to be asked again. */
export function SignIns({ sites }: { readonly sites: View<readonly SignInSite[]> }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed goes away with its line.
  const forgotten = () => {
    heading.current?.focus()
    sites.reload()
  }
  const { title, text, empty } = words.settings.signIns
  const some = sites.state === 'ready' && sites.value.length > 0
  return (
    <section class="card stack">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {sites.state === 'failed' && <Failed sentence={sites.sentence} onRetry={sites.reload} />}
      {sites.state === 'ready' && <p class="small quiet">{some ? text : empty}</p>}
      {sites.state === 'ready' && some && (
        <ul class="sites">
          {sites.value.map((site) => (
            <Site key={site.site} site={site} onForgotten={forgotten} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Site({ site: { site, allowed }, onForgotten }: { readonly site: SignInSite; readonly onForgotten: () => void }) {
  const task = useTask('signIns.forget')
  const text = words.settings.signIns
  const name = nameOf(site)
  return (
    <li>
      <p class="site-answer">
        <strong>{name}</strong> <span class="small quiet">{allowed ? text.allowed : text.refused}</span>
      </p>
      <Button look="link" off={task.working} label={text.forgetLabel(name)} onClick={() => task.run({ site }, onForgotten)}>
        {task.working ? text.forgetting : text.forget}
      </Button>
      <div role="status">{task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}</div>
    </li>
  )
}

/** A site as people call it. What is not encrypted keeps its beginning, to be told apart. */
const nameOf = (origin: string) => origin.replace(/^https:\/\//, '')
