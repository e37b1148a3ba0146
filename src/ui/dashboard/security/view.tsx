import { Failed, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { AddWay } from './add-way'
import { AskAbove } from './ask-above'
import { BackupFile } from './backup-file'
import { ConfirmationCode } from './confirmation-code'
import { Door } from './door'
import { Now } from './now'
import { Pin } from './pin'
import { Protects } from './protects'
import { Slots } from './slots'
import { TwelveWords } from './twelve-words'
import { Watch } from './watch'
import { words } from './words'

/** Who can open this wallet, how, and what happened at its door. Shown at once, so that nothing moves while it is read. */
export function Security() {
  const security = useView('security.read', {}, ['wallet'])
  const wallet = useView('wallet.read', {}, ['wallet'])
  const settings = useView('settings.read', {}, ['settings'])
  const waiting = [security, wallet, settings].some(({ state }) => state === 'waiting')
  if (waiting) return <Page title={words.title}><Waiting /></Page>
  return (
    <Page title={words.title}>
      {security.state === 'failed' && <Failed sentence={security.sentence} onRetry={security.reload} />}
      {security.state === 'ready' && (
        <Now
          session={security.value.session}
          pin={security.value.pin}
          autoLockMinutes={settings.state === 'ready' ? settings.value.autoLockMinutes : null}
        />
      )}
      {security.state === 'ready' && (
        <section class="card stack">
          <h2>{words.slots.title}</h2>
          <Slots slots={security.value.slots} onChanged={security.reload} />
          <AddWay slots={security.value.slots} onAdded={security.reload} />
        </section>
      )}
      {wallet.state === 'failed' && <Failed sentence={wallet.sentence} onRetry={wallet.reload} />}
      {wallet.state === 'ready' && (
        <TwelveWords
          backedUp={wallet.value.backedUp}
          drillDueAt={security.state === 'ready' ? security.value.drillDueAt : null}
          onConfirmed={wallet.reload}
          onChecked={security.reload}
        />
      )}
      {security.state === 'ready' && (
        <>
          <BackupFile events={security.value.events} onMade={security.reload} />
          <Pin set={security.value.pin} onChanged={security.reload} />
          <ConfirmationCode on={security.value.code} onChanged={security.reload} />
        </>
      )}
      {settings.state === 'failed' && <Failed sentence={settings.sentence} onRetry={settings.reload} />}
      {settings.state === 'ready' && <AskAbove settings={settings.value} onKept={settings.reload} />}
      <Watch />
      {security.state === 'ready' && <Door events={security.value.events} />}
      <Protects />
    </Page>
  )
}
