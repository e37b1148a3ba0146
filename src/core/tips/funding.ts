import * as v from 'valibot'
import { displayText } from '../protocols/text'
import { readAccountId, readAccountLink, type TipAccount } from './account'

/** The largest manifest that is read, in bytes, and the longest name. */
export const largestManifest = 256 * 1024
const longestName = 100
/** How many ways to give money are looked at. */
const mostChannels = 50

const channel = v.object({ address: v.string() })
const manifest = v.object({
  entity: v.optional(v.object({ name: v.optional(v.string(), '') }), {}),
  funding: v.object({ channels: v.array(v.unknown()) }),
})

/** Whom a manifest wants given to, and what it calls them; empty where it says nothing. */
export interface Funding {
  readonly account: TipAccount
  readonly name: string
}

/**
 * The first account of a `funding.json` (floss.fund, "funding.json", v1) that can be tipped. Addresses that are none are other ways
 * to give: banks, and pages of services. An account is written `eip155:<chain>:<account>` (CAIP-10) or as a link (account.ts).
 * Null where there is none. Never throws.
 */
export function readFunding(json: unknown): Funding | null {
  const read = v.safeParse(manifest, json)
  if (!read.success) return null
  const { entity, funding } = read.output
  for (const entry of funding.channels.slice(0, mostChannels)) {
    const address = v.safeParse(channel, entry)
    const account = address.success ? (readAccountId(address.output.address) ?? readAccountLink(address.output.address)) : null
    if (account !== null) return { account, name: displayText(entity.name, longestName) }
  }
  return null
}
