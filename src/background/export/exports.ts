import type { FarthingDatabase } from '../../store/schema'
import type { SettingsRepository } from '../../store/settings'
import type { OpenBooks } from '../books'
import type { WalletSession } from '../wallet/wallet-session'
import { ExportDesk } from './export-desk'
import { ImportDesk } from './import-desk'
import { LinesKeeper } from './lines-keeper'

interface Parts {
  readonly wallet: WalletSession
  readonly open: OpenBooks
  readonly database: FarthingDatabase
  readonly settings: SettingsRepository
}

/** Files of the books, out and in, and what is made ahead of them. */
export const exportsOf = ({ wallet, open, database, settings }: Parts) => ({
  exports: new ExportDesk(open, settings),
  exportLines: new LinesKeeper(open, { now: () => performance.now(), sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) }),
  imports: new ImportDesk(wallet, open, database),
})
