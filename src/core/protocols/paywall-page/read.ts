import * as v from 'valibot'
import { readJson } from '../base64-json'
import { urlOnSite } from '../site'
import { longestScript, maySayWhatToPay } from './detect'
import { readMembers } from './literal'

/** What a stock paywall page says of itself. Only a hint that there is something to pay: the server is always asked again. */
export interface PaywallPage {
  /** The version of x402 that its server speaks. */
  readonly version: 1 | 2
  /** What it wants paid, without fragment: on the page's own origin, and the page itself where it names nothing there. */
  readonly url: string
  /** Whether it says that it takes test money. */
  readonly testnet: boolean
}

/** The page of `@x402/paywall`, which holds a whole challenge. It takes challenges of version 1 as well. */
const withChallenge = v.looseObject({ paymentRequired: v.looseObject({ x402Version: v.picklist([1, 2]), accepts: v.array(v.unknown()) }) })

/** The page of `x402` and its kin in other languages, which holds the entries of `accepts` only. */
const withEntries = v.looseObject({ paymentRequirements: v.pipe(v.array(v.looseObject({ maxAmountRequired: v.string() })), v.minLength(1)) })

const said = v.looseObject({ currentUrl: v.fallback(v.pipe(v.string(), v.maxLength(4096)), ''), testnet: v.fallback(v.boolean(), false) })

/**
 * Reads the inline script in which a stock paywall page sets `window.x402`. Null for every other script. Nothing is run.
 * @param page the page's address, as the browser knows it
 */
export function readPaywallScript(script: string, page: string): PaywallPage | null {
  const assigned = maySayWhatToPay(script) ? /window\.x402\s*=\s*\{/.exec(script) : null
  const members = assigned === null ? null : readMembers(script, assigned.index + assigned[0].length - 1)
  if (members === null) return null
  const names = ['paymentRequired', 'paymentRequirements', 'currentUrl', 'testnet']
  return readPaywall(Object.fromEntries(names.map((name) => [name, valueOf(members.get(name))])), page)
}

/**
 * Reads `window.x402` itself, as JSON text. Null where that is not what a stock paywall page sets.
 * @param page the page's address, as the browser knows it
 */
export function readPaywallData(json: string, page: string): PaywallPage | null {
  const data = json.length <= longestScript ? readJson(json) : null
  return data?.ok === true ? readPaywall(data.value, page) : null
}

/** The value of a member's text: JSON, or a string in double quotes, in which these pages escape apostrophes too. */
function valueOf(text: string | undefined): unknown {
  const json = readJson((text ?? '').replace(/\\./gs, (escape) => (escape === "\\'" ? "'" : escape)))
  return json.ok ? json.value : undefined
}

function readPaywall(data: unknown, page: string): PaywallPage | null {
  const version = versionOf(data)
  const parsed = v.safeParse(said, data)
  if (version === null || !parsed.success) return null
  const { currentUrl, testnet } = parsed.output
  return { version, url: ownUrl(currentUrl, page), testnet }
}

function versionOf(data: unknown): PaywallPage['version'] | null {
  const challenge = v.safeParse(withChallenge, data)
  if (challenge.success) return challenge.output.paymentRequired.x402Version
  return v.is(withEntries, data) ? 1 : null
}

/** Path and query are what a server knows of its own address; scheme, host and port are often wrong behind a proxy. */
function ownUrl(named: string, page: string): string {
  const { pathname, search } = new URL(urlOnSite(named, page) ?? page)
  const own = new URL(page)
  own.pathname = pathname
  own.search = search
  own.hash = ''
  return own.href
}
