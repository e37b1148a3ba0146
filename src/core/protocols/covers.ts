import * as v from 'valibot'

/** What an offer is for, where its seller says so: this one piece, or everything on the site for a day or a month. */
export const coverings = ['article', 'day', 'month'] as const
export type Covering = (typeof coverings)[number]

/** Of these, what is for more than one piece, and how long it lasts from the payment on, in milliseconds. */
const lasts = { day: 24 * 3_600_000, month: 31 * 24 * 3_600_000 } as const
export const passes = ['day', 'month'] as const
export type PassKind = (typeof passes)[number]

/** When a pass that was paid for at a time is over at the latest; milliseconds since 1970. */
export const passEnds = (kind: PassKind, paidAt: number): number => paidAt + lasts[kind]

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

/** The pass that an offer is, by its seller's word; null where it is for one piece, or says nothing. @param offer as for `coveredBy` */
export function passOf(offer: string): PassKind | null {
  const covers = coveredBy(offer)
  return covers === 'day' || covers === 'month' ? covers : null
}
