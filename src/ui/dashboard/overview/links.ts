import { hrefOf } from '../route'

/** Leads to the payments that are behind a figure. Days are YYYY-MM-DD, both included. */
export function historyHref(wanted: { readonly site: string } | { readonly from: string; readonly to: string }): string {
  const query = 'site' in wanted ? { site: wanted.site } : { from: wanted.from, to: wanted.to }
  return hrefOf('history', null, new URLSearchParams(query).toString())
}
