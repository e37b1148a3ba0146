import type { Scope } from '../../../core/privacy/scope'
import type { ForgettingView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Failed, Notice, Waiting } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { useView } from '../../shared/use-view'
import { words } from './words'

interface ForgetProps {
  readonly scope: Scope
  /** Names the group for those who do not see what it belongs to. */
  readonly label: string
  readonly onDone: (forgotten: ForgettingView) => void
  readonly onLeave: () => void
}

/** Says what goes and what cannot, before anything is forgotten. */
export function Forget({ scope, label, onDone, onLeave }: ForgetProps) {
  const found = useView('privacy.weigh', { scope }, [])
  const forget = useGuarded('privacy.forget')
  const text = words.forget
  return (
    <div class="stack forget" role="group" aria-label={label}>
      {found.state === 'waiting' && <Waiting>{text.waiting}</Waiting>}
      {found.state === 'failed' && <Failed sentence={found.sentence} onRetry={found.reload} />}
      {found.state === 'ready' && (
        <>
          <p>{text[scope.kind](found.value.payments)}</p>
          {found.value.underWay > 0 && <Notice level="care">{text.underWay(found.value.underWay)}</Notice>}
          <Stays />
          {forget.sentence !== null && (
            <div role="alert">
              <Notice level="stop">{forget.sentence}</Notice>
            </div>
          )}
          <div class="row">
            <Button off={forget.working} onClick={() => forget.run({ scope }, onDone)}>
              {forget.working ? text.forgetting : text.forget}
            </Button>
            <Button look="link" onClick={onLeave}>
              {text.keep}
            </Button>
          </div>
          {forget.dialog}
        </>
      )}
    </div>
  )
}

function Stays() {
  const { title, ...all } = words.forget.stays
  return (
    <div class="small quiet">
      <p>{title}:</p>
      <ul class="stays">
        {Object.values(all).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  )
}
