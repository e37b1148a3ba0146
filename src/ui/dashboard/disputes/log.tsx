import type { DisputeDetail } from '../../../messaging/dispute-views'
import { Timeline } from '../../shared/timeline'
import { words } from './words'

/** What happened, from the beginning. */
export function Log({ log }: { readonly log: DisputeDetail['log'] }) {
  return (
    <section class="card">
      <h2>{words.detail.log}</h2>
      <Timeline steps={log} />
    </section>
  )
}
