import { en as words } from '../../core/words/en'
import type { Factor } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import { atTime } from '../display'
import type { PinFault } from '../wallet/session-pin'
import type { OpeningFault } from '../wallet/wallet-session'

/** Why a factor did not open the wallet, in words. */
export function openingRefusal(fault: OpeningFault, factor: Factor): Refusal {
  switch (fault.fault) {
    case 'wrong-factor':
      return { code: 'wrong-factor', sentence: words.wrongFactor[factor.kind] }
    case 'wrong-code':
      return { code: 'wrong-factor', sentence: words.wrongCode }
    case 'slowed':
      return { code: 'refused', sentence: words.slowed(atTime(fault.until)) }
    case 'none':
      return { code: 'refused', sentence: words.noWallet }
    case 'damaged':
      return { code: 'refused', sentence: words.damaged }
  }
}

/** Why a PIN did not open the wallet, in words. */
export function pinRefusal(fault: PinFault): Refusal {
  switch (fault.fault) {
    case 'wrong':
      return { code: 'wrong-factor', sentence: words.wrongPin(fault.left) }
    case 'destroyed':
      return { code: 'wrong-factor', sentence: words.pinDestroyed }
    case 'none':
      return { code: 'refused', sentence: words.noPin }
  }
}
