import type { DisputeDetail } from '../../../messaging/dispute-views'
import { Button } from '../../shared/button'
import { Fault } from '../../shared/status'
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
      <p>{allowance === undefined ? text.asked : text.allowed}</p>
      {allowance !== undefined && (
        <div>
          <Button off={ending.working} onClick={() => ending.run({ id: allowance.id }, view.replace)}>
            {text.ask}
          </Button>
        </div>
      )}
      <Fault sentence={ending.sentence} />
      <Block host={host} payment={payment} />
      <p class="small quiet">{text.warn}</p>
      <p class="row">
        <a href={hrefOf('history', payment)}>{text.payment}</a>
        <a href={hrefOf('limits')}>{text.limits}</a>
      </p>
    </section>
  )
}

/** Nothing more is paid on this site, or again. */
function Block({ host, payment }: Pick<DisputeDetail, 'host' | 'payment'>) {
  const view = useView('watch.blocked', {}, ['watch'])
  const blocking = useTask('watch.block')
  const opening = useTask('watch.unblock')
  if (view.state !== 'ready') return null
  const blocked = view.value.find(({ site }) => isOf(host, site))
  const text = words.detail.here
  const sentence = blocking.sentence ?? opening.sentence
  return (
    <>
      <div role="status">{blocked !== undefined && <p>{text.blocked}</p>}</div>
      <div>
        {blocked === undefined ? (
          <Button off={blocking.working} onClick={() => blocking.run({ payment }, view.replace)}>
            {text.block}
          </Button>
        ) : (
          <Button off={opening.working} onClick={() => opening.run({ site: blocked.site }, view.replace)}>
            {text.unblock}
          </Button>
        )}
      </div>
      <Fault sentence={sentence} />
    </>
  )
}

/** @param host with its port, where it has one @param site a registrable domain */
function isOf(host: string, site: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === site || host === site || name.endsWith(`.${site}`)
}
