import * as v from 'valibot'
import { err, ok, type Result } from '../../core/result'
import type { StoredVault } from '../../store/vault-repository'
import { readyToSign } from '../../vault/account'
import type { Authority } from '../../vault/authority'
import type { Factor } from '../../vault/factor'
import type { Keyring } from '../../vault/keyring'
import { readRecord, type VaultRecord } from '../../vault/record'
import { browser } from '../../platform/browser'
import { createVault, openVault, restoreVault, resumeSession, type OpenVault } from '../../vault/vault'
import { waysOf, type Way } from '../../vault/ways'
import { sessionValue } from '../session'
import type { Door } from './door'
import { SessionPin, type PinFault } from './session-pin'
import type { Vaults } from './vaults'

const autoLockAlarm = 'auto-lock'
/** What woke the worker has been answered by then, and nobody has read a price and agreed to it yet. Milliseconds. */
const quietAfterMs = 1_000

/** Why the door stays shut. `until` is when the next try is allowed, in milliseconds since 1970. */
export type OpeningFault = { readonly fault: 'none' | 'wrong-factor' | 'wrong-code' | 'damaged' } | { readonly fault: 'slowed'; readonly until: number }

/** How the wallet was opened, and after which wrong tries. */
export interface Opened {
  /** By which kind of way, or by the PIN, or because it was made just then. */
  readonly how: OpenedBy
  readonly failedAt: readonly number[]
}

const openedBy = v.picklist(['password', 'passkey', 'password+passkey', 'recovery', 'pin', 'made'])
type OpenedBy = v.InferOutput<typeof openedBy>

type WalletState = 'none' | 'locked' | 'unlocked' | 'damaged'

function shutState(stored: StoredVault | null): WalletState {
  if (stored === null) return 'none'
  return waysOf(stored.record).length === 0 ? 'damaged' : 'locked'
}

/** What a reader who proved to be one may do to the vault. */
export interface Proved {
  readonly authority: Authority
  readonly opened: Opened
}

/**
 * The wallet of this browser session: none, locked or unlocked. While unlocked the view key lies in
 * `storage.session`, so a worker that was put to sleep comes back unlocked; locking wipes both copies.
 */
export class WalletSession {
  readonly pin = new SessionPin()
  readonly #opened = sessionValue('wallet', v.nullable(v.string()), null)
  readonly #vaults: Vaults
  readonly #door: Door
  readonly #locked: () => void
  readonly #listeners: ((opened: Opened) => Promise<void>)[] = []
  readonly #since = sessionValue('since', v.nullable(v.strictObject({ at: v.number(), how: openedBy })), null)
  #keyring: Keyring | null = null
  #resuming: Promise<Keyring | null> | null = null
  /** How often it was opened or locked: what was read before the last time says nothing any more. */
  #turns = 0

  /** @param locked called when the wallet has been shut, by whatever */
  constructor(vaults: Vaults, door: Door, locked: () => void) {
    this.#vaults = vaults
    this.#door = door
    this.#locked = locked
  }

  async state(): Promise<WalletState> {
    return (await this.keyring()) === null ? shutState(await this.#vaults.read()) : 'unlocked'
  }

  /** State, ways in and whether the words were written down, of one reading of what is stored. */
  async look(): Promise<{ readonly state: WalletState; readonly ways: readonly Way[]; readonly backedUp: boolean }> {
    const [keyring, stored] = await Promise.all([this.keyring(), this.#vaults.read()])
    return { state: keyring === null ? shutState(stored) : 'unlocked', ways: stored === null ? [] : waysOf(stored.record), backedUp: stored?.backedUp ?? false }
  }

  /** How the wallet can be opened; empty when there is none, or it is damaged. */
  async ways(): Promise<readonly Way[]> {
    const stored = await this.#vaults.read()
    return stored === null ? [] : waysOf(stored.record)
  }

  /** The record as it is now, to be changed with `change`; null when there is none or it is damaged. */
  async record(): Promise<VaultRecord | null> {
    const stored = await this.#vaults.read()
    return stored === null ? null : readRecord(stored.record)
  }

  /** Puts a changed record in the place of the one it was made from. False when another change came first: nothing is lost. */
  change(from: VaultRecord, to: VaultRecord): Promise<boolean> {
    return this.#vaults.replace(from, to)
  }

  async backedUp(): Promise<boolean> {
    return (await this.#vaults.read())?.backedUp ?? false
  }

  /** Since when it is open, in milliseconds since 1970, and what opened it; null while locked. */
  since(): Promise<{ readonly at: number; readonly how: OpenedBy } | null> {
    return this.#since.read()
  }

  /** The open keyring, or null while locked. One for all who ask, also while a worker that was asleep comes back. */
  async keyring(): Promise<Keyring | null> {
    return this.#keyring ?? (this.#resuming ??= this.#comeBack())
  }

  async #comeBack(): Promise<Keyring | null> {
    const turns = this.#turns
    try {
      const text = await this.#opened.read()
      const keyring = text === null ? null : await this.#resume(text)
      if (turns === this.#turns) return (this.#keyring = keyring)
      keyring?.wipe()
      return this.#keyring
    } finally {
      this.#resuming = null
    }
  }

  /** Makes a wallet; refused when there is one that can be read. Returns the twelve words, which are kept nowhere readable. */
  async create(password: string): Promise<Result<readonly string[], 'exists'>> {
    if (await this.exists()) return err('exists')
    const made = await createVault({ password, now: Date.now() })
    await this.#vaults.create({ record: made.record, backedUp: false })
    await this.#open(made.keyring, { how: 'made', failedAt: [] })
    return ok(made.words)
  }

  async restore(words: string, password: string): Promise<Result<null, 'exists' | 'bad-words'>> {
    if (await this.exists()) return err('exists')
    const made = await restoreVault({ words, password, now: Date.now() })
    if (!made.ok) return made
    await this.#vaults.create({ record: made.value.record, backedUp: true })
    await this.#open(made.value.keyring, { how: 'made', failedAt: [] })
    return ok(null)
  }

  /** Keeps a vault that was brought back, and opens it with the keyring that comes along. Rejects when there is one already. */
  async adopt(vault: StoredVault, keyring: Keyring): Promise<void> {
    await this.#vaults.create(vault)
    await this.#open(keyring, { how: 'made', failedAt: [] })
  }

  async confirmBackup(): Promise<void> {
    await this.#vaults.markBackedUp()
  }

  /** Opens the wallet. Wrong tries are counted before they are judged, and slowed. */
  async unlock(factor: Factor): Promise<Result<null, OpeningFault>> {
    const opened = await this.#try(factor)
    if (!opened.ok) return opened
    opened.value.authority.wipe()
    await this.#open(opened.value.keyring, { how: opened.value.kind, failedAt: opened.value.failedAt })
    return ok(null)
  }

  /** Opens the wallet again in this browser session. */
  async unlockWithPin(pin: string): Promise<Result<null, PinFault>> {
    const session = await this.pin.open(pin, Date.now())
    if (!session.ok) return session
    const keyring = await this.#resume(session.value)
    if (keyring === null) return err({ fault: 'none' })
    await this.#open(keyring, { how: 'pin', failedAt: [] })
    return ok(null)
  }

  /** Sets the PIN of this browser session. False while locked, or when it is not four to twelve digits. */
  async setPin(pin: string): Promise<boolean> {
    const keyring = await this.keyring()
    return keyring !== null && this.pin.set(keyring.toSession(), pin)
  }

  /**
   * Proves afresh that the reader is here, while the wallet stays as it is. The authority is the caller's to wipe.
   * `also` is judged within the same counted try: a wrong confirmation code costs what a wrong password costs.
   */
  async prove(factor: Factor, also: () => Promise<boolean>): Promise<Result<Proved, OpeningFault>> {
    const opened = await this.#try(factor, also)
    if (!opened.ok) return opened
    opened.value.keyring.wipe()
    const { authority, kind, failedAt } = opened.value
    return ok({ authority, opened: { how: kind, failedAt } })
  }

  async #resume(session: string): Promise<Keyring | null> {
    for (const { record } of await this.#vaults.candidates()) {
      const resumed = resumeSession(record, session)
      if (!resumed.ok) continue
      setTimeout(readyToSign, quietAfterMs)
      return resumed.value
    }
    return null
  }

  /** Whether there is a wallet that must not be overwritten. */
  async exists(): Promise<boolean> {
    const state = await this.state()
    return state !== 'none' && state !== 'damaged'
  }

  async #try(factor: Factor, also: () => Promise<boolean> = async () => true): Promise<Result<OpenVault & { readonly failedAt: readonly number[] }, OpeningFault>> {
    const candidates = await this.#vaults.candidates()
    if (candidates.length === 0) return err({ fault: 'none' })
    const attempt = await this.#door.begin(Date.now())
    if (!attempt.ok) return err({ fault: 'slowed', until: attempt.error.until })
    if (!(await also())) return err({ fault: 'wrong-code' })
    const opened = await openFirst(candidates, factor)
    if (!opened.ok) return err({ fault: opened.error })
    const failedAt = await this.#door.opened()
    const { stored, vault } = opened.value
    await this.#vaults.heal(stored)
    // Kept only if nobody changed the vault meanwhile; the next opening makes up for it.
    if (vault.changed) await this.#vaults.replace(stored.record, vault.record)
    return ok({ ...vault, failedAt })
  }

  async lock(): Promise<void> {
    this.#shut()
    const turns = this.#turns
    await this.#opened.change(() => null)
    // Whoever asked in between found what was still there.
    if (turns === this.#turns && (this.#keyring !== null || this.#resuming !== null)) this.#shut()
    await this.#since.change(() => null)
    await browser.alarms.clear(autoLockAlarm)
  }

  #shut(): void {
    this.#turns += 1
    this.#keyring?.wipe()
    this.#keyring = null
    this.#locked()
  }

  /** Destroys every key, the open ones and the sealed ones. */
  async destroy(): Promise<void> {
    await this.lock()
    await this.pin.clear()
    await this.#vaults.destroy()
  }

  /** Called when the wallet has just been opened: what waited goes on. */
  onOpened(listener: (opened: Opened) => Promise<void>): void {
    this.#listeners.push(listener)
  }

  /** The reader is here: the clock of the automatic lock starts again. */
  async touch(minutes: number): Promise<void> {
    if ((await this.keyring()) !== null) await browser.alarms.create(autoLockAlarm, { delayInMinutes: minutes })
  }

  isAutoLock(alarm: string): boolean {
    return alarm === autoLockAlarm
  }

  async #open(keyring: Keyring, opened: Opened): Promise<void> {
    this.#turns += 1
    this.#keyring?.wipe()
    this.#keyring = keyring
    await this.#since.change(() => ({ at: Date.now(), how: opened.how }))
    await this.#opened.change(() => keyring.toSession())
    await Promise.all(this.#listeners.map((listener) => listener(opened)))
  }
}

/** Opens the first that opens. Says of the first why none did. */
async function openFirst(
  candidates: readonly StoredVault[],
  factor: Factor,
): Promise<Result<{ readonly stored: StoredVault; readonly vault: OpenVault }, 'wrong-factor' | 'damaged'>> {
  let fault: 'wrong-factor' | 'damaged' | null = null
  for (const stored of candidates) {
    const opened = await openVault(stored.record, factor)
    if (opened.ok) return ok({ stored, vault: opened.value })
    fault ??= opened.error
  }
  return err(fault ?? 'damaged')
}
