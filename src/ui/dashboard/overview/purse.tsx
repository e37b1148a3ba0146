import type { AccountView } from '../../../messaging/views'
import { AddressCard } from '../../shared/address-card'
import { Amount } from '../../shared/amount'
import { Button } from '../../shared/button'
import { Estimate } from '../../shared/estimate'
import { usePrice } from '../../shared/prices'
import { Failed, Notice, Waiting } from '../../shared/status'
import type { View } from '../../shared/use-view'
import { hrefOf } from '../route'
import { words } from '../words'

interface PurseProps {
  readonly account: View<AccountView>
}

/** The balance, large. */
export function Purse({ account }: PurseProps) {
  const text = words.overview
  return (
    <section class="card purse">
      <h2 class="quiet">{account.state === 'ready' && account.value.purses !== null ? text.purses : text.purse}</h2>
      {account.state === 'waiting' && <Waiting />}
      {account.state === 'failed' && <Failed sentence={account.sentence} onRetry={account.reload} />}
      {account.state === 'ready' && (
        <>
          <Balance account={account.value} onRetry={account.reload} />
          <NetworkName network={account.value.network} />
        </>
      )}
    </section>
  )
}

/** The address money comes in by. Without a network it is still there. */
export function PutIn({ account }: PurseProps) {
  if (account.state !== 'ready') return null
  const { address, network, purses } = account.value
  const text = words.overview
  return (
    <section class="card stack">
      <h2>{text.putIn}</h2>
      <p class="quiet">{text.howTo(network.symbol, network.label)}</p>
      <AddressCard address={address} label={purses === null ? text.address : purses.name} />
    </section>
  )
}

function Balance({ account: { balance, purses }, onRetry }: { readonly account: AccountView; readonly onRetry: () => void }) {
  const prices = usePrice()
  const text = words.overview
  if (balance.state === 'unknown') {
    return (
      <div class="failed" role="status">
        <p>{balance.sentence}</p>
        <Button onClick={onRetry}>{text.retry}</Button>
      </div>
    )
  }
  const { total, available, reserved } = balance
  return (
    <>
      <Amount money={purses?.total ?? total} size="hero" exact />
      {purses !== null && prices !== null && (
        <p class="small quiet">
          {text.ofPurse(prices.price(total), purses.name, purses.unseen)} <a href={hrefOf('purses')}>{text.toPurses}</a>
        </p>
      )}
      {total.atomic === '0' && <p>{text.empty}</p>}
      {reserved.atomic !== '0' && prices !== null && (
        <p>
          {text.reserved(prices.price(reserved))} {text.available(prices.price(available))}
        </p>
      )}
      <Estimate />
    </>
  )
}

function NetworkName({ network }: { readonly network: AccountView['network'] }) {
  if (!network.test) return <p class="small quiet">{network.label}</p>
  return (
    <Notice level="note">
      <bdi>{network.label}</bdi> · {words.overview.test}
    </Notice>
  )
}
