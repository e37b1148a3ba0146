import { Failed, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { SpentHead, SpentRow } from '../limits/used'
import { words as limits } from '../limits/words'
import { hrefOf } from '../route'
import { words } from './words'

/** What the limits of today and of this month leave. */
export function LimitsLeft() {
  const view = useView('limits.read', {}, ['limits', 'settings'])
  const { columns, day, month } = limits.used
  return (
    <section class="card stack overview-limits">
      <h2>{words.limits.title}</h2>
      {view.state === 'waiting' && <Waiting />}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && (
        <table class="spent">
          <caption class="heard">{words.limits.caption}</caption>
          <SpentHead first={columns.limit} spent={columns.spent} left={columns.left} />
          <tbody>
            <SpentRow label={day} spent={view.value.used.day} most={view.value.limits.day} />
            <SpentRow label={month} spent={view.value.used.month} most={view.value.limits.month} />
          </tbody>
        </table>
      )}
      <p>
        <a href={hrefOf('limits')}>{words.limits.change}</a>
      </p>
    </section>
  )
}
