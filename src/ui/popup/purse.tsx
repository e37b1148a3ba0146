import type { AccountView, LimitsView, MoneyView } from '../../messaging/views'
import { Amount } from '../shared/amount'
import { Estimate } from '../shared/estimate'
import { usePrice } from '../shared/prices'
import { Failed, Waiting } from '../shared/status'
import type { View } from '../shared/use-view'
import { en as words } from '../words/en'

/** What is in the purse and free to spend. */
export function Purse({ account, limits }: { readonly account: View<AccountView>; readonly limits: View<LimitsView> }) {
  return (
    <section class="purse">
      <h2 class="small quiet">{words.popup.purse}</h2>
      {account.state === 'waiting' && <Waiting>{words.popup.readingPurse}</Waiting>}
      {account.state === 'failed' && <Failed sentence={account.sentence} onRetry={account.reload} />}
      {account.state === 'ready' && <Balance account={account.value} onRetry={account.reload} />}
      {limits.state === 'ready' && <LeftToday used={limits.value.used} />}
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

/** What the day leaves, unless the month leaves less. */
function LeftToday({ used: { day, month } }: { readonly used: LimitsView['used'] }) {
  const prices = usePrice()
  const money = BigInt(month.left.atomic) < BigInt(day.left.atomic) ? month.left : day.left
  return <p class="small quiet">{prices === null ? '\u00a0' : words.popup.leftToday(prices.price(money))}</p>
}

function Reserved({ money }: { readonly money: MoneyView }) {
  const prices = usePrice()
  if (money.atomic === '0' || prices === null) return null
  return <p class="small quiet">{words.popup.reserved(prices.price(money))}</p>
}
