import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { NewSlot } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import type { SecurityView } from '../../messaging/views'
import { longestAbout, type SecurityEvent } from '../../store/security-log'
import type { Authority } from '../../vault/authority'
import type { SlotKind } from '../../vault/factor'
import type { VaultRecord } from '../../vault/record'
import { hasRoom, isRemovable, removeSlot } from '../../vault/slots'
import { waysOf } from '../../vault/ways'
import type { OpenBooks } from '../books'
import { locked } from '../locked'
import type { Opened, WalletSession } from '../wallet/wallet-session'

/** How many events the reader is shown. */
const shownEvents = 50

/** How long after the words were written down it is asked whether they can be found. */
const drillMs = 7 * 86_400_000

const refused = (sentence: string): Result<never, Refusal> => err({ code: 'refused', sentence })

/** The ways in: seen, named, added and removed; and the log of what happened at the door. */
export class SecurityDesk {
  readonly #wallet: WalletSession
  readonly #open: OpenBooks

  constructor(wallet: WalletSession, open: OpenBooks) {
    this.#wallet = wallet
    this.#open = open
  }

  async view(): Promise<Result<SecurityView, Refusal>> {
    const books = await this.#open()
    const record = await this.#wallet.record()
    const session = await this.#wallet.since()
    if (books === null || session === null) return locked()
    if (record === null) return refused(words.damaged)
    const names = await books.security.names()
    const slots = waysOf(record).map((way) => ({
      ...way,
      name: names.get(way.slot) ?? words.slotName[way.kind],
      createdAt: record.slots.find(({ id }) => id === way.slot)?.createdAt ?? 0,
      removable: isRemovable(record, way.slot),
    }))
    return ok({
      slots,
      session,
      pin: await this.#wallet.pin.isSet(),
      code: (await books.keepsakes.confirmation.read())?.confirmed === true,
      drillDueAt: (await books.keepsakes.drill.read())?.dueAt ?? null,
      events: await books.security.latest(shownEvents),
    })
  }

  /** What a way in is called; its kind where it has no name. */
  async nameOf(slot: string): Promise<string> {
    const way = (await this.#wallet.ways()).find((one) => one.slot === slot)
    const name = (await (await this.#open())?.security.names())?.get(slot)
    return name ?? (way === undefined ? words.slotGone : words.slotName[way.kind])
  }

  async add({ name, ...slot }: NewSlot, authority: Authority): Promise<Result<null, Refusal>> {
    return this.#change('slot-added', slot.kind, async (record) => {
      if (!hasRoom(record)) return refused(words.slotsFull)
      const added = await authority.addSlot(record, slot, Date.now())
      return ok({ record: added.record, slot: added.slot, name, value: null })
    })
  }

  /** Returns the code, which is kept nowhere. */
  async addRecovery(authority: Authority): Promise<Result<{ readonly code: string }, Refusal>> {
    return this.#change('slot-added', 'recovery', async (record) => {
      if (!hasRoom(record)) return refused(words.slotsFull)
      const added = await authority.addRecovery(record, Date.now())
      return ok({ record: added.record, slot: added.slot, name: null, value: { code: added.code } })
    })
  }

  async remove(slot: string): Promise<Result<null, Refusal>> {
    const kind = (await this.#wallet.ways()).find((one) => one.slot === slot)?.kind ?? null
    return this.#change('slot-removed', kind, async (record) => {
      const removed = removeSlot(record, slot)
      if (!removed.ok) return refused(removed.error === 'last-slot' ? words.lastSlot : words.slotGone)
      return ok({ record: removed.value, slot, name: null, value: null })
    })
  }

  async rename(slot: string, name: string): Promise<Result<null, Refusal>> {
    const books = await this.#open()
    if (books === null) return locked()
    if (!(await this.#wallet.ways()).some((way) => way.slot === slot)) return refused(words.slotGone)
    await books.security.name(slot, name)
    return ok(null)
  }

  /** The twelve words. That they were shown is written down first. */
  async words(authority: Authority): Promise<Result<{ readonly words: readonly string[] }, Refusal>> {
    const record = await this.#wallet.record()
    const read = record === null ? err('damaged' as const) : authority.words(record)
    if (!read.ok) return refused(words.damaged)
    await this.log([{ at: Date.now(), kind: 'words-shown', way: null }])
    return ok({ words: read.value })
  }

  /** In a week it is asked whether the words can still be found. */
  async wordsConfirmed(now: number): Promise<void> {
    await (await this.#open())?.keepsakes.drill.change(() => ({ dueAt: now + drillMs }))
  }

  /** Whether these are the words at these places (1 to 12). Right ones end the drill. */
  async checkWords(asked: readonly { readonly place: number; readonly word: string }[], authority: Authority, now: number): Promise<Result<{ readonly right: boolean }, Refusal>> {
    const books = await this.#open()
    const record = await this.#wallet.record()
    if (books === null) return locked()
    const read = record === null ? err('damaged' as const) : authority.words(record)
    if (!read.ok) return refused(words.damaged)
    const right = asked.every(({ place, word }) => read.value[place - 1] === word.normalize('NFKD').trim().toLowerCase())
    await books.security.add([{ at: now, kind: right ? 'words-right' : 'words-wrong', way: null }])
    if (right) await books.keepsakes.drill.change(() => null)
    return ok({ right })
  }

  /** Writes down that a way in was used, after what went wrong before. A wallet that was just made was not opened by any. @param about what was confirmed with it */
  async logOpening(kind: 'unlocked' | 'proved', { how, failedAt }: Opened, now: number, about: string | null = null): Promise<void> {
    const events: SecurityEvent[] = failedAt.map((at) => ({ at, kind: 'failed', way: null }))
    const destroyedAt = await this.#wallet.pin.takeDestroyedAt()
    if (destroyedAt !== null) events.push({ at: destroyedAt, kind: 'pin-destroyed', way: null })
    if (how !== 'made') events.push({ at: now, kind, way: how === 'pin' ? null : how, ...(about !== null && { about: about.slice(0, longestAbout) }) })
    await this.log(events)
  }

  /** Writes to the log, if the wallet is open. */
  async log(events: readonly SecurityEvent[]): Promise<void> {
    await (await this.#open())?.security.add(events)
  }

  /** Changes the vault as a whole or not at all; the name and the log follow. */
  async #change<T>(
    kind: 'slot-added' | 'slot-removed',
    way: SlotKind | null,
    make: (record: VaultRecord) => Promise<Result<{ readonly record: VaultRecord; readonly slot: string; readonly name: string | null; readonly value: T }, Refusal>>,
  ): Promise<Result<T, Refusal>> {
    const books = await this.#open()
    const record = await this.#wallet.record()
    if (books === null) return locked()
    if (record === null) return refused(words.damaged)
    const made = await make(record)
    if (!made.ok) return made
    if (!(await this.#wallet.change(record, made.value.record))) return refused(words.slotsChanged)
    await books.security.name(made.value.slot, made.value.name)
    await books.security.add([{ at: Date.now(), kind, way }])
    return ok(made.value.value)
  }
}
