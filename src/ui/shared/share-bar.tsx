import type { MoneyView } from '../../messaging/views'
import { shareOf } from './for-drawing'

interface BarProps {
  /** In full colour. */
  readonly full: MoneyView
  /** After it, in a paler one. */
  readonly pale?: MoneyView
  readonly whole: MoneyView
}

/** How much of a whole, to be taken in at a glance. Says nothing that the words beside it do not. */
export function ShareBar({ full, pale, whole }: BarProps) {
  return (
    <span class="share-bar" aria-hidden="true">
      <span class="share-bar-full" style={{ width: width(full, whole) }} />
      {pale !== undefined && <span class="share-bar-pale" style={{ width: width(pale, whole) }} />}
    </span>
  )
}

const width = (part: MoneyView, whole: MoneyView): string => `${String(shareOf(BigInt(part.atomic), BigInt(whole.atomic)) * 100)}%`
