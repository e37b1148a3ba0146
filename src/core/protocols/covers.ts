import * as v from 'valibot'

/** What an offer is for, where its seller says so: this one piece, or everything on the site for a day or a month. */
export const coverings = ['article', 'day', 'month'] as const
export type Covering = (typeof coverings)[number]

const entry = v.looseObject({ extra: v.looseObject({ covers: v.picklist(coverings) }) })

/**
 * What an offer says it covers: `extra.covers` of an entry of x402's `accepts` (docs/PROTOCOLS.md). Null where it says nothing
 * that is known. It is the seller's word, and changes nothing of what is paid.
 * @param offer `Offer.raw`: the entry as the server sent it, JSON text
 */
export function coveredBy(offer: string): Covering | null {
  try {
    const read = v.safeParse(entry, JSON.parse(offer))
    return read.success ? read.output.extra.covers : null
  } catch {
    return null
  }
}
