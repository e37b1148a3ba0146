import * as v from 'valibot'
import { browser } from '../../platform/browser'
import { sessionValue } from '../session'
import { approval, type Approval } from './approval-state'

const width = 400
const height = 640
/** A question nobody answered is dropped after this long. */
const patienceMs = 30 * 60_000
/** How long a window may take to open before it is taken for lost. */
const openingMs = 10_000
/** A page may ask again and again; a window opens at most this often for one tab. */
const pauseMs = 1_000

/** The questions waiting for the reader, one a tab and thing, each in its own window. */
export class Approvals {
  readonly #all = sessionValue('approvals', v.array(approval), [])
  readonly #changed: () => void

  constructor(changed: () => void) {
    this.#changed = changed
  }

  async find(id: string): Promise<Approval | null> {
    return (await this.#all.read()).find((one) => one.id === id) ?? null
  }

  /** Opens the window for a question, or brings the one there is to the front. Returns the approval's id, or null when asked too fast. */
  async open(asked: Omit<Approval, 'id' | 'windowId' | 'askedAt' | 'stage'>, stage: Approval['stage'] = { type: 'new', wanted: null }): Promise<string | null> {
    const waiting = await this.#waiting(asked.tabId)
    const same = waiting.find((one) => one.resource === asked.resource)
    if (same !== undefined && (await this.#focus(same))) return same.id
    const now = Date.now()
    if (waiting.some((one) => now - one.askedAt < pauseMs)) return null
    for (const other of waiting) await this.close(other.id)
    const id = crypto.randomUUID()
    await this.#all.change((all) => [...all, { ...asked, id, windowId: null, askedAt: now, stage }])
    const url = browser.runtime.getURL(`approval.html?approval=${id}`)
    const window = await browser.windows.create({ type: 'popup', url, width, height, focused: true })
    await this.update(id, { windowId: window.id ?? null })
    return id
  }

  async update(id: string, change: Partial<Pick<Approval, 'stage' | 'windowId'>>): Promise<void> {
    await this.#all.change((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)))
    this.#changed()
  }

  /** Takes a question back and closes its window. */
  async close(id: string): Promise<void> {
    const found = await this.find(id)
    await this.#all.change((all) => all.filter((one) => one.id !== id))
    this.#changed()
    const windowId = found?.windowId ?? null
    if (windowId !== null) await browser.windows.remove(windowId).catch(() => undefined)
  }

  /** Takes back what has been answered with a purchase: it is paid, and whatever is asked about it now is another question. */
  async closePaid(purchaseId: string): Promise<void> {
    for (const { id, stage } of await this.#all.read()) {
      if (stage.type === 'paying' && stage.purchaseId === purchaseId) await this.close(id)
    }
  }

  /** The reader closed the window: the same as "not now". */
  async windowClosed(windowId: number): Promise<void> {
    await this.#all.change((all) => all.filter((one) => one.windowId !== windowId))
  }

  async #waiting(tabId: number): Promise<readonly Approval[]> {
    const oldest = Date.now() - patienceMs
    const all = await this.#all.change((current) => current.filter((one) => one.askedAt > oldest))
    return all.filter((one) => one.tabId === tabId)
  }

  async #focus(found: Approval): Promise<boolean> {
    // Its window is being opened: a busy computer takes its time, and a second window would be one too many.
    if (found.windowId === null) return Date.now() - found.askedAt < openingMs
    try {
      await browser.windows.update(found.windowId, { focused: true })
      return true
    } catch {
      await this.close(found.id)
      return false
    }
  }
}
