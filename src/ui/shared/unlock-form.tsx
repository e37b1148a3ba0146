import { send } from '../../messaging/client'
import type { Factor } from '../../messaging/contract'
import type { SlotKind, WalletView } from '../../messaging/views'
import { en as words } from '../words/en'
import { FactorForm } from './factor-form'
import { Failed, Waiting } from './status'
import { useView } from './use-view'

interface UnlockFormProps {
  readonly wallet: Pick<WalletView, 'ways' | 'waitUntil'>
  /** After every try: also a wrong one changes what is known of the wallet. */
  readonly onTried: (opened: boolean) => void
  /** What to offer first, where it can be had. */
  readonly first?: SlotKind | null
  /** Where the browser cannot ask for a passkey here: goes to where it can. */
  readonly onElsewhere?: (kind: SlotKind) => void
}

/** Opens the wallet. Says when a try was wrong, and that it is working while the key is derived (about half a second). */
export function UnlockForm({ wallet, onTried, first = null, onElsewhere }: UnlockFormProps) {
  const open = async (factor: Factor) => {
    const reply = await send('wallet.unlock', { factor })
    onTried(reply.ok)
    return reply.ok ? null : reply.sentence
  }
  return <FactorForm ways={wallet.ways} waitUntil={wallet.waitUntil} labels={words.unlock} onFactor={open} first={first} onElsewhere={onElsewhere} />
}

/** The same where nothing is known of the wallet yet. */
export function UnlockHere({ onUnlocked }: { readonly onUnlocked: () => void }) {
  const wallet = useView('wallet.read', {}, ['wallet'])
  if (wallet.state === 'waiting') return <Waiting />
  if (wallet.state === 'failed') return <Failed sentence={wallet.sentence} onRetry={wallet.reload} />
  return <UnlockForm wallet={wallet.value} onTried={(opened) => (opened ? onUnlocked() : wallet.reload())} />
}
