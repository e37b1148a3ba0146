import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Input, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import { backupRepository } from '../../store/backup'
import type { BackupEntry } from '../../store/backup-entry'
import type { FarthingDatabase } from '../../store/schema'
import type { Keyring } from '../../vault/keyring'
import type { VaultRecord } from '../../vault/record'
import { openVault } from '../../vault/vault'
import type { OpenBooks } from '../books'
import type { WalletSession } from '../wallet/wallet-session'
import { openLine, readHead } from './backup-file'

/** Characters of a whole file that are taken: what a worker can hold in memory at once. */
const largestFile = 512 * 1024 * 1024

/** A file that is being given, line by line. */
interface Restore {
  readonly id: string
  readonly file: string
  readonly record: VaultRecord
  readonly keyring: Keyring
  /** The number of the next line. */
  line: number
  size: number
  readonly entries: BackupEntry[]
}

const refused = (sentence: string): Result<never, Refusal> => err({ code: 'refused', sentence })

/** Takes backup files in. A file is held in memory until its last line has been found whole, and only then is anything written. */
export class RestoreDesk {
  readonly #wallet: WalletSession
  readonly #database: FarthingDatabase
  readonly #open: OpenBooks
  #current: Restore | null = null

  constructor(wallet: WalletSession, database: FarthingDatabase, open: OpenBooks) {
    this.#wallet = wallet
    this.#database = database
    this.#open = open
  }

  /** Opens the file's vault. A file that was begun before is given up. */
  async begin({ line, passphrase }: Input<'restore.begin'>): Promise<Result<Output<'restore.begin'>, Refusal>> {
    this.#drop()
    if (await this.#wallet.exists()) return refused(words.walletExists)
    const head = readHead(line)
    if (head === null) return refused(words.backup.notAFile)
    const opened = await openVault(head.record, { kind: 'password', password: passphrase })
    if (!opened.ok) return opened.error === 'damaged' ? refused(words.backup.broken) : err({ code: 'wrong-factor', sentence: words.backup.wrongPassphrase })
    const { keyring, authority, record } = opened.value
    authority.wipe()
    // Another may have begun while the passphrase was being tried.
    this.#drop()
    this.#current = { id: crypto.randomUUID(), file: head.file, record, keyring, line: 1, size: 0, entries: [] }
    return ok({ restore: this.#current.id })
  }

  /** Takes the next line. The last one writes everything and opens the wallet. */
  async add({ restore, line }: Input<'restore.add'>): Promise<Result<Output<'restore.add'>, Refusal>> {
    const current = this.#current
    if (current?.id !== restore) return refused(words.backup.gone)
    const opened = openLine(current.keyring.sealer, current.file, current.line, line)
    current.size += line.length
    if (opened === null || current.size > largestFile) {
      this.#drop()
      return refused(opened === null ? words.backup.broken : words.backup.tooLarge)
    }
    current.line += 1
    for (const entry of opened.line.entries) current.entries.push(entry)
    if (!opened.last) return ok({ done: null })
    this.#current = null
    return this.#finish(current, opened.line.madeAt, opened.line.backedUp)
  }

  /** What came along is written first: a wallet that opens has its history. Should the worker die in between, the file can be given again. */
  async #finish({ keyring, record, entries }: Restore, madeAt: number, backedUp: boolean): Promise<Result<Output<'restore.add'>, Refusal>> {
    if (await this.#wallet.exists()) {
      keyring.wipe()
      return refused(words.walletExists)
    }
    await backupRepository(this.#database, keyring.sealer).restore(entries)
    await this.#wallet.adopt({ record, backedUp }, keyring)
    const books = await this.#open()
    const [slot] = record.slots
    if (slot !== undefined) await books?.security.name(slot.id, words.backup.slotName)
    await books?.security.add([{ at: Date.now(), kind: 'backup-restored', way: null }])
    return ok({ done: madeAt })
  }

  #drop(): void {
    this.#current?.keyring.wipe()
    this.#current = null
  }
}
