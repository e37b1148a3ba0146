import { Failed, Notice, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { Allowances } from './allowances'
import { BlockedSites } from './blocked'
import { LimitChoices } from './limit-choices'
import { SitePurses } from './site-purses'
import { SitesToday, Used } from './used'
import { words } from './words'

/** What may be spent at most, and what of it is used. */
export function Limits() {
  const limits = useView('limits.read', {}, ['limits', 'settings'])
  const account = useView('account.read', {}, ['settings'])
  if (limits.state === 'waiting' || account.state === 'waiting') return <Page title={words.title}><Waiting /></Page>
  return (
    <Page title={words.title}>
      {limits.state === 'failed' && <Failed sentence={limits.sentence} onRetry={limits.reload} />}
      {limits.state === 'ready' && (
        <>
          {account.state === 'ready' && account.value.network.test && <Notice level="note">{words.used.test}</Notice>}
          <Used limits={limits.value} />
          <SitesToday limits={limits.value} />
          <SitePurses />
          <Allowances />
          <BlockedSites />
          <LimitChoices limits={limits.value} onKept={limits.replace} />
        </>
      )}
    </Page>
  )
}
