import type { PolicyView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { Failed, Fault, Notice, Waiting } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { bundled, textIds } from './bundled'
import { History } from './history'
import { Listed } from './listed'
import { Why } from './sentences'
import { Updates } from './updates'
import { words } from './words'

/** What holds, what is new, and what waits for the reader. */
export function Rules() {
  const view = useView('policy.read', { seen: true }, ['policy', 'settings', 'limits'])
  if (view.state === 'waiting') return <Page title={words.title}><Waiting /></Page>
  return (
    <Page title={words.title}>
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && (
        <>
          <p>{words.lead}</p>
          <Asked view={view.value} onAnswered={view.reload} />
          <Month view={view.value} />
          <Holds view={view.value} />
          <Updates view={view.value} onChanged={view.reload} />
          <Listed view={view.value} onChanged={view.reload} />
          <Texts />
          <History view={view.value} />
        </>
      )}
    </Page>
  )
}

interface PartProps {
  readonly view: PolicyView
}

/** What waits for a yes. Leaving everything as it is comes first. */
function Asked({ view: { waiting }, onAnswered }: PartProps & { readonly onAnswered: () => void }) {
  const agree = useTask('policy.agree')
  const decline = useTask('policy.decline')
  if (waiting === null) return null
  const { hash, changes, texts, why } = waiting
  const text = words.waiting
  const working = agree.working || decline.working
  const sentence = agree.sentence ?? decline.sentence
  return (
    <section class="card stack" aria-labelledby="asked">
      <h2 id="asked">{text.title}</h2>
      <p>{text.text}</p>
      <ul class="sentences">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {texts.map((id) => (
        <a key={id} href={hrefOf('policy', id)}>
          {words.texts.read(bundled[id].title)}
        </a>
      ))}
      <Why why={why} />
      <div class="row">
        <Button look="primary" off={working} onClick={() => decline.run({ hash }, onAnswered)}>
          {text.keep}
        </Button>
        <Button off={working} onClick={() => agree.run({ hash }, onAnswered)}>
          {text.agree}
        </Button>
        {working && <Waiting>{text.working}</Waiting>}
      </div>
      <Fault sentence={sentence} />
    </section>
  )
}

/** What a month has brought, until the next has. */
function Month({ view: { digest } }: PartProps) {
  if (digest === null) return null
  return (
    <section class="card stack">
      <h2>{words.digest(writeDay(digest.from))}</h2>
      <ul class="sentences">
        {digest.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Texts() {
  return (
    <section class="card stack">
      <h2>{words.texts.title}</h2>
      <ul class="sentences">
        {textIds.map((id) => (
          <li key={id}>
            <a href={hrefOf('policy', id)}>{bundled[id].title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Holds({ view: { holds, ownLimits } }: PartProps) {
  const text = words.holds
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {holds.networks.map((sentence) => (
        <Notice key={sentence} level="care">
          {sentence}
        </Notice>
      ))}
      <h3>{text.watch}</h3>
      <ul class="sentences">
        {holds.watch.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <a class="small" href={hrefOf('security')}>
        {text.seeWatch}
      </a>
      <h3>{text.limits}</h3>
      {ownLimits ? (
        <p>{text.own}</p>
      ) : (
        <>
          <p class="small quiet">{text.start}</p>
          <ul class="sentences">
            {holds.limits.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <a class="small" href={hrefOf('limits')}>
        {text.see}
      </a>
    </section>
  )
}
