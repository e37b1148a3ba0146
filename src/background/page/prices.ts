import type { Answer } from '../../core/protocols/dialect'
import type { ChosenChallenge } from '../../core/protocols/registry'
import { sameSite } from '../../core/protocols/site'
import { en as words } from '../../core/words/en'
import type { Settings } from '../../messaging/views'
import { askFor, readSeen } from '../challenge/ask'
import { declarationOf, feeLinesOf } from '../fees/fee-lines'
import { addressesOf, mayBeAsked, type PageItem } from './page-state'

/** What items of pages cost. */
export interface Prices {
  /** Looks it up. `seen`: the answer the browser has had for it. `wanted`: the reader looks at it now. An item is given back as it is where nothing was looked up. */
  ask(item: PageItem, page: string, seen: Answer | null, wanted: boolean): Promise<PageItem>
  /** How it is read, by the settings of now, out of an answer that the browser has had; null where that does not say enough. */
  reading(): Promise<(item: PageItem, seen: Answer) => PageItem | null>
}

/** Hears what the seller of an item has said, where anything can be paid. */
type Said = (item: PageItem, challenge: ChosenChallenge) => void

export const pricesOf = (settings: () => Promise<Settings>, said: Said): Prices => ({
  ask: async (item, page, seen, wanted) => price(item, page, seen, wanted, await settings(), said),
  reading: async () => {
    const chosen = await settings()
    return (item, seen) => {
      const challenge = readSeen(seen, chosen)
      return challenge === null ? null : priced(item, item.resource, challenge, said)
    }
  },
})

/**
 * From the answer the browser has just seen, else by asking. Where the card is switched off, a site cannot tell that anybody looks
 * at its prices: it is asked only when the reader wants to know.
 */
async function price(item: PageItem, page: string, seen: Answer | null, wanted: boolean, settings: Settings, said: Said): Promise<PageItem> {
  const asked = wanted || settings.cardInPages ? await askFirst(item, page, seen, settings) : null
  const challenge = asked?.challenge ?? readSeen(seen, settings)
  return challenge === null ? item : priced(item, asked?.resource ?? item.resource, challenge, said)
}

function priced(item: PageItem, resource: string, challenge: NonNullable<ReturnType<typeof readSeen>>, said: Said): PageItem {
  const refused = (sentence: string): PageItem => ({ ...item, look: { state: 'refused', sentence } })
  if (!challenge.ok) return refused(challenge.error.sentence)
  const offer = challenge.value.offers[0]
  if (offer === undefined) return refused(words.challenge['wrong-shape'])
  said(item, challenge.value)
  const { decimals, symbol } = offer.token
  const service = challenge.value.resource.serviceName ?? null
  // The card knows nothing of the reader: what dollars cost them is not on it.
  const feeLines = feeLinesOf(offer, declarationOf(challenge.value, offer, resource), 0)
  const look = { state: 'offer' as const, amount: offer.amount.toString(), decimals, symbol, payTo: offer.payTo, service, feeLines }
  return { ...item, resource, title: challenge.value.resource.description ?? item.title, look }
}

/** Asks whoever sells an item: of several that sell the same, one after the other until one answers. */
async function askFirst(item: PageItem, page: string, seen: Answer | null, settings: Settings) {
  const [first = item.resource, ...others] = addressesOf(item).filter((resource) => mayBeAsked(page, { ...item, resource }))
  const ask = async (resource: string) => {
    const cookies = sameSite(new URL(page), new URL(resource)) ? 'include' : 'omit'
    return { resource, challenge: await askFor(resource, settings, { seen, asProgram: item.tellsPrograms, cookies }) }
  }
  let asked = await ask(first)
  for (const resource of others) if (!asked.challenge.ok && asked.challenge.error.remedy === 'retry') asked = await ask(resource)
  return asked
}
