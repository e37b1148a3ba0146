import * as v from 'valibot'
import { err, ok, type Result } from '../../core/result'
import type { VaultRepository } from '../../store/vault-repository'
import type { Keyring } from '../../vault/keyring'
import { browser } from '../../platform/browser'
import { createVault, openWithPassword, restoreVault, resumeSession } from '../../vault/vault'
import { sessionValue } from '../session'

const autoLockAlarm = 'auto-lock'

/**
 * The wallet of this browser session: none, locked or unlocked. While unlocked the view key lies in
 * `storage.session`, so a worker that was put to sleep comes back unlocked; locking wipes both copies.
 */
export class WalletSession {
  readonly #opened = sessionValue('wallet', v.nullable(v.string()), null)
  readonly #vaults: VaultRepository
  readonly #listeners: (() => Promise<void>)[] = []
  #keyring: Keyring | null = null

  constructor(vaults: VaultRepository) {
    this.#vaults = vaults
  }

  async state(): Promise<'none' | 'locked' | 'unlocked'> {
    if ((await this.keyring()) !== null) return 'unlocked'
    return (await this.#vaults.read()) === null ? 'none' : 'locked'
  }

  async backedUp(): Promise<boolean> {
    return (await this.#vaults.read())?.backedUp ?? false
  }

  /** The open keyring, or null while locked. */
  async keyring(): Promise<Keyring | null> {
    if (this.#keyring !== null) return this.#keyring
    const text = await this.#opened.read()
    const stored = text === null ? null : await this.#vaults.read()
    if (text === null || stored === null) return null
    const resumed = resumeSession(stored.record, text)
    this.#keyring = resumed.ok ? resumed.value : null
    return this.#keyring
  }

  /** Makes a wallet; refused when there is one already. Returns the twelve words, which are kept nowhere readable. */
  async create(password: string): Promise<Result<readonly string[], 'exists'>> {
    if ((await this.#vaults.read()) !== null) return err('exists')
    const made = await createVault({ password, now: Date.now() })
    await this.#vaults.create({ record: made.record, backedUp: false })
    await this.#open(made.keyring)
    return ok(made.words)
  }

  async restore(words: string, password: string): Promise<Result<null, 'exists' | 'bad-words'>> {
    if ((await this.#vaults.read()) !== null) return err('exists')
    const made = await restoreVault({ words, password, now: Date.now() })
    if (!made.ok) return made
    await this.#vaults.create({ record: made.value.record, backedUp: true })
    await this.#open(made.value.keyring)
    return ok(null)
  }

  async confirmBackup(): Promise<void> {
    await this.#vaults.markBackedUp()
  }

  async unlock(password: string): Promise<Result<null, 'none' | 'wrong-password' | 'damaged'>> {
    const stored = await this.#vaults.read()
    if (stored === null) return err('none')
    const opened = await openWithPassword(stored.record, password)
    if (!opened.ok) return opened
    await this.#open(opened.value)
    return ok(null)
  }

  async lock(): Promise<void> {
    this.#keyring?.wipe()
    this.#keyring = null
    await this.#opened.change(() => null)
    await browser.alarms.clear(autoLockAlarm)
  }

  /** Called when the wallet has just been opened: what waited goes on. */
  onOpened(listener: () => Promise<void>): void {
    this.#listeners.push(listener)
  }

  /** The reader is here: the clock of the automatic lock starts again. */
  async touch(minutes: number): Promise<void> {
    if ((await this.keyring()) !== null) await browser.alarms.create(autoLockAlarm, { delayInMinutes: minutes })
  }

  isAutoLock(alarm: string): boolean {
    return alarm === autoLockAlarm
  }

  async #open(keyring: Keyring): Promise<void> {
    this.#keyring?.wipe()
    this.#keyring = keyring
    await this.#opened.change(() => keyring.toSession())
    await Promise.all(this.#listeners.map((listener) => listener()))
  }
}
