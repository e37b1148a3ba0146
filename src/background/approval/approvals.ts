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

/** What asking comes to: a question of its own, in the place of others of that tab; one that is there already; or nothing. */
type Claim =
  | { readonly type: 'new'; readonly replaced: readonly Approval[] }
  | { readonly type: 'same'; readonly approval: Approval }
  | { readonly type: 'too-fast' }

/** The questions waiting for the reader, one a tab and thing, each in its own window. */
export class Approvals {
  readonly #all = sessionValue('approvals', v.array(approval), [])
  readonly #changed: () => void
  readonly #begun: (question: Approval) => void

  /** @param begun hears of a question while its window is still being opened */
  constructor(changed: () => void, begun: (question: Approval) => void) {
    this.#changed = changed
    this.#begun = begun
  }

  async find(id: string): Promise<Approval | null> {
    return (await this.#all.read()).find((one) => one.id === id) ?? null
  }

  /** Opens the window for a question, or brings the one there is to the front. Returns the approval's id, or null when asked too fast. */
  async open(asked: Omit<Approval, 'id' | 'shownIn' | 'askedAt' | 'stage'>, stage: Approval['stage'] = { type: 'new', wanted: null }): Promise<string | null> {
    const id = crypto.randomUUID()
    const question = { ...asked, id, shownIn: null, askedAt: Date.now(), stage }
    const claim = await this.#claim(question)
    if (claim.type === 'too-fast') return null
    if (claim.type === 'same') return (await this.#focus(claim.approval)) ? claim.approval.id : this.open(asked, stage)
    this.#begun(question)
    for (const one of claim.replaced) await takeAway(one)
    const url = browser.runtime.getURL(`approval.html?approval=${id}`)
    const { id: windowId, tabs } = await browser.windows.create({ type: 'popup', url, width, height, focused: true })
    const tabId = tabs?.[0]?.id
    if (windowId !== undefined && tabId !== undefined) await this.update(id, { shownIn: { windowId, tabId } })
    return id
  }

  async update(id: string, change: Partial<Pick<Approval, 'stage' | 'shownIn' | 'resource' | 'seenAmount'>>): Promise<void> {
    await this.#all.change((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)))
    this.#changed()
  }

  /** Takes a question back and closes its window. */
  async close(id: string): Promise<void> {
    const found = await this.find(id)
    await this.#all.change((all) => all.filter((one) => one.id !== id))
    this.#changed()
    if (found !== null) await takeAway(found)
  }

  /** Takes back what has been answered with a purchase: it is paid, and whatever is asked about it now is another question. */
  async closePaid(purchaseId: string): Promise<void> {
    for (const { id, stage } of await this.#all.read()) {
      if (stage.type === 'paying' && stage.purchaseId === purchaseId) await this.close(id)
    }
  }

  /** Takes back what was answered in a tab: whatever is asked there now is another question, and what is under way goes on. */
  async closeAnswered(tab: number): Promise<void> {
    for (const { id, tabId, stage } of await this.#all.read()) {
      if (tabId === tab && stage.type === 'paying') await this.close(id)
    }
  }

  /** Takes back what is asked about pages that are forgotten, and what was answered with purchases that are there no more. */
  async forget(isGone: (url: string) => boolean, purchases: ReadonlySet<string>): Promise<void> {
    for (const { id, page, resource, stage } of await this.#all.read()) {
      const isOfGone = (stage.type === 'paying' || stage.type === 'sign-in') && purchases.has(stage.purchaseId)
      if (isOfGone || isGone(page) || isGone(resource)) await this.close(id)
    }
  }

  /** The reader closed the question's window: the same as "not now". */
  async tabClosed(tabId: number): Promise<void> {
    await this.#all.change((all) => all.filter(({ shownIn }) => shownIn?.tabId !== tabId))
  }

  /** Takes the tab's place for a question, in one step: of two presses at the same moment one opens a window. */
  async #claim(question: Approval): Promise<Claim> {
    let claim: Claim = { type: 'too-fast' }
    await this.#all.change((current) => {
      const all = current.filter(({ askedAt }) => question.askedAt - askedAt < patienceMs)
      const waiting = all.filter(({ tabId }) => tabId === question.tabId)
      const same = waiting.find(({ resource }) => resource === question.resource)
      if (same !== undefined) claim = { type: 'same', approval: same }
      if (same !== undefined || waiting.some(({ askedAt }) => question.askedAt - askedAt < pauseMs)) return all
      claim = { type: 'new', replaced: waiting }
      return [...all.filter(({ tabId }) => tabId !== question.tabId), question]
    })
    return claim
  }

  /** False when its window is gone, and then the question is, too. */
  async #focus({ id, shownIn, askedAt }: Approval): Promise<boolean> {
    // Its window is being opened: a busy computer takes its time, and a second window would be one too many.
    if (shownIn === null && Date.now() - askedAt < openingMs) return true
    const isThere = shownIn !== null && (await browser.windows.update(shownIn.windowId, { focused: true }).then(() => true, () => false))
    if (!isThere) await this.close(id)
    return isThere
  }
}

/**
 * Only the question's own tab, with which its window goes: some browsers let a reader open others beside it, and those are not ours
 * to close. One that is closed already is no fault.
 */
async function takeAway({ shownIn }: Approval): Promise<void> {
  if (shownIn !== null) await browser.tabs.remove(shownIn.tabId).catch(() => undefined)
}
