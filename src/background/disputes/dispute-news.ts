import * as v from 'valibot'
import type { DisputeEvent } from '../../core/dispute/dispute'
import type { Badge } from '../../core/notices/kinds'
import type { Purchase } from '../../core/purchase/purchase'
import { en as words } from '../../core/words/en'
import { browser } from '../../platform/browser'
import type { KeptDispute } from '../../store/disputes'
import type { OpenBooks } from '../books'
import { hostOf } from '../display'
import { sessionValue } from '../session'
import type { Alarm } from '../watch/alarm'
import { amountOf } from './dispute-view'
import { waitsForReader } from './status'

const text = words.dispute.alarm
const dayMs = 24 * 60 * 60_000

interface Means {
  readonly open: OpenBooks
  readonly changed: () => void
  readonly alarm: Alarm
  readonly badge: () => Promise<Badge>
  /** How much beside disputes waits for the reader. */
  readonly otherwiseDue: () => Promise<number>
}

/** Tells the reader what sellers and the chain did: by the system's own notices, and by a count on the toolbar button. */
export class DisputeNews {
  readonly #open: OpenBooks
  readonly #changed: () => void
  readonly #alarm: Alarm
  readonly #badge: () => Promise<Badge>
  readonly #otherwiseDue: () => Promise<number>
  /** When it was last said that something is due while the wallet was locked. */
  readonly #saidLocked = sessionValue('disputesLocked', v.number(), 0)

  constructor({ open, changed, alarm, badge, otherwiseDue }: Means) {
    this.#open = open
    this.#changed = changed
    this.#alarm = alarm
    this.#badge = badge
    this.#otherwiseDue = otherwiseDue
  }

  /** Something was written into a dispute's log. */
  async happened({ log }: KeptDispute, purchase: Purchase): Promise<void> {
    this.#changed()
    await this.showWaiting()
    const event = log.at(-1)?.event
    const sentence = event === undefined ? null : newsOf(event, purchase)
    if (sentence !== null) await this.#alarm(event?.type === 'refund' ? 'refund' : 'dispute', text.title, sentence)
  }

  /** It is locked, and something is due: said once a day. */
  async lockedOut(): Promise<void> {
    if (Date.now() - (await this.#saidLocked.read()) < dayMs) return
    await this.#saidLocked.change(() => Date.now())
    await this.#alarm('dispute', text.title, text.locked)
  }

  /** How much waits for the reader, beneath whatever a page shows there. */
  async showWaiting(): Promise<void> {
    const open = (await (await this.#open())?.disputes.open()) ?? []
    const waiting = (await this.#badge()) === 'nothing' ? 0 : open.filter(({ dispute }) => waitsForReader(dispute)).length + (await this.#otherwiseDue())
    await browser.action.setBadgeText({ text: waiting === 0 ? '' : String(waiting) }).catch(() => undefined)
  }
}

/** What readers want to hear of without looking; null for everything else. */
function newsOf(event: DisputeEvent, purchase: Purchase): string | null {
  const host = hostOf(purchase.terms.page)
  switch (event.type) {
    case 'answered':
      return text.answered(host)
    case 'refund':
      return text.refunded(host, amountOf(purchase, event.amount))
    case 'silent':
      return text.silent(host)
    default:
      return null
  }
}
