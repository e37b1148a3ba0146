import { useState } from 'preact/hooks'
import type { GuardId, Level } from '../../../core/risk/finding'
import type { WatchEntryView, WatchView } from '../../../messaging/views'
import { machineTime, writeMoment } from '../../shared/dates'
import { usePrice } from '../../shared/prices'
import { Select } from '../../shared/select'
import { Fault, Notice } from '../../shared/status'
import { useStepUp } from '../../shared/step-up'
import { useView } from '../../shared/use-view'
import { hrefOf } from '../route'
import { words } from './words'

/** What the wallet noticed about payments, what became of it, and what it looks for. */
export function Watch() {
  const view = useView('watch.read', {}, ['watch', 'wallet', 'settings'])
  const text = words.watch
  if (view.state !== 'ready') return null
  const { frozen, entries } = view.value
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      {frozen && <Notice level="care">{text.frozen}</Notice>}
      {entries.length === 0 ? <p class="quiet">{text.empty}</p> : <ul class="watch">{entries.map((entry) => <Entry key={entry.at} entry={entry} />)}</ul>}
      <Guards view={view.value} onKept={view.replace} />
    </section>
  )
}

function Entry({ entry: { at, site, amount, purchase, outcome, reasons } }: { readonly entry: WatchEntryView }) {
  const prices = usePrice()
  const head = `${site === '' ? words.watch.purse : site} · ${prices?.price(amount) ?? ''}`
  return (
    <li>
      <p>
        <strong>{purchase === null ? <bdi>{head}</bdi> : <a href={hrefOf('history', purchase)}>{head}</a>}</strong>
      </p>
      <p class="small quiet">
        <time dateTime={machineTime(at)}>{writeMoment(at)}</time> · {words.watch.outcomes[outcome]}
      </p>
      {reasons.map((reason) => (
        <p key={reason} class="small">
          {reason}
        </p>
      ))}
    </li>
  )
}

const options = () => (['ask', 'notice', 'off'] as const).map((value) => ({ value, label: words.watch.levels[value] }))

/** What each guard leads to. Watching less is asked about. */
function Guards({ view: { guards }, onKept }: { readonly view: WatchView; readonly onKept: (view: WatchView) => void }) {
  const [sentence, setSentence] = useState<string | null>(null)
  const { ask, dialog } = useStepUp()
  const choose = (guard: GuardId, level: Level | 'off') => {
    setSentence(null)
    void ask('watch.set', { guard, level }).then((reply) => {
      if (reply?.ok === true) onKept(reply.value)
      else if (reply !== null) setSentence(reply.sentence)
    })
  }
  return (
    <details class="watch-guards">
      <summary>{words.watch.guards.title}</summary>
      <p class="small quiet">{words.watch.guards.text}</p>
      {guards.map(({ guard, level }) => (
        <Select key={`${guard} ${level}`} label={words.watch.guards.names[guard]} value={level} options={options()} onChoose={(chosen) => choose(guard, chosen)} />
      ))}
      <Fault sentence={sentence} />
      {dialog}
    </details>
  )
}
