import * as v from 'valibot'
import { sessionValue, type SessionValue } from '../session'

/** As long as what can be typed into the search. */
const longest = 200

/**
 * What is to be found in the history, on its way from a menu to the page that shows it: once, and in memory. Browsers write addresses to
 * files of their own, so it does not stand in one.
 */
export class WantedSearch {
  readonly #text: SessionValue<string> = sessionValue('wantedSearch', v.string(), '')

  async put(text: string): Promise<void> {
    await this.#text.change(() => text.slice(0, longest))
  }

  /** Empty where nothing is wanted, or it was taken already. */
  async take(): Promise<string> {
    let taken = ''
    await this.#text.change((text) => {
      taken = text
      return ''
    })
    return taken
  }
}
