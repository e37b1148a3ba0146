import { AddressCard } from '../shared/address-card'
import { Button } from '../shared/button'
import { usePrice } from '../shared/prices'
import { Failed, Notice, Waiting } from '../shared/status'
import { UnlockHere } from '../shared/unlock-form'
import { useView } from '../shared/use-view'
import { Step } from './step'
import { words } from './words'

/** How to put money in, and what comes next. */
export function Done({ onOpen }: { readonly onOpen: () => void }) {
  const account = useView('account.read', {}, ['account', 'wallet'])
  const wallet = useView('wallet.read', {}, ['wallet'])
  const limits = useView('limits.read', {}, ['limits'])
  const prices = usePrice()
  const { title, text, address, test, next, open, how, wordsLater, limits: holding } = words.done
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
      {limits.state === 'ready' && prices !== null && <p>{holding(prices.price(limits.value.limits.payment), prices.price(limits.value.limits.day))}</p>}
      {wallet.state === 'ready' && !wallet.value.backedUp && <Notice level="care">{wordsLater}</Notice>}
      <details class="lines">
        <summary>{how.title}</summary>
        <ul>
          {how.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <p>{next}</p>
      <div class="actions">
        <Button look="primary" onClick={onOpen}>
          {open}
        </Button>
      </div>
    </Step>
  )
}
