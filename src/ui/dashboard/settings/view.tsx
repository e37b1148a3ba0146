import type { Settings as SettingsView, SignInSite, WishedSite } from '../../../messaging/views'
import { locale } from '../../../platform/locale'
import { hasLanguages } from '../../shared/language-choice'
import { Select } from '../../shared/select'
import { Failed, Waiting } from '../../shared/status'
import { useView, type View } from '../../shared/use-view'
import { words as library } from '../library/words'
import { Page } from '../page'
import { words } from '../words'
import { AccessChoice } from './access-choice'
import { Check, Group } from './controls'
import { Endpoint } from './endpoint'
import { Funding } from './funding'
import { KeysGroup } from './keys'
import { LanguageGroup } from './language'
import { autoLockOptions, badgeOptions, currencyOptions, networkOptions, roomOptions } from './options'
import { Notices } from './notices'
import { Saved } from './saved'
import { SignIns } from './sign-ins'
import { TipService } from './tip-service'
import { useChange, type Choice } from './use-change'
import { Wishes } from './wishes'
import { words as signals } from './words'

/** Every choice takes effect at once and says that it was kept. All of it is known before any of it is shown: nothing moves. */
export function Settings() {
  const settings = useView('settings.read', {}, ['settings'])
  const sites = useView('signIns.read', {}, ['settings'])
  const wishes = useView('wishes.read', {}, ['wishes'])
  if (settings.state === 'waiting' || sites.state === 'waiting' || wishes.state === 'waiting') return <Page title={words.settings.title}><Waiting /></Page>
  return (
    <Page title={words.settings.title}>
      {settings.state === 'failed' && <Failed sentence={settings.sentence} onRetry={settings.reload} />}
      {settings.state === 'ready' && <Choices settings={settings.value} sites={sites} wishes={wishes} onKept={settings.reload} />}
    </Page>
  )
}

interface ChoicesProps {
  readonly settings: SettingsView
  readonly sites: View<readonly SignInSite[]>
  readonly wishes: View<readonly WishedSite[]>
  readonly onKept: () => void
}

function Choices({ settings, sites, wishes, onKept }: ChoicesProps) {
  const { shown, change, ...outcome } = useChange(settings, onKept)
  return (
    <>
      {hasLanguages && <LanguageGroup />}
      <PagesGroup settings={shown} kept={settings} change={change} onKept={onKept} />
      <SignalsGroup settings={shown} kept={settings} change={change} />
      <SignIns sites={sites} />
      <Wishes sites={wishes} />
      <PriceGroup settings={shown} change={change} />
      <LibraryGroup settings={shown} change={change} />
      <LockGroup settings={shown} change={change} />
      <KeysGroup />
      <NetworkGroup settings={shown} kept={settings} change={change} />
      <Saved {...outcome} />
      {outcome.dialog}
    </>
  )
}

interface GroupProps {
  readonly settings: SettingsView
  readonly change: (choice: Choice) => void
}

function PriceGroup({ settings, change }: GroupProps) {
  const text = words.settings
  return (
    <Group title={text.prices}>
      <Select
        label={text.currency}
        text={text.currencyText}
        value={settings.currency}
        options={currencyOptions(locale())}
        onChoose={(currency) => change({ currency })}
      />
      <Funding key={settings.fundingBps} settings={settings} onChange={change} />
    </Group>
  )
}

function LibraryGroup({ settings, change }: GroupProps) {
  const text = library.settings
  return (
    <Group title={text.title}>
      <Check label={text.keep} text={text.keepText} checked={settings.keepCopies} onChange={(keepCopies) => change({ keepCopies })} />
      <Select label={text.room} text={text.roomText} value={settings.copiesMegabytes} options={roomOptions()} onChoose={(copiesMegabytes) => change({ copiesMegabytes })} />
    </Group>
  )
}

function LockGroup({ settings, change }: GroupProps) {
  const text = words.settings
  return (
    <Group title={text.lock}>
      <Select
        label={text.autoLock}
        value={settings.autoLockMinutes}
        options={autoLockOptions()}
        onChoose={(autoLockMinutes) => change({ autoLockMinutes })}
      />
    </Group>
  )
}

function PagesGroup({ settings, kept, change, onKept }: GroupProps & { readonly kept: SettingsView; readonly onKept: () => void }) {
  const text = words.settings
  return (
    <Group title={text.pages}>
      <AccessChoice access={settings.access} kept={kept} onKept={onKept} />
      <Check label={text.card} text={text.cardText} checked={settings.cardInPages} onChange={(cardInPages) => change({ cardInPages })} />
    </Group>
  )
}

function SignalsGroup({ settings, kept, change }: GroupProps & { readonly kept: SettingsView }) {
  return (
    <Group title={signals.title}>
      <Notices settings={settings} kept={kept} change={change} />
      <Select label={signals.badge} text={signals.badgeText} value={settings.badge} options={badgeOptions()} onChoose={(badge) => change({ badge })} />
    </Group>
  )
}

/** The endpoint belongs to the network that is kept: what is typed there stays while another network waits to be confirmed. */
function NetworkGroup({ settings, kept, change }: GroupProps & { readonly kept: SettingsView }) {
  const text = words.settings
  return (
    <Group title={text.network}>
      <Select
        label={text.networkLabel}
        text={text.networkText}
        value={settings.network}
        options={networkOptions(settings)}
        onChoose={(network) => change({ network })}
      />
      <Check label={text.test} text={text.testText} checked={settings.testNetworks} onChange={(testNetworks) => change({ testNetworks })} />
      <Endpoint key={`${kept.network} ${kept.endpoints[kept.network] ?? ''}`} settings={kept} onChange={change} />
      <TipService key={`tips ${kept.tipService ?? ''}`} settings={kept} onChange={change} />
    </Group>
  )
}
