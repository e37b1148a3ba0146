import { Failed, Notice, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { Give } from './give'
import { Joined } from './joined'
import { Add, Find } from './more'
import { PurseCard } from './purse-card'
import { words } from './words'

/** The reader's accounts under their twelve words: what is in them, which sites they pay, and who can tell that they belong together. */
export function Purses() {
  const view = useView('purses.read', {}, ['purses', 'account', 'payments', 'settings'])
  return (
    <Page title={words.title}>
      <p>
        {words.intro} {words.all}
      </p>
      {view.state === 'waiting' && <Waiting />}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && (
        <>
          {view.value.network.test && <Notice level="note">{words.test}</Notice>}
          {view.value.memory === 'unknown' && <Find view={view.value} onChanged={view.reload} />}
          {view.value.purses.map((purse) => (
            <PurseCard key={purse.purse} purse={purse} view={view.value} onChanged={view.reload} />
          ))}
          {view.value.purses.length > 1 && <Give purses={view.value.purses} onChanged={view.reload} />}
          {view.value.memory !== 'unknown' && <Add view={view.value} onChanged={view.reload} />}
          <Joined view={view.value} />
          {view.value.memory === 'searched' && <Find view={view.value} onChanged={view.reload} />}
        </>
      )}
    </Page>
  )
}
