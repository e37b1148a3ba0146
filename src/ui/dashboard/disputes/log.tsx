import type { DisputeDetail } from '../../../messaging/dispute-views'
import { machineTime, writeInstant } from '../../shared/dates'
import { words } from './words'

/** Who did what, and when, from the beginning. */
export function Log({ log }: { readonly log: DisputeDetail['log'] }) {
  return (
    <section class="card">
      <h2>{words.detail.log}</h2>
      <ol class="timeline">
        {log.map(({ at, by, sentence }, step) => (
          <li key={step}>
            <time class="small quiet" dateTime={machineTime(at)}>
              {writeInstant(at)}
            </time>
            <span>
              <span class="quiet">{words.by[by]}: </span>
              {sentence}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
