import type { MoneyView, TotalsView } from '../../../messaging/views'
import { Bar } from '../../shared/bar'
import { Monogram } from '../../shared/monogram'
import { usePrice } from '../../shared/prices'
import { writeCount } from './calendar-words'
import { historyHref } from './links'
import { isNothing } from './money'
import { words } from './words'

/** Where it went, site by site. A table whose bars say nothing more than its figures. */
export function Sites({ totals: { sites, otherSites, spent } }: { readonly totals: TotalsView }) {
  const prices = usePrice()
  const [first] = sites
  const text = words.sites
  if (first === undefined) return null
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p>{prices === null ? '\u00a0' : first.payments === spent.payments ? text.all(first.host) : text.most(first.host, prices.price(first.money), prices.price(spent.money))}</p>
      <table class="figures">
        <caption class="heard">{text.caption}</caption>
        <thead class="heard">
          <tr>
            <th scope="col">{text.columns.site}</th>
            <th scope="col">{text.columns.spent}</th>
          </tr>
        </thead>
        <tbody>
          {sites.map(({ host, money }) => (
            <tr key={host}>
              <th scope="row">
                <a class="site-link" href={historyHref({ site: host })}>
                  <Monogram host={host} />
                  <bdi>{host}</bdi>
                </a>
                <Bar full={money} whole={first.money} />
              </th>
              <td>{prices?.price(money)}</td>
            </tr>
          ))}
          {!isNothing(otherSites.money) && <Others count={otherSites.sites} money={otherSites.money} whole={first.money} />}
        </tbody>
      </table>
    </section>
  )
}

function Others({ count, money, whole }: { readonly count: number; readonly money: MoneyView; readonly whole: MoneyView }) {
  const prices = usePrice()
  return (
    <tr>
      <th scope="row">
        <span class="quiet">{words.sites.others(writeCount(count), count === 1)}</span>
        <Bar full={money} whole={whole} />
      </th>
      <td>{prices?.price(money)}</td>
    </tr>
  )
}
