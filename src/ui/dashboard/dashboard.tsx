import type { ComponentChildren } from 'preact'
import { send } from '../../messaging/client'
import type { WalletView } from '../../messaging/views'
import { Button } from '../shared/button'
import { BringBack, DamagedText } from '../shared/damaged'
import { Mark } from '../shared/mark'
import { askedAt, openOnboarding } from '../shared/pages'
import { Failed, Waiting } from '../shared/status'
import { UnlockForm } from '../shared/unlock-form'
import { useView } from '../shared/use-view'
import { en } from '../words/en'
import { pageIds, pages, type DashboardPage } from './pages'
import { words as help } from './help/words'
import { Rail } from './rail'
import { hrefOf, useQuietAddress, useRoute, type Route } from './route'
import { useScreen } from './screen'
import { words } from './words'

/** The reader's own pages, while the wallet is open; otherwise the way to open it, and nothing else. */
export function Dashboard() {
  const wallet = useView('wallet.read', {}, ['wallet'])
  const route = useRoute(pageIds)
  if (wallet.state === 'waiting') return <Door><Waiting /></Door>
  if (wallet.state === 'failed') return <Door><Failed sentence={wallet.sentence} onRetry={wallet.reload} /></Door>
  const { state } = wallet.value
  if (route.page === 'help' && (state === 'locked' || state === 'damaged')) return <HelpAtDoor route={route} />
  switch (state) {
    case 'none':
      return <NoWallet />
    case 'damaged':
      return <Damaged />
    case 'locked':
      return <Locked wallet={wallet.value} onTried={wallet.reload} />
    case 'unlocked':
      return <Pages route={route} />
  }
}

function Pages({ route }: { readonly route: Route }) {
  return (
    <div class="frame">
      <Rail current={route.page} onLock={() => void send('wallet.lock', {})} />
      <main class="content">
        <Place route={route} />
      </main>
    </div>
  )
}

function Place({ route }: { readonly route: Route }) {
  const page = pages.find(({ id }) => id === route.page)
  return page === undefined ? null : <Current page={page} route={route} />
}

function Current({ page, route }: { readonly page: DashboardPage; readonly route: Route }) {
  const shown = useScreen(page.screen, route)
  if (shown.state === 'waiting') return <Waiting />
  if (shown.state === 'failed') return <Failed sentence={words.unread} onRetry={shown.retry} />
  return <shown.View key={shown.route.page} detail={shown.route.detail} query={shown.route.query} />
}

function Locked({ wallet, onTried }: { readonly wallet: WalletView; readonly onTried: () => void }) {
  const { title, text } = words.locked
  useQuietAddress()
  return (
    <Door>
      <h1>{title}</h1>
      <p class="quiet">{text}</p>
      <UnlockForm wallet={wallet} onTried={onTried} first={askedAt(location.hash)} />
      <HelpLink />
    </Door>
  )
}

function HelpLink() {
  return (
    <p class="small">
      <a href={hrefOf('help')}>{help.door.link}</a>
    </p>
  )
}

/** Whoever cannot open their wallet needs help most. It tells nothing of what is in it. */
function HelpAtDoor({ route }: { readonly route: Route }) {
  return (
    <main class="door-help">
      <p>
        <a href={hrefOf('overview')}>{help.door.back}</a>
      </p>
      <Place route={route} />
    </main>
  )
}

function NoWallet() {
  const { title, text, start } = words.none
  return (
    <Door>
      <h1>{title}</h1>
      <p class="quiet">{text}</p>
      <Button look="primary" onClick={() => void openOnboarding()}>
        {start}
      </Button>
    </Door>
  )
}

function Damaged() {
  return (
    <Door>
      <h1>{en.damaged.title}</h1>
      <DamagedText />
      <BringBack />
      <HelpLink />
    </Door>
  )
}

function Door({ children }: { readonly children: ComponentChildren }) {
  return (
    <main class="door stack">
      <Mark size="large" />
      {children}
    </main>
  )
}
