import { AddressCard } from '../shared/address-card'
import { Button } from '../shared/button'
import { Failed, Notice, Waiting } from '../shared/status'
import { UnlockHere } from '../shared/unlock-form'
import { useView } from '../shared/use-view'
import { Step } from './step'
import { words } from './words'

/** How to put money in, and what comes next. */
export function Done({ onOpen }: { readonly onOpen: () => void }) {
  const account = useView('account.read', {}, ['account', 'wallet'])
  const { title, text, address, test, next, open } = words.done
  if (account.state === 'waiting') return <Waiting />
  if (account.state === 'failed') {
    return account.code === 'locked' ? <UnlockHere onUnlocked={account.reload} /> : <Failed sentence={account.sentence} onRetry={account.reload} />
  }
  const { network } = account.value
  return (
    <Step title={title} text={text(network.symbol, network.label)}>
      <div class="card">
        <AddressCard address={account.value.address} label={address} />
      </div>
      {network.test && <Notice level="note">{test}</Notice>}
      <p>{next}</p>
      <div class="actions">
        <Button look="primary" onClick={onOpen}>
          {open}
        </Button>
      </div>
    </Step>
  )
}
