import type { DisputeDetail } from '../../../messaging/dispute-views'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { hrefOf } from '../route'
import { words } from './words'

/** What the reader can do about the site on this device. */
export function Here({ dispute: { host, payment } }: { readonly dispute: DisputeDetail }) {
  const view = useView('allowances.read', {}, ['allowances', 'settings'])
  const ending = useTask('allowances.end')
  if (view.state !== 'ready') return null
  const allowance = view.value.find(({ site }) => isOf(host, site))
  const text = words.detail.here
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p role="status">{allowance === undefined ? text.asked : text.allowed}</p>
      {allowance !== undefined && (
        <div>
          <Button off={ending.working} onClick={() => ending.run({ id: allowance.id }, view.replace)}>
            {text.ask}
          </Button>
        </div>
      )}
      {ending.sentence !== null && <Notice level="stop">{ending.sentence}</Notice>}
      <p class="small quiet">{text.warn}</p>
      <p class="row">
        <a href={hrefOf('history', payment)}>{text.payment}</a>
        <a href={hrefOf('limits')}>{text.limits}</a>
      </p>
    </section>
  )
}

/** @param host with its port, where it has one @param site a registrable domain */
function isOf(host: string, site: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === site || host === site || name.endsWith(`.${site}`)
}
