import { Failed, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { Erase } from './erase'
import { words as exporting } from './export/words'
import { HowLong } from './how-long'
import { Kept } from './kept'
import { Period } from './period'
import { Sites } from './sites'
import { Support } from './support'
import { Told } from './told'
import { words } from './words'

/** What is kept on this device, and who has received what. */
export function Privacy() {
  const view = useView('privacy.read', {}, ['wallet', 'payments', 'settings', 'allowances', 'wishes', 'watch'])
  return (
    <Page title={words.title}>
      <p>{words.intro}</p>
      <p>
        <a href={hrefOf('privacy', 'export')}>{exporting.link}</a>
      </p>
      {view.state === 'waiting' && <Waiting />}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && (
        <>
          <Kept view={view.value} />
          <HowLong retention={view.value.retention} onKept={view.replace} />
          <Told view={view.value} />
          <Sites sites={view.value.sites} />
          <Period />
          <Support />
          <Erase />
        </>
      )}
    </Page>
  )
}
