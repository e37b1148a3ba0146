import { useEffect, useState } from 'preact/hooks'
import { send } from '../../messaging/client'
import type { Factor, Input } from '../../messaging/contract'
import type { SlotKind, WalletView } from '../../messaging/views'
import { en as words } from '../words/en'
import { choicesOf, takesPasskey } from './factor-choices'
import { FactorForm } from './factor-form'
import { OtherWays } from './other-ways'
import { PinForm } from './pin-form'
import { Failed, Notice, Waiting } from './status'
import { useView } from './use-view'

interface UnlockFormProps {
  readonly wallet: Pick<WalletView, 'ways' | 'waitUntil' | 'pin'>
  /** After every try: also a wrong one changes what is known of the wallet. */
  readonly onTried: (opened: boolean) => void
  /** What to offer first, where it can be had. Otherwise that is the PIN, while there is one. */
  readonly first?: SlotKind | null
  /** Where the browser cannot ask for a passkey here: goes to where it can. */
  readonly onElsewhere?: (kind: SlotKind) => void
}

/** Opens the wallet. Says when a try was wrong, and that it is working while the key is derived (about half a second). */
export function UnlockForm({ wallet, onTried, first = null, onElsewhere }: UnlockFormProps) {
  /** Null while the PIN is to be asked for, where there is one. */
  const [chosen, setChosen] = useState(first)
  const [said, setSaid] = useLastWord(wallet)
  const open = async (input: Input<'wallet.unlock'>) => {
    const reply = await send('wallet.unlock', input)
    if (!reply.ok && input.factor.kind === 'pin') setSaid(reply.sentence)
    onTried(reply.ok)
    return reply
  }
  const prove = async (factor: Factor) => {
    const reply = await open({ factor })
    return reply.ok ? null : reply.sentence
  }
  const choose = (kind: SlotKind) => (onElsewhere !== undefined && takesPasskey(kind) ? onElsewhere(kind) : setChosen(kind))
  if (wallet.pin && chosen === null) {
    const kinds = [...new Set(choicesOf(wallet.ways).map(({ kind }) => kind))]
    return (
      <div class="factor">
        <PinForm onTry={open} />
        <OtherWays ways={kinds.map((kind) => ({ label: words.factor.use[kind], onPress: () => choose(kind) }))} />
      </div>
    )
  }
  return (
    <>
      {said !== null && !wallet.pin && (
        <div role="alert">
          <Notice level="care">{said}</Notice>
        </div>
      )}
      <FactorForm
        ways={wallet.ways}
        waitUntil={wallet.waitUntil}
        labels={words.unlock}
        onFactor={prove}
        first={chosen}
        onElsewhere={onElsewhere}
        also={wallet.pin ? { label: words.pin.use, onPress: () => setChosen(null) } : undefined}
      />
    </>
  )
}

/** What was said to the last PIN. It outlives the field where that try was the last one, and only there. */
function useLastWord(wallet: UnlockFormProps['wallet']) {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (wallet.pin) setSaid(null)
  }, [wallet])
  return [said, setSaid] as const
}

/** The same where nothing is known of the wallet yet. */
export function UnlockHere({ onUnlocked }: { readonly onUnlocked: () => void }) {
  const wallet = useView('wallet.read', {}, ['wallet'])
  if (wallet.state === 'waiting') return <Waiting />
  if (wallet.state === 'failed') return <Failed sentence={wallet.sentence} onRetry={wallet.reload} />
  return <UnlockForm wallet={wallet.value} onTried={(opened) => (opened ? onUnlocked() : wallet.reload())} />
}
