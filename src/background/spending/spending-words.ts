import type { OverLimit } from '../../core/spending/limits'
import { en as words } from '../../core/words/en'
import type { SpendingFault } from '../../store/spending-book'
import type { Refused } from '../approval/quote'

/** An amount of atomic units as the reader reads prices. */
export type Show = (atomic: bigint) => string

/** Why a payment of `amount` atomic units was not begun, and what the reader can do. */
export function spendingRefused(fault: SpendingFault, amount: bigint, show: Show): Refused {
  if (fault.code === 'allowance') return { sentence: words.allowance[fault.why], remedy: 'retry' }
  return { sentence: overLimitSentence(fault.over, amount, show), remedy: 'limits' }
}

export const overLimitSentence = ({ limit, most, left }: OverLimit, amount: bigint, show: Show): string => words.limit[limit](show(amount), show(most), show(left))
