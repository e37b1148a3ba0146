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
import type { PageProps } from './page'
import { pageIds, pages, type DashboardPage } from './pages'
import { Help } from './help/view'
import { words as help } from './help/words'
import { Rail } from './rail'
import { hrefOf, useQuietAddress, useRoute, type Route } from './route'
import { useScreen } from './screen'
import { words } from './words'

/** The reader's own pages, while the wallet is open; otherwise the way to open it, and nothing else. */
export function Dashboard() {
  const wallet = useView('wallet.read', {}, ['wallet'])
  const { page, detail, query } = useRoute(pageIds)
  if (wallet.state === 'waiting') return <Door><Waiting /></Door>
  if (wallet.state === 'failed') return <Door><Failed sentence={wallet.sentence} onRetry={wallet.reload} /></Door>
  const { state } = wallet.value
  if (page === 'help' && (state === 'locked' || state === 'damaged')) return <HelpAtDoor detail={detail} query={query} />
  switch (state) {
    case 'none':
      return <NoWallet />
    case 'damaged':
      return <Damaged />
    case 'locked':
      return <Locked wallet={wallet.value} onTried={wallet.reload} />
    case 'unlocked':
      return <Pages />
  }
}

function Pages() {
  const route = useRoute(pageIds)
  const current = pages.find(({ id }) => id === route.page)
  return (
    <div class="frame">
      <Rail current={route.page} onLock={() => void send('wallet.lock', {})} />
      <main class="content">{current !== undefined && <Current page={current} route={route} />}</main>
    </div>
  )
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
function HelpAtDoor(place: PageProps) {
  return (
    <main class="door-help">
      <p>
        <a href={hrefOf('overview')}>{help.door.back}</a>
      </p>
      <Help {...place} />
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
