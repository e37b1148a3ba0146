import type { ComponentChildren } from 'preact'
import type { KeptView, PrivacyView } from '../../../messaging/views'
import { machineTime, writeDay } from '../../shared/dates'
import { writeSize } from '../../shared/sizes'
import { locale } from '../../../platform/locale'
import { words } from './words'

/** What is kept, a kind a line: how much, since when and for how long. */
export function Kept({ view: { kept, isExact, onDisk } }: { readonly view: PrivacyView }) {
  const text = words.kept
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <table class="kept">
        <caption class="heard">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.columns.what}</th>
            <th scope="col" class="kept-number">{text.columns.count}</th>
            <th scope="col" class="kept-number">{text.columns.size}</th>
            <th scope="col">{text.columns.since}</th>
            <th scope="col">{text.columns.until}</th>
          </tr>
        </thead>
        <tbody>
          {kept.map((one) => (
            <Line key={one.kind} kept={one} />
          ))}
        </tbody>
      </table>
      <p class="small quiet">
        {text.sealed} {!isExact && text.about} {onDisk !== null && text.onDisk(writeSize(onDisk))}
      </p>
    </section>
  )
}

function Line({ kept: { kind, count, bytes, since } }: { readonly kept: KeptView }) {
  const { kinds, columns, none } = words.kept
  const { label, text, kept } = kinds[kind]
  return (
    <tr>
      <th scope="row">
        {label}
        <span class="kept-text small quiet">{text}</span>
      </th>
      <Cell label={columns.count} look="kept-number">{count === null ? '' : count === 0 ? none : count.toLocaleString(locale())}</Cell>
      <Cell label={columns.size} look="kept-number">{bytes === 0 ? '' : writeSize(bytes)}</Cell>
      <Cell label={columns.since}>{since === null ? '' : <time dateTime={machineTime(since)}>{writeDay(since)}</time>}</Cell>
      <Cell label={columns.until}>{kept}</Cell>
    </tr>
  )
}

/** In narrow windows a cell stands on a line of its own, behind the name of its column. */
function Cell({ label, look = '', children }: { readonly label: string; readonly look?: string; readonly children: ComponentChildren }) {
  return (
    <td class={look} data-empty={children === '' ? '' : undefined}>
      <span class="kept-column" aria-hidden="true">{label}</span>
      {children}
    </td>
  )
}
