import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Input, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import type { Authority } from '../../vault/authority'
import { newId } from '../../vault/slot'
import type { OpenBooks } from '../books'
import { locked } from '../locked'
import type { WalletSession } from '../wallet/wallet-session'
import { sealLine, writeHead } from './backup-file'

const refused = (sentence: string): Result<never, Refusal> => err({ code: 'refused', sentence })

/** Makes backup files, a line at a time: nothing of a file is kept here, so that its making may be given up at any line. */
export class BackupDesk {
  readonly #wallet: WalletSession
  readonly #open: OpenBooks

  constructor(wallet: WalletSession, open: OpenBooks) {
    this.#wallet = wallet
    this.#open = open
  }

  /** The first line. That a file was made is written down before there is one. */
  async make(passphrase: string, authority: Authority): Promise<Result<Output<'backup.make'>, Refusal>> {
    const books = await this.#open()
    const record = await this.#wallet.record()
    if (books === null) return locked()
    if (record === null) return refused(words.damaged)
    const now = Date.now()
    await books.security.add([{ at: now, kind: 'backup-made', way: null }])
    const file = newId()
    return ok({ file, line: writeHead({ file, record: await authority.forBackup(record, passphrase, now) }) })
  }

  /** One of the other lines. What is sealed here opens with the vault alone, and so takes no proof. */
  async read({ file, line, from }: Input<'backup.read'>): Promise<Result<Output<'backup.read'>, Refusal>> {
    const books = await this.#open()
    if (books === null) return locked()
    const page = await books.backup.read(from)
    if (page === null) return refused(words.backup.gone)
    const sealed = { madeAt: Date.now(), backedUp: await this.#wallet.backedUp(), entries: page.entries }
    return ok({ line: sealLine(books.keyring.sealer, file, line, page.next === null, sealed), next: page.next })
  }
}
