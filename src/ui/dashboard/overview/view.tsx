import { Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { words } from '../words'
import { LastPayments } from './last-payments'
import { Purse } from './purse'

/** What is in the purse, how to put more in, and what happened last. What stands on top is known before anything is shown: nothing moves. */
export function Overview() {
  const wallet = useView('wallet.read', {}, ['wallet'])
  if (wallet.state === 'waiting') return <Page title={words.pages.overview}><Waiting /></Page>
  return (
    <Page title={words.pages.overview}>
      {wallet.state === 'ready' && !wallet.value.backedUp && (
        <p class="small quiet">
          {words.overview.notBackedUp} <a href={hrefOf('security')}>{words.overview.backUp}</a>
        </p>
      )}
      <Purse />
      <LastPayments />
    </Page>
  )
}
