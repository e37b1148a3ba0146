import type { LimitsView, MoneyView, SpentView } from '../../../messaging/views'
import { Estimate } from '../../shared/estimate'
import { usePrice } from '../../shared/prices'
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
        <Head {...text.columns} first={text.columns.limit} />
        <tbody>
          {rows.map((name) => (
            <Row key={name} label={text[name]} spent={limits.used[name]} most={limits.limits[name]} />
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
          <Head {...text.columns} first={text.columns.site} />
          <tbody>
            {limits.sites.map(({ site, ...spent }) => (
              <Row key={site} label={site} spent={spent} most={limits.limits.siteDay} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Head({ first, spent, left }: { readonly first: string; readonly spent: string; readonly left: string }) {
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

function Row({ label, spent: { held, paid, left }, most }: { readonly label: string; readonly spent: SpentView; readonly most: MoneyView }) {
  const prices = usePrice()
  const all = { ...paid, atomic: (BigInt(held.atomic) + BigInt(paid.atomic)).toString() }
  return (
    <tr>
      <th scope="row">
        <bdi>{label}</bdi>
        <Bar paid={paid} held={held} most={most} />
      </th>
      <td>{prices === null ? '\u00a0' : words.used.of(prices.price(all), prices.price(most))}</td>
      <td>
        <span class="spent-left">{words.used.columns.left}</span> {prices?.price(left)}
      </td>
    </tr>
  )
}

/** Paid in full colour, set aside in a paler one. */
function Bar({ paid, held, most }: { readonly paid: MoneyView; readonly held: MoneyView; readonly most: MoneyView }) {
  return (
    <span class="bar" aria-hidden="true">
      <span class="bar-paid" style={{ width: share(paid, most) }} />
      <span class="bar-held" style={{ width: share(held, most) }} />
    </span>
  )
}

/** For the eye alone, in tenths of a percent. */
function share(part: MoneyView, whole: MoneyView): string {
  const tenths = whole.atomic === '0' ? 0n : (BigInt(part.atomic) * 1_000n) / BigInt(whole.atomic)
  return `${String(Number(tenths > 1_000n ? 1_000n : tenths) / 10)}%`
}
