import type { ComponentChildren } from 'preact'
import type { PrivacyView } from '../../../messaging/views'
import { writeList } from '../../shared/lists'
import { words } from './words'

/** Who has received what. Whoever received nothing yet is not listed, but for the makers, who never do. */
export function Told({ view: { sites, endpoint, purseEndpoints, tipService, policyHost } }: { readonly view: PrivacyView }) {
  const text = words.told
  const paid = sites.filter(({ payments, tipped }) => payments > 0 || tipped).length
  const recognising = sites.filter(({ recognises }) => recognises).map(({ site }) => site)
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      <dl class="told">
        <One label={paid === 0 ? text.sellers.none : text.sellers.label(paid)}>
          {paid > 0 && <p>{text.sellers.text}</p>}
          {recognising.length > 0 && <p>{text.recognises(writeList(recognising))}</p>}
        </One>
        <One label={text.endpoint.label(endpoint.host)}>
          <p>{text.endpoint.text(endpoint.networkLabel)}</p>
          <p>
            {text.endpoint.rates} {endpoint.own ? text.endpoint.own : text.endpoint.shipped}
          </p>
        </One>
        {purseEndpoints.map(({ name, host }) => (
          <One key={name} label={text.purse.label(host, name)}>
            <p>{text.purse.text}</p>
          </One>
        ))}
        {tipService !== null && (
          <One label={text.tips.label(tipService)}>
            <p>{text.tips.text}</p>
          </One>
        )}
        {policyHost !== null && (
          <One label={text.rules.label(policyHost)}>
            <p>{text.rules.text}</p>
          </One>
        )}
        <One label={text.makers.label}>
          <p>{text.makers.text}</p>
        </One>
      </dl>
    </section>
  )
}

function One({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <bdi>{label}</bdi>
      </dt>
      <dd class="small quiet">{children}</dd>
    </div>
  )
}
