import { send } from '../../messaging/client'
import type { SlotKind, WalletView } from '../../messaging/views'
import { Button } from '../shared/button'
import { BringBack, DamagedText } from '../shared/damaged'
import { Mark } from '../shared/mark'
import { openDashboard, openOnboarding, unlockPlace } from '../shared/pages'
import { Failed, Waiting } from '../shared/status'
import { UnlockForm } from '../shared/unlock-form'
import { useElapsed } from '../shared/use-elapsed'
import { useView } from '../shared/use-view'
import { en as words } from '../words/en'
import { WaitingDisputes } from './disputes'
import { Purse } from './purse'
import { newestPayments, Recent } from './recent'
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
        {state === 'unlocked' && <HeadActions onLocked={wallet.reload} />}
      </header>
      {wallet.state === 'waiting' && <Waiting />}
      {wallet.state === 'failed' && <Failed sentence={wallet.sentence} onRetry={wallet.reload} />}
      {state === 'none' && <Start />}
      {state === 'damaged' && <Damaged />}
      {wallet.state === 'ready' && state === 'locked' && <LockedPurse wallet={wallet.value} onTried={wallet.reload} />}
      {wallet.state === 'ready' && state === 'unlocked' && <Open backedUp={wallet.value.backedUp} />}
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

function Damaged() {
  return (
    <section class="popup-locked">
      <h2>{words.damaged.title}</h2>
      <DamagedText />
      <BringBack onOpened={() => window.close()} />
    </section>
  )
}

/** This window closes when the browser's question for a passkey takes the focus: that is asked in a tab. */
function LockedPurse({ wallet, onTried }: { readonly wallet: WalletView; readonly onTried: () => void }) {
  const inTab = (kind: SlotKind) => void openDashboard(unlockPlace(kind)).then(() => window.close())
  const help = () => void openDashboard('/help/cannot-unlock').then(() => window.close())
  return (
    <section class="popup-locked">
      <h2>{words.unlock.title}</h2>
      <UnlockForm wallet={wallet} onTried={onTried} onElsewhere={inTab} />
      <p class="small">
        <Button look="link" onClick={help}>
          {words.popup.cannotOpen}
        </Button>
      </p>
    </section>
  )
}

function HeadActions({ onLocked }: { readonly onLocked: () => void }) {
  const open = () => void openDashboard().then(() => window.close())
  const lock = () => void send('wallet.lock', {}).then(onLocked)
  return (
    <>
      <Button look="link" onClick={open}>
        {words.popup.dashboard}
      </Button>
      <Button look="link" onClick={lock}>
        {words.popup.lock}
      </Button>
    </>
  )
}

/** Everything is asked for at once and shown when the page has been looked at, so that nothing moves under the reader's hand. */
function Open({ backedUp }: { readonly backedUp: boolean }) {
  const page = useView('tab.read', {}, ['page', 'payments', 'settings', 'wishes'])
  const account = useView('account.read', { here: true }, ['account', 'payments', 'settings', 'purses', 'page'])
  const limits = useView('limits.read', {}, ['limits', 'settings'])
  const payments = useView('payments.list', newestPayments, ['payments', 'wallet'])
  const disputes = useView('disputes.list', {}, ['disputes', 'wallet'])
  const patient = useElapsed(patienceMs)
  if (page.state === 'waiting' && !patient) return <Waiting>{words.popup.looking}</Waiting>
  return (
    <>
      <ThisPage page={page} />
      <Purse account={account} limits={limits} />
      <WaitingDisputes disputes={disputes} />
      {!backedUp && <WordsLater />}
      <Recent payments={payments} />
    </>
  )
}

/** How long a slow page may keep the purse waiting. Milliseconds. */
const patienceMs = 500

/** The reader has put off writing their words down. Said until they have. */
function WordsLater() {
  return (
    <p class="popup-disputes small">
      {words.popup.wordsLater}{' '}
      <Button look="link" onClick={() => void openDashboard('/security').then(() => window.close())}>
        {words.popup.toWords}
      </Button>
    </p>
  )
}
