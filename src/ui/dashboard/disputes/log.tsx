import type { DisputeDetail } from '../../../messaging/dispute-views'
import { machineTime, writeInstant } from '../../shared/dates'
import { words } from './words'

/** What happened, from the beginning. */
export function Log({ log }: { readonly log: DisputeDetail['log'] }) {
  return (
    <section class="card">
      <h2>{words.detail.log}</h2>
      <ol class="timeline">
        {log.map(({ at, sentence }, step) => (
          <li key={step}>
            <time class="small quiet" dateTime={machineTime(at)}>
              {writeInstant(at)}
            </time>
            <span>{sentence}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
