import { useRef, useState } from 'preact/hooks'
import type { Period } from '../../../core/history/calendar'
import type { TotalsView } from '../../../messaging/views'
import { askAhead } from '../../shared/ahead'
import { Failed, Waiting } from '../../shared/status'
import { useElapsed } from '../../shared/use-elapsed'
import { useView, type View } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { Drill } from '../security/drill'
import { words as security } from '../security/words'
import { words } from '../words'
import { Elsewhere } from './elsewhere'
import { Kinds } from './kinds'
import { LastPayments, lookedAt, UnderWay } from './last-payments'
import { LimitsLeft } from './limits-left'
import { Month } from './month'
import { PutIn, Purse } from './purse'
import { RulesNews } from './rules-news'
import { Sites } from './sites'
import { Spending } from './spending'
import { Welcome } from './welcome'
import { words as figures } from './words'
import { WrongTries } from './wrong-tries'

const firstPeriod: Period = 'days30'

/** Asks for what this page begins with: the figures, which take the longest, and the payments. */
export function askForOverview(): void {
  askAhead('history.totals', { period: firstPeriod })
  askAhead('payments.list', lookedAt)
}

/** Where the money went, what is left, and what happened last. What is on this device is known before anything is shown: nothing moves. */
export function Overview() {
  const wallet = useView('wallet.read', {}, ['wallet'])
  const door = useView('security.read', {}, ['wallet'])
  const [period, setPeriod] = useState<Period>(firstPeriod)
  const totals = useSteady(useView('history.totals', { period }, ['payments', 'settings']))
  const account = useView('account.read', {}, ['account', 'payments', 'settings', 'purses'])
  const list = useView('payments.list', lookedAt, ['payments'])
  const patient = useElapsed(patienceMs)
  if (wallet.state === 'waiting' || door.state === 'waiting' || (totals.state === 'waiting' && !patient)) return <Page title={words.pages.overview} wide><Waiting /></Page>
  return (
    <Page title={words.pages.overview} wide>
      {door.state === 'ready' && <WrongTries events={door.value.events} />}
      {wallet.state === 'ready' && !wallet.value.backedUp && (
        <p class="small quiet">
          {words.overview.notBackedUp} <a href={hrefOf('security')}>{words.overview.backUp}</a>
        </p>
      )}
      {wallet.state === 'ready' && wallet.value.backedUp && door.state === 'ready' && (
        <Drill dueAt={door.value.drillDueAt} toTheWords={<a href={hrefOf('security')}>{security.drill.show}</a>} onChecked={door.reload} />
      )}
      <RulesNews />
      <div class="overview">
        <First totals={totals} />
        <Purse account={account} />
        <UnderWay list={list} />
        {totals.state === 'waiting' && <Adding />}
        {isUsed(totals) && <Spent totals={totals.value} period={period} onPeriod={setPeriod} />}
        <LastPayments list={list} />
        <LimitsLeft />
        <PutIn account={account} />
        {isUsed(totals) && <Elsewhere totals={totals.value} />}
      </div>
    </Page>
  )
}

/** How long a long history may keep everything else waiting. Milliseconds. */
const patienceMs = 300

/** The first card: what was spent this month, or how to begin. */
function First({ totals }: { readonly totals: View<TotalsView> }) {
  if (totals.state === 'ready' && !isUsed(totals)) return <Welcome />
  return (
    <section class="card month">
      <h2 class="quiet">{figures.month.title}</h2>
      {totals.state === 'waiting' && <Waiting>{figures.spending.adding}</Waiting>}
      {totals.state === 'failed' && <Failed sentence={totals.sentence} onRetry={totals.reload} />}
      {totals.state === 'ready' && <Month totals={totals.value} />}
    </section>
  )
}

function Spent(props: { readonly totals: TotalsView; readonly period: Period; readonly onPeriod: (period: Period) => void }) {
  return (
    <>
      <Spending {...props} />
      <Sites totals={props.totals} />
      <Kinds totals={props.totals} />
    </>
  )
}

/** The places of the figures, while a long history is added up. */
function Adding() {
  return (
    <>
      <section class="card spending adding-time">
        <h2>{figures.spending.title}</h2>
      </section>
      <section class="card adding-sites">
        <h2>{figures.sites.title}</h2>
      </section>
      <section class="card adding-sites">
        <h2>{figures.kinds.title}</h2>
      </section>
    </>
  )
}

/** There is something to tell of: spent, held back, or spent in other money. */
function isUsed(view: View<TotalsView>): view is Extract<View<TotalsView>, { state: 'ready' }> {
  return view.state === 'ready' && (view.value.ever.payments > 0 || view.value.held.payments > 0 || view.value.elsewhere.length > 0)
}

/** What was shown last stays while the next is waited for. */
function useSteady<T>(view: View<T>): View<T> {
  const last = useRef(view)
  if (view.state !== 'waiting' || last.current.state !== 'ready') last.current = view
  return last.current
}
