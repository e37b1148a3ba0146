import type { LimitsView, MoneyView, SpentView } from '../../../messaging/views'
import { Estimate } from '../../shared/estimate'
import { usePrice } from '../../shared/prices'
import { ShareBar } from '../../shared/share-bar'
import { words } from './words'

const rows = ['day', 'month', 'tipDay'] as const

/** What is used, set aside and left of the limits that fill up. The bars say nothing that the words do not. */
export function Used({ limits }: { readonly limits: LimitsView }) {
  const text = words.used
  const held = limits.used.month.held
  const prices = usePrice()
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <table class="spent">
        <caption class="heard">{text.caption}</caption>
        <SpentHead {...text.columns} first={text.columns.limit} />
        <tbody>
          {rows.map((name) => (
            <SpentRow key={name} label={text[name]} spent={limits.used[name]} most={limits.limits[name]} />
          ))}
        </tbody>
      </table>
      <Estimate />
      {held.atomic !== '0' && prices !== null && <p class="small quiet">{text.held(prices.price(held))}</p>}
    </section>
  )
}

export function SitesToday({ limits }: { readonly limits: LimitsView }) {
  const text = words.sites
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {limits.sites.length === 0 && <p class="quiet">{text.empty}</p>}
      {limits.sites.length > 0 && (
        <table class="spent">
          <caption class="heard">{text.caption}</caption>
          <SpentHead {...text.columns} first={text.columns.site} />
          <tbody>
            {limits.sites.map(({ site, ...spent }) => (
              <SpentRow key={site} label={site} spent={spent} most={limits.limits.siteDay} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

export function SpentHead({ first, spent, left }: { readonly first: string; readonly spent: string; readonly left: string }) {
  return (
    <thead class="heard">
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{spent}</th>
        <th scope="col">{left}</th>
      </tr>
    </thead>
  )
}

/** Paid in full colour, set aside in a paler one. */
export function SpentRow({ label, spent: { held, paid, left }, most }: { readonly label: string; readonly spent: SpentView; readonly most: MoneyView }) {
  const prices = usePrice()
  const all = { ...paid, atomic: (BigInt(held.atomic) + BigInt(paid.atomic)).toString() }
  return (
    <tr>
      <th scope="row">
        <bdi>{label}</bdi>
        <ShareBar full={paid} pale={held} whole={most} />
      </th>
      <td>{prices === null ? '\u00a0' : words.used.of(prices.price(all), prices.price(most))}</td>
      <td>
        <span class="spent-left">{words.used.columns.left}</span> {prices?.price(left)}
      </td>
    </tr>
  )
}
