import type { AccountView, MoneyView } from '../../messaging/views'
import { Amount } from '../shared/amount'
import { Estimate } from '../shared/estimate'
import { usePrice } from '../shared/prices'
import { Failed, Waiting } from '../shared/status'
import type { View } from '../shared/use-view'
import { en as words } from '../words/en'

/** What is in the purse and free to spend. */
export function Purse({ account }: { readonly account: View<AccountView> }) {
  return (
    <section class="purse">
      <h2 class="small quiet">{words.popup.purse}</h2>
      {account.state === 'waiting' && <Waiting>{words.popup.readingPurse}</Waiting>}
      {account.state === 'failed' && <Failed sentence={account.sentence} onRetry={account.reload} />}
      {account.state === 'ready' && <Balance account={account.value} onRetry={account.reload} />}
    </section>
  )
}

function Balance({ account, onRetry }: { readonly account: AccountView; readonly onRetry: () => void }) {
  const { balance } = account
  if (balance.state === 'unknown') return <Failed sentence={balance.sentence} onRetry={onRetry} />
  return (
    <>
      <Amount money={balance.available} size="hero" />
      <Estimate />
      <Reserved money={balance.reserved} />
    </>
  )
}

function Reserved({ money }: { readonly money: MoneyView }) {
  const prices = usePrice()
  if (money.atomic === '0' || prices === null) return null
  return <p class="small quiet">{words.popup.reserved(prices.price(money))}</p>
}
