import { siteOf } from '../site'

/** "I would have paid for this single article": where and on which day, and nothing of what was to be read. */
export interface Wish {
  /** Registrable domain, as `siteOf` gives it. */
  readonly site: string
  /** YYYY-MM-DD. */
  readonly at: string
}

/** The most that are kept; the oldest go first. */
export const maxWishes = 500

/** A wish for the page at `url`. @param now milliseconds since 1970; the day is that of UTC. Null for what is no web page. */
export function wishFor(url: URL, now: number): Wish | null {
  const site = siteOf(url)
  return site === null ? null : { site, at: new Date(now).toISOString().slice(0, 10) }
}

/** The list with one wish more, by day. At most one a site and day: the same list where there is one already. */
export function addWish(wishes: readonly Wish[], wish: Wish): readonly Wish[] {
  if (wishes.some(({ site, at }) => site === wish.site && at === wish.at)) return wishes
  return [...wishes, wish].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at))).slice(-maxWishes)
}

/** The list without that site on that day. */
export function removeWish(wishes: readonly Wish[], { site, at }: Wish): readonly Wish[] {
  return wishes.filter((wish) => wish.site !== site || wish.at !== at)
}

/** How many days each site was wished for, the most wished for first, then by name. */
export function countWishes(wishes: readonly Wish[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { site } of wishes) counts.set(site, (counts.get(site) ?? 0) + 1)
  return new Map([...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)))
}
