import { useState } from 'preact/hooks'
import type { DisputeDetail, OutsideBodyView } from '../../../messaging/dispute-views'
import { locale } from '../../../platform/locale'
import { Button } from '../../shared/button'
import { Select } from '../../shared/select'
import { Failed, Notice, Waiting } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { webAddress } from '../history/web-address'
import { words } from './words'

interface OutsideProps {
  readonly dispute: DisputeDetail
  readonly onDone: () => void
}

/** Who else can be turned to, by the country the reader names. The links are the wallet's own, and no page's. */
export function Outside({ dispute, onDone }: OutsideProps) {
  const [country, setCountry] = useState(dispute.outside.country)
  const text = words.detail.outside
  const options = [{ value: '', label: text.choose }, ...countryNames(dispute.outside.countries)]
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      <Select label={text.country} value={country ?? ''} options={options} onChoose={(code) => setCountry(code === '' ? null : code)} />
      {country !== null && <Bodies dispute={dispute} country={country} onDone={onDone} />}
    </section>
  )
}

function Bodies({ dispute: { id, can }, country, onDone }: OutsideProps & { readonly country: string }) {
  const view = useView('disputes.read', { dispute: id, country }, [])
  const task = useTask('disputes.escalate')
  if (view.state === 'waiting') return <Waiting />
  if (view.state === 'failed') return <Failed sentence={view.sentence} onRetry={view.reload} />
  const bodies = view.value?.outside.bodies ?? []
  if (bodies.length === 0) return <p>{words.detail.outside.empty}</p>
  return (
    <>
      <ul class="bodies">
        {bodies.map((body) => (
          <Body key={body.id} body={body} onTurned={can.escalate && !task.working ? () => task.run({ dispute: id, to: body.id }, onDone) : null} />
        ))}
      </ul>
      <div class="dispute-outcome" role="alert">{task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}</div>
    </>
  )
}

function Body({ body: { name, what, url }, onTurned }: { readonly body: OutsideBodyView; readonly onTurned: (() => void) | null }) {
  const href = webAddress(url)
  const text = words.detail.outside
  return (
    <li class="stack">
      <div>
        <h3>{name}</h3>
        <p>{what}</p>
      </div>
      <div class="row">
        {href !== null && (
          <a href={href} target="_blank" rel="noreferrer">
            {text.visit(name)}
          </a>
        )}
        {onTurned !== null && (
          <Button label={text.turnedLabel(name)} onClick={onTurned}>
            {text.turned}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Countries as this reader calls them, in the order of their alphabet. @param codes ISO 3166-1 */
function countryNames(codes: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  const writes = locale()
  const names = new Intl.DisplayNames([writes], { type: 'region' })
  return codes.map((value) => ({ value, label: names.of(value) ?? value })).sort((one, other) => one.label.localeCompare(other.label, writes))
}
