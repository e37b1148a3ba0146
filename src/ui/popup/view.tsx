import { send } from '../../messaging/client'
import { Button } from '../shared/button'
import { Mark } from '../shared/mark'
import { openDashboard, openOnboarding } from '../shared/pages'
import { Failed, Waiting } from '../shared/status'
import { UnlockForm } from '../shared/unlock-form'
import { useView } from '../shared/use-view'
import { en as words } from '../words/en'
import { Purse } from './purse'
import { Recent } from './recent'
import { ThisPage } from './this-page'

/** What the toolbar button opens. */
export function Popup() {
  const wallet = useView('wallet.read', {}, ['wallet'])
  const state = wallet.state === 'ready' ? wallet.value.state : null
  return (
    <main class="popup">
      <header class="popup-head">
        <Mark />
        <h1>{words.name}</h1>
        {state === 'unlocked' && (
          <Button look="link" onClick={() => void send('wallet.lock', {}).then(wallet.reload)}>
            {words.popup.lock}
          </Button>
        )}
      </header>
      {wallet.state === 'waiting' && <Waiting />}
      {wallet.state === 'failed' && <Failed sentence={wallet.sentence} onRetry={wallet.reload} />}
      {state === 'none' && <Start />}
      {state === 'locked' && <LockedPurse onUnlocked={wallet.reload} />}
      {state === 'unlocked' && <Open />}
    </main>
  )
}

function Start() {
  const begin = () => void openOnboarding().then(() => window.close())
  return (
    <section class="popup-start">
      <Mark size="large" />
      <p class="popup-welcome">{words.popup.welcome}</p>
      <Button look="primary" wide onClick={begin}>
        {words.popup.start}
      </Button>
    </section>
  )
}

function LockedPurse({ onUnlocked }: { readonly onUnlocked: () => void }) {
  return (
    <section class="popup-locked">
      <h2>{words.unlock.title}</h2>
      <UnlockForm onUnlocked={onUnlocked} />
    </section>
  )
}

function Open() {
  const open = () => void openDashboard().then(() => window.close())
  return (
    <>
      <ThisPage />
      <Purse />
      <Recent />
      <footer class="popup-foot">
        <Button wide onClick={open}>
          {words.popup.dashboard}
        </Button>
      </footer>
    </>
  )
}
