import type { TotalsView } from '../../../messaging/views'
import { Monogram } from '../../shared/monogram'
import { usePrice } from '../../shared/prices'
import { writeCount } from './calendar-words'
import { Figure, Figures } from './figures'
import { daysOf, historyHref } from './links'
import { difference } from './money'
import { words } from './words'

/** Where it went, site by site. */
export function Sites({ totals }: { readonly totals: TotalsView }) {
  const prices = usePrice()
  const { sites, otherSites, spent } = totals
  const [first] = sites
  const text = words.sites
  if (first === undefined) return null
  // All others together may be more than any one.
  const longest = difference(otherSites.money, first.money) > 0n ? otherSites.money : first.money
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p>{prices === null ? '\u00a0' : first.payments === spent.payments ? text.all(first.host) : text.most(first.host, prices.price(first.money), prices.price(spent.money))}</p>
      <Figures caption={text.caption} columns={text.columns}>
        {sites.map(({ host, money }) => (
          <Figure key={host} money={money} whole={longest}>
            <a class="site-link" href={historyHref({ ...daysOf(totals), site: host })}>
              <Monogram host={host} />
              <bdi>{host}</bdi>
            </a>
          </Figure>
        ))}
        {otherSites.sites > 0 && (
          <Figure money={otherSites.money} whole={longest}>
            <span class="quiet">{text.others(writeCount(otherSites.sites), otherSites.sites === 1)}</span>
          </Figure>
        )}
      </Figures>
    </section>
  )
}
