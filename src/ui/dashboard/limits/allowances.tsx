import type { AllowanceView } from '../../../messaging/views'
import { locale } from '../../../platform/locale'
import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { writeList } from '../../shared/lists'
import { dollarPrices } from '../../shared/prices'
import { Failed, Fault } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { words } from './words'

/** What is paid without a question, a site a line, each ended with one press. */
export function Allowances() {
  const view = useView('allowances.read', {}, ['allowances', 'settings'])
  const ending = useTask('allowances.end')
  const text = words.allowances
  if (view.state === 'waiting') return null
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && view.value.length === 0 && <p class="quiet">{text.empty}</p>}
      {view.state === 'ready' && view.value.length > 0 && (
        <>
          <p class="small quiet">{text.text}</p>
          <ul class="allowances">
            {view.value.map((allowance) => (
              <Line key={allowance.id} allowance={allowance} onEnd={() => ending.run({ id: allowance.id }, view.replace)} />
            ))}
          </ul>
        </>
      )}
      <Fault sentence={ending.sentence} />
      <Declined />
    </section>
  )
}

/** Where the reader has said no: that can be taken back, too. */
function Declined() {
  const view = useView('allowances.declined', {}, ['allowances', 'settings'])
  const offering = useTask('allowances.offerAgain')
  if (view.state !== 'ready' || view.value.length === 0) return null
  return (
    <div class="small quiet">
      <p>{words.allowances.declined(writeList(view.value))}</p>
      <Button look="link" onClick={() => offering.run({}, view.replace)}>
        {words.allowances.offerAgain}
      </Button>
      <Fault sentence={offering.sentence} />
    </div>
  )
}

function Line({ allowance, onEnd }: { readonly allowance: AllowanceView; readonly onEnd: () => void }) {
  const { price } = dollarPrices(locale())
  const { site, perPayment, perDay, used, until } = allowance
  const text = words.allowances
  return (
    <li class="allowance-line">
      <div>
        <strong>
          <bdi>{site}</bdi>
        </strong>
        <p>{text.each(price(perPayment), price(perDay))}</p>
        <p class="small quiet">{text.used(price(used), price(perDay), writeDay(until))}</p>
      </div>
      <Button label={text.endLabel(site)} onClick={onEnd}>
        {text.end}
      </Button>
    </li>
  )
}
