import { useMemo, useState } from 'preact/hooks'
import type { SlotKind, Way } from '../../messaging/views'
import { en as words } from '../words/en'
import { Button } from './button'
import { choicesOf, takesPasskey } from './factor-choices'
import { OneWay, type OneWayProps } from './one-way'
import { OtherWays, type OtherWay } from './other-ways'
import { Notice } from './status'

interface FactorFormProps extends OneWayProps {
  readonly ways: readonly Way[]
  /** What to offer first, where it can be had; otherwise the best. */
  readonly first?: SlotKind | null
  /** Where the browser cannot ask for a passkey here: goes to where it can. */
  readonly onElsewhere?: ((kind: SlotKind) => void) | undefined
  /** Something that is no proof and would do here, listed with the other ways. */
  readonly also?: OtherWay | undefined
}

/** Lets a reader prove who they are in one of the ways that open this wallet: the best is shown, the others are a press away. */
export function FactorForm({ ways, first = null, onElsewhere, also, ...rest }: FactorFormProps) {
  const choices = useMemo(() => choicesOf(ways), [ways])
  const [chosen, setChosen] = useState(() => choices.findIndex(({ kind }) => kind === first))
  const choice = choices[chosen] ?? choices[0]
  const choose = (kind: SlotKind, at: number) => {
    if (onElsewhere !== undefined && takesPasskey(kind)) onElsewhere(kind)
    else setChosen(at)
  }
  if (choice === undefined) {
    return (
      <div class="factor">
        <Notice level="stop">{words.factor.none}</Notice>
        {rest.secondary}
      </div>
    )
  }
  const others = choices.flatMap((one, at) => (one === choice ? [] : [{ label: words.factor.use[one.kind], onPress: () => choose(one.kind, at) }]))
  return (
    <div class="factor">
      {onElsewhere !== undefined && takesPasskey(choice.kind) ? (
        <Elsewhere kind={choice.kind} onLeave={onElsewhere} />
      ) : (
        <OneWay key={choices.indexOf(choice)} choice={choice} {...rest} />
      )}
      <OtherWays ways={also === undefined ? others : [also, ...others]} />
    </div>
  )
}

/** Some windows close when the browser's own question takes the focus. */
function Elsewhere({ kind, onLeave }: { readonly kind: SlotKind; readonly onLeave: (kind: SlotKind) => void }) {
  return (
    <div class="factor-form">
      <p class="quiet">{words.factor.elsewhere.text}</p>
      <Button look="primary" wide onClick={() => onLeave(kind)}>
        {words.factor.elsewhere.action}
      </Button>
    </div>
  )
}
