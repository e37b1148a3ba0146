import { partsOfHost } from '../../suffixes'
import { sameSite } from '../site'

/**
 * True when a realm is the registered name of another site than the one that answered. Such a challenge was made by somebody
 * else and handed on: the payment would buy from them what this page then does or does not show.
 *
 * A realm need not be a name at all (RFC 9110, section 11.5), and honest servers often do not know their own: mppx gives the name
 * its hosting company gave it (a private suffix of the Public Suffix List, such as vercel.app), or one of its own network. Those
 * stand in nobody's way; that the answer came from elsewhere cannot be told from them.
 * @param answered the URL that answered
 */
export function namesAnotherSite(realm: string, answered: string): boolean {
  const named = realm.includes('://') ? realm : `https://${realm}`
  if (!URL.canParse(named) || !URL.canParse(answered)) return false
  const url = new URL(named)
  const { domain, isIcann } = partsOfHost(url.hostname)
  return domain !== null && isIcann === true && !sameSite(url, new URL(answered))
}
