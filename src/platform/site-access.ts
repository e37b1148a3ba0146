import { browser } from './browser'
import { isFirefox } from './is-firefox'

/** The pattern under which the browser gives leave for a site: it knows no ports. */
export const patternOf = (url: string): string => `${new URL(url).protocol}//${new URL(url).hostname}/*`

/**
 * Whether the browser lets Farthing ask the site of an address. In Chromium a press on the button in the toolbar is leave to ask the
 * site of that tab, and no list tells of it. Firefox wants the site named, and answers what is asked without leave as if nobody were there.
 */
export async function mayAsk(url: string): Promise<boolean> {
  return !isFirefox() || browser.permissions.contains({ origins: [patternOf(url)] }).catch(() => false)
}

/** Has the browser ask for leave to read and ask these sites. Call it directly in a click handler: the browser asks only then. @param patterns of `patternOf` */
export const askForSites = (patterns: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...new Set(patterns)] }).catch(() => false)

/** Gives back what was allowed site by site: the browser's list of it tells where its reader has been. @param isGone says it of an address of a site */
export async function giveBackSites(isGone: (url: string) => boolean): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll()
  const given = origins.filter((pattern) => URL.canParse(pattern) && isGone(pattern))
  // What the build was given for good stays.
  for (const pattern of given) await browser.permissions.remove({ origins: [pattern] }).catch(() => false)
}
