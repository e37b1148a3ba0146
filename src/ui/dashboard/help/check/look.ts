import type { Finding } from '../../../../core/selling-check/finding'
import { gatherSeller, mostLookedAt } from '../../../../core/selling-check/gather'
import { isHtml } from '../../../../core/selling-check/heard'
import { send } from '../../../../messaging/client'
import { browser } from '../../../../platform/browser'
import { askForSites, patternOf } from '../../../../platform/site-access'
import { asker } from './ask'
import { pageFacts } from './page-facts'
import { words } from './words'

export interface Looked {
  readonly findings: readonly Finding[]
  /** Sites on which something of the page is sold, and which the browser does not let Farthing read: "https://keys.example". */
  readonly closed: readonly string[]
}

/** Has the browser ask for leave to read these. Call it directly in a click handler: the browser asks only then. */
export const askToRead = (urls: readonly string[]): Promise<boolean> => askForSites(urls.map(patternOf))

const mayRead = (url: string): Promise<boolean> => browser.permissions.contains({ origins: [patternOf(url)] }).catch(() => false)

/**
 * Looks at a page as wallets, search engines and readers do, and judges what it finds in the worker. Nothing is paid.
 * @param progress called before each thing that is looked at
 * @throws in words where the page does not answer, or `stop` has ended it
 */
export async function look(url: string, stop: AbortSignal, progress: (address: string) => void): Promise<Looked> {
  const ask = asker(stop)
  progress(url)
  const { body, isWhole, status, headers } = await ask(url, 'person').catch(() => {
    throw new Error(words.silent(new URL(url).host))
  })
  const page = await send('selling.page', { url, status, headers, isWhole, inPage: pageFacts(isHtml(headers) ? body : '') })
  if (!page.ok) throw new Error(page.sentence)
  const findings = [...page.value.findings]
  const closed = new Set<string>()
  for (const one of page.value.forSale.slice(0, mostLookedAt)) {
    if (!(await mayRead(one.address))) {
      closed.add(new URL(one.address).origin)
      continue
    }
    progress(one.address)
    const judged = await send('selling.seller', await gatherSeller(one, url, ask))
    stop.throwIfAborted()
    if (!judged.ok) throw new Error(judged.sentence)
    findings.push(...judged.value)
  }
  return { findings, closed: [...closed] }
}
