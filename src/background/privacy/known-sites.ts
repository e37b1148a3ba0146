import { siteOf } from '../../core/protocols/site'
import type { KnownSiteView } from '../../messaging/views'
import type { Books } from '../books'

/** Every site that is written down anywhere in the wallet: those that received something, the latest first, then the others by name. */
export async function knownSites({ purchases, keepsakes }: Books): Promise<readonly KnownSiteView[]> {
  const known = new Map<string, KnownSiteView>()
  const note = (site: string, change: (known: KnownSiteView) => KnownSiteView): void => {
    if (site !== '') known.set(site, change(known.get(site) ?? { site, payments: 0, firstAt: null, lastAt: null, tipped: false, recognises: false }))
  }
  const { sites, records } = await purchases.remembered()
  for (const { site, count, firstAt, lastAt } of sites) {
    note(site, (one) => ({ ...one, payments: one.payments + count, firstAt: earlier(one.firstAt, firstAt), lastAt: later(one.lastAt, lastAt) }))
  }
  for (const { wallet } of records) {
    for (const site of wallet.accounts.flatMap((account) => account.sites)) note(site, (one) => ({ ...one, tipped: one.tipped || one.payments === 0 }))
    for (const { site, at } of wallet.recent) note(site, (one) => ({ ...one, firstAt: one.firstAt ?? at, lastAt: one.lastAt ?? at }))
  }
  for (const { site: origin, allowed } of (await keepsakes.signIns.read())?.sites ?? []) {
    note(siteOf(new URL(origin)) ?? origin, (one) => ({ ...one, recognises: one.recognises || allowed }))
  }
  for (const { site } of await written({ purchases, keepsakes })) note(site, (one) => one)
  return [...known.values()].sort(byLatest)
}

/** Where else a site's name stands. */
async function written({ purchases, keepsakes }: Pick<Books, 'purchases' | 'keepsakes'>): Promise<readonly { readonly site: string }[]> {
  const allowances = await purchases.spending.allowances.read()
  const { exceptions, reported, blocked } = await purchases.watch.rules()
  const wishes = (await keepsakes.wishes.read())?.wishes ?? []
  return [...(allowances?.allowances ?? []), ...(allowances?.declined ?? []), ...exceptions, ...reported, ...blocked, ...wishes, ...(await purchases.watch.log())]
}

const earlier = (one: number | null, other: number | null): number | null => (one === null || (other !== null && other < one) ? other : one)
const later = (one: number | null, other: number | null): number | null => (one === null || (other !== null && other > one) ? other : one)

function byLatest(one: KnownSiteView, other: KnownSiteView): number {
  return (other.lastAt ?? 0) - (one.lastAt ?? 0) || (one.site < other.site ? -1 : 1)
}
