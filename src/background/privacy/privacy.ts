import type { Settings } from '../../messaging/views'
import type { FarthingDatabase } from '../../store/schema'
import type { Approvals } from '../approval/approvals'
import type { OpenBooks } from '../books'
import type { Pages } from '../page/pages'
import type { UnaskedPayments } from '../payment/unasked-payments'
import type { WalletSession } from '../wallet/wallet-session'
import { Eraser } from './eraser'
import { ForgettingDesk } from './forgetting-desk'
import { PrivacyDesk } from './privacy-desk'
import { RetentionDesk } from './retention-desk'

export interface PrivacyMeans {
  readonly database: FarthingDatabase
  readonly wallet: WalletSession
  readonly open: OpenBooks
  readonly pages: Pages
  readonly approvals: Approvals
  readonly unasked: UnaskedPayments
  readonly settings: () => Promise<Settings>
}

/** What the reader can know about what is kept, have forgotten and have erased. */
export function privacyOf(means: PrivacyMeans) {
  const forgetting = new ForgettingDesk(means)
  const retention = new RetentionDesk(means.open, forgetting)
  return {
    desk: new PrivacyDesk(means.open, means.settings, retention),
    forgetting,
    retention,
    eraser: new Eraser(means.database, means.wallet, means.open),
  }
}
