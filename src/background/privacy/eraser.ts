import { Dexie } from 'dexie'
import { isLive } from '../../core/purchase/machine'
import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Refusal } from '../../messaging/router'
import { browser } from '../../platform/browser'
import { giveBackSites } from '../../platform/site-access'
import type { FarthingDatabase } from '../../store/schema'
import { applyAccess } from '../access'
import type { OpenBooks } from '../books'
import { locked } from '../locked'
import { notices } from '../notices'
import { eraseSession } from '../session'
import type { WalletSession } from '../wallet/wallet-session'

/** Erases everything, and looks whether it is gone. */
export class Eraser {
  readonly #db: FarthingDatabase
  readonly #wallet: WalletSession
  readonly #open: OpenBooks

  constructor(db: FarthingDatabase, wallet: WalletSession, open: OpenBooks) {
    this.#db = db
    this.#wallet = wallet
    this.#open = open
  }

  /**
   * The keys go first: whatever stops this afterwards leaves nothing that anybody could open. `left` names what could not be erased.
   * @param evenSo also while payments are under way
   */
  async erase(evenSo: boolean): Promise<Result<{ readonly left: readonly string[] }, Refusal>> {
    const books = await this.#open()
    if (books === null) return locked()
    const underWay = (await books.purchases.live()).filter((purchase) => isLive(purchase) && purchase.signed !== null && purchase.settlement === null)
    if (underWay.length > 0 && !evenSo) return err({ code: 'refused', sentence: words.privacy.underWay(String(underWay.length)) })
    await this.#wallet.destroy()
    await this.#eraseStores()
    await this.#eraseTraces()
    return ok({ left: await this.#whatIsLeft() })
  }

  async #eraseStores(): Promise<void> {
    await this.#db.delete({ disableAutoOpen: false })
    for (const name of await databaseNames()) await Dexie.delete(name)
    await browser.storage.local.clear()
    await eraseSession()
    for (const name of await caches.keys()) await caches.delete(name)
  }

  /** What the browser holds for the wallet outside its stores. */
  async #eraseTraces(): Promise<void> {
    await browser.alarms.clearAll()
    for (const id of Object.keys((await notices()?.getAll().catch(() => ({}))) ?? {})) await notices()?.clear(id)
    // What the reader has allowed the browser to let it do goes as well.
    await browser.permissions.remove({ permissions: ['notifications'], origins: ['*://*/*'] }).catch(() => false)
    await giveBackSites(() => true)
    const rules = await browser.declarativeNetRequest.getSessionRules()
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) })
    for (const { id } of await browser.tabs.query({})) if (id !== undefined) await browser.action.setBadgeText({ tabId: id, text: '' }).catch(() => undefined)
    await applyAccess('on-click')
  }

  /** Read back from the browser, and not from memory. A message that came meanwhile may have made the database again: then it has to be empty. */
  async #whatIsLeft(): Promise<readonly string[]> {
    const local = Object.keys(await browser.storage.local.get(null))
    const session = Object.keys(await browser.storage.session.get(null))
    const others = (await databaseNames()).filter((name) => name !== this.#db.name)
    const counts = await Promise.all(this.#db.tables.map((table) => table.count()))
    const tables = this.#db.tables.filter((_table, at) => counts[at] !== 0).map(({ name }) => name)
    return [...others, ...tables, ...local, ...session, ...(await caches.keys())]
  }
}

const databaseNames = async (): Promise<readonly string[]> => (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
