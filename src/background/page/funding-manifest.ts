import { readJson } from '../../core/protocols/base64-json'
import { accountLink } from '../../core/tips/account'
import { largestManifest, readFunding } from '../../core/tips/funding'
import type { TipTarget } from '../../core/tips/target'
import { en as words } from '../../core/words/en'
import { readBounded } from '../bounded-text'

const patienceMs = 15_000

/**
 * Reads a `funding.json` that a page links to, when the reader has pressed the button: the account in it is where the tip goes. The
 * server is not told who asks. Null where it cannot be read, or names no account that can be tipped.
 */
export async function fetchFunding(url: string): Promise<TipTarget | null> {
  try {
    const response = await fetch(url, { credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(patienceMs) })
    const text = response.ok ? await readBounded(response, largestManifest) : null
    const json = text === null ? null : readJson(text)
    const funding = json?.ok === true ? readFunding(json.value) : null
    return funding === null ? null : { url: accountLink(funding.account), title: funding.name === '' ? '' : words.tip.to(funding.name) }
  } catch {
    return null
  }
}
