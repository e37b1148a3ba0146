import type { SecurityView } from '../../../messaging/views'
import { machineTime, writeMoment } from '../../shared/dates'
import { words } from './words'

/** What happened at the door, newest first. A wrong try says so in words, and not by its colour alone. */
export function Door({ events }: Pick<SecurityView, 'events'>) {
  const { title, caption, columns, empty } = words.door
  return (
    <section class="card">
      <h2>{title}</h2>
      {events.length === 0 ? (
        <p class="quiet">{empty}</p>
      ) : (
        <table class="door-events">
          <caption class="heard">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.when}</th>
              <th scope="col">{columns.what}</th>
              <th scope="col">{columns.way}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event, at) => (
              <DoorEvent key={at} event={event} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type Kind = SecurityView['events'][number]['kind']

const wrong: readonly Kind[] = ['failed', 'pin-destroyed', 'words-wrong']

/** What stands for a way that has no name: only the PIN opens without one, and of a wrong try nothing is kept but its time. */
const nameless = (kind: Kind): string | undefined => (kind === 'unlocked' ? words.door.pin : kind === 'failed' ? words.door.unknownWay : undefined)

function DoorEvent({ event: { at, kind, way, about } }: { readonly event: SecurityView['events'][number] }) {
  return (
    <tr>
      <td>
        <time dateTime={machineTime(at)}>{writeMoment(at)}</time>
      </td>
      <td class={wrong.includes(kind) ? 'tone-care' : ''}>
        {words.door.events[kind]}
        {about !== undefined && <bdi class="small quiet door-about">{about}</bdi>}
      </td>
      <td class="quiet">{way === null ? nameless(kind) : words.slots.kinds[way]}</td>
    </tr>
  )
}
