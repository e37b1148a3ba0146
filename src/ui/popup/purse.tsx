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
      <h2 class="small quiet">{account.state === 'ready' && account.value.purses !== null ? words.popup.purseHere(account.value.purses.name) : words.popup.purse}</h2>
      {account.state === 'waiting' && <Waiting>{words.popup.readingPurse}</Waiting>}
      {account.state === 'failed' && <Failed sentence={account.sentence} onRetry={account.reload} />}
      {account.state === 'ready' && <Balance account={account.value} limits={limits} onRetry={account.reload} />}
    </section>
  )
}

interface BalanceProps {
  readonly account: AccountView
  readonly limits: View<LimitsView>
  readonly onRetry: () => void
}

function Balance({ account, limits, onRetry }: BalanceProps) {
  const { balance } = account
  if (balance.state === 'unknown') return <Failed sentence={balance.sentence} onRetry={onRetry} />
  return (
    <>
      <Amount money={balance.available} size="hero" />
      <Estimate />
      <Reserved money={balance.reserved} />
      {account.purses !== null && <Together purses={account.purses} />}
      {limits.state !== 'failed' && <LeftToday used={limits.state === 'ready' ? limits.value.used : null} />}
    </>
  )
}

/** All purses, where there are several. */
function Together({ purses: { total, unseen } }: { readonly purses: NonNullable<AccountView['purses']> }) {
  const prices = usePrice()
  return <p class="small quiet">{prices === null ? '\u00a0' : words.popup.together(prices.price(total), unseen)}</p>
}

/** What the day leaves, unless the month leaves less. Its line is there before it is known, so that nothing moves. */
function LeftToday({ used }: { readonly used: LimitsView['used'] | null }) {
  const prices = usePrice()
  if (used === null || prices === null) return <p class="small quiet">{'\u00a0'}</p>
  const { day, month } = used
  const money = BigInt(month.left.atomic) < BigInt(day.left.atomic) ? month.left : day.left
  return <p class="small quiet">{words.popup.leftToday(prices.price(money))}</p>
}

function Reserved({ money }: { readonly money: MoneyView }) {
  const prices = usePrice()
  if (money.atomic === '0' || prices === null) return null
  return <p class="small quiet">{words.popup.reserved(prices.price(money))}</p>
}
