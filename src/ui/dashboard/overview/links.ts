import type { DeliveryKind } from '../../../core/purchase/purchase'
import type { TotalsView } from '../../../messaging/views'
import { nameOf } from '../history/said'
import { hrefOf } from '../route'

/** What the history is asked for, as it reads it from an address (history/look.ts). Days are YYYY-MM-DD, both included. */
interface Wanted {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly when?: 'this-month'
  readonly site?: string
  readonly kind?: DeliveryKind
  readonly state?: 'refunded'
}

/** Leads to the payments that are behind a figure. */
export function historyHref(wanted: Wanted): string {
  const query = new URLSearchParams()
  const said = nameOf({ text: '', tag: null, site: wanted.site ?? null })
  if (said !== null) query.set('said', said)
  for (const name of ['when', 'from', 'to', 'kind', 'state'] as const) {
    const value = wanted[name]
    if (value !== undefined) query.set(name, value)
  }
  return hrefOf('history', null, query.toString())
}

/** All days that figures are about. */
export const daysOf = ({ buckets }: Pick<TotalsView, 'buckets'>): Pick<Wanted, 'from' | 'to'> => ({ from: buckets[0]?.from, to: buckets.at(-1)?.to })
