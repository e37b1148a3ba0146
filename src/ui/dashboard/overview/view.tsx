import { Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { Drill } from '../security/drill'
import { words as security } from '../security/words'
import { words } from '../words'
import { LastPayments } from './last-payments'
import { Purse } from './purse'
import { WrongTries } from './wrong-tries'

/** What is in the purse, how to put more in, and what happened last. What stands on top is known before anything is shown: nothing moves. */
export function Overview() {
  const wallet = useView('wallet.read', {}, ['wallet'])
  const door = useView('security.read', {}, ['wallet'])
  if (wallet.state === 'waiting' || door.state === 'waiting') return <Page title={words.pages.overview}><Waiting /></Page>
  return (
    <Page title={words.pages.overview}>
      {door.state === 'ready' && <WrongTries events={door.value.events} />}
      {wallet.state === 'ready' && !wallet.value.backedUp && (
        <p class="small quiet">
          {words.overview.notBackedUp} <a href={hrefOf('security')}>{words.overview.backUp}</a>
        </p>
      )}
      {wallet.state === 'ready' && wallet.value.backedUp && door.state === 'ready' && (
        <Drill dueAt={door.value.drillDueAt} toTheWords={<a href={hrefOf('security')}>{security.drill.show}</a>} onChecked={door.reload} />
      )}
      <Purse />
      <LastPayments />
    </Page>
  )
}
