import { Notice } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { words } from '../words'
import { LastPayments } from './last-payments'
import { Purse } from './purse'

/** What is in the purse, how to put more in, and what happened last. */
export function Overview() {
  const wallet = useView('wallet.read', {}, ['wallet'])
  return (
    <Page title={words.pages.overview}>
      {wallet.state === 'ready' && !wallet.value.backedUp && <Notice level="care">{words.overview.notBackedUp}</Notice>}
      <Purse />
      <LastPayments />
    </Page>
  )
}
