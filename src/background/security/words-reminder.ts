import * as v from 'valibot'
import { reminders } from '../../core/words/reminders'
import { sessionValue } from '../session'
import type { Opened } from '../wallet/wallet-session'
import type { Alarm } from '../watch/alarm'

const dayMs = 86_400_000

/** Reminds a reader who has put off writing the twelve words down: when they open the wallet again, once a day. */
export class WordsReminder {
  readonly #saidAt = sessionValue('wordsReminded', v.number(), 0)
  readonly #backedUp: () => Promise<boolean>
  readonly #alarm: Alarm

  constructor(backedUp: () => Promise<boolean>, alarm: Alarm) {
    this.#backedUp = backedUp
    this.#alarm = alarm
  }

  async opened({ how }: Pick<Opened, 'how'>, now: number): Promise<void> {
    // Whoever has just made it has just been told.
    if (how === 'made' || now - (await this.#saidAt.read()) < dayMs || (await this.#backedUp())) return
    await this.#saidAt.change(() => now)
    await this.#alarm('backup', reminders.words.title, reminders.words.text)
  }
}
