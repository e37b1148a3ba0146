import { useState } from 'preact/hooks'
import type { PursesView, PurseView } from '../../../messaging/views'
import { AddressCard } from '../../shared/address-card'
import { Amount } from '../../shared/amount'
import { Button } from '../../shared/button'
import { writeMoment } from '../../shared/dates'
import { usePrice } from '../../shared/prices'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { useTask } from '../../shared/use-task'
import { WebAddressForm } from '../settings/web-address-form'
import { NameForm } from './name-form'
import { words } from './words'

interface PurseCardProps {
  readonly purse: PurseView
  readonly view: PursesView
  readonly onChanged: () => void
}

const text = words.card

/** One purse: what it holds as far as is known, what it paid and pays, and how to fill it. It asks nobody by itself. */
export function PurseCard({ purse, view, onChanged }: PurseCardProps) {
  const { network } = view
  return (
    <section class="card stack purse-card">
      <h2>
        <bdi>{purse.name}</bdi>
      </h2>
      <Holds purse={purse} onChanged={onChanged} />
      <dl class="purse-facts">
        <div>
          <dt>{text.paid}</dt>
          <dd>{purse.paid.length === 0 ? text.nothing : <Some names={purse.paid} />}</dd>
        </div>
        {view.purses.length > 1 && (
          <div>
            <dt>{text.pays}</dt>
            <dd>
              <Pays purse={purse} onChanged={onChanged} />
            </dd>
          </div>
        )}
      </dl>
      <details>
        <summary>{text.putIn}</summary>
        <div class="stack purse-more">
          <p class="small quiet">{text.howTo(network.symbol, network.label)}</p>
          <AddressCard address={purse.address} label={purse.name} />
        </div>
      </details>
      <details>
        <summary>{text.rename}</summary>
        <Rename purse={purse} onChanged={onChanged} />
      </details>
      {view.purses.length > 1 && (
        <details>
          <summary>{text.elsewhere}</summary>
          <Endpoint purse={purse} usual={view.endpoint} onChanged={onChanged} />
        </details>
      )}
    </section>
  )
}

function Holds({ purse: { purse, name, seen }, onChanged }: Pick<PurseCardProps, 'purse' | 'onChanged'>) {
  const prices = usePrice()
  const look = useTask('purses.balance')
  const [unknown, setUnknown] = useState<string | null>(null)
  const press = () =>
    look.run({ purse }, (balance) => {
      setUnknown(balance.state === 'unknown' ? balance.sentence : null)
      onChanged()
    })
  const fault = look.sentence ?? unknown
  return (
    <div class="purse-holds">
      {seen === null ? <p class="quiet">{text.unseen}</p> : <Amount money={seen.total} size="large" exact />}
      {seen !== null && seen.reserved.atomic !== '0' && prices !== null && <p class="small">{text.reserved(prices.price(seen.reserved))}</p>}
      {seen !== null && seen.at !== null && <p class="small quiet">{text.seen(writeMoment(seen.at))}</p>}
      <Button look="link" off={look.working} label={text.lookLabel(name)} onClick={press}>
        {text.look}
      </Button>
      <div role="status">{fault !== null && <Notice level="care">{fault}</Notice>}</div>
    </div>
  )
}

/** So many are named; of more, how many there are. */
const mostNamed = 6

function Some({ names }: { readonly names: readonly string[] }) {
  const more = names.length - mostNamed
  return (
    <>
      <bdi>{names.slice(0, mostNamed).join(', ')}</bdi> {more > 0 && text.more(more)}
    </>
  )
}

function Pays({ purse: { purse, sites }, onChanged }: Pick<PurseCardProps, 'purse' | 'onChanged'>) {
  const back = useTask('purses.assign')
  if (purse === 0) return <>{text.rest}</>
  if (sites.length === 0) return <>{text.none}</>
  return (
    <>
      <ul class="purse-sites">
        {sites.map((site) => (
          <li key={site}>
            <bdi>{site}</bdi>
            <Button look="link" off={back.working} label={text.backLabel(site)} onClick={() => back.run({ site, purse: 0 }, onChanged)}>
              {text.back}
            </Button>
          </li>
        ))}
      </ul>
      <div role="status">{back.sentence !== null && <Notice level="stop">{back.sentence}</Notice>}</div>
    </>
  )
}

function Rename({ purse: { purse, name }, onChanged }: Pick<PurseCardProps, 'purse' | 'onChanged'>) {
  const rename = useTask('purses.rename')
  const [done, setDone] = useState(false)
  const save = (to: string) =>
    rename.run({ purse, name: to }, () => {
      setDone(true)
      onChanged()
    })
  return (
    <div class="purse-more">
      <NameForm label={text.name} name={name} empty={text.nameEmpty} save={text.save} working={rename.working} sentence={rename.sentence} onSave={save} />
      <p class="small" role="status">{done ? text.renamed : ''}</p>
    </div>
  )
}

function Endpoint({ purse: { purse, endpoint }, usual, onChanged }: Pick<PurseCardProps, 'purse' | 'onChanged'> & { readonly usual: string }) {
  const change = useGuarded('purses.endpoint')
  const { title, text: why, label, hint, save, reset } = text.endpoint
  return (
    <div class="purse-more">
      <WebAddressForm key={endpoint} text={{ title, text: why, label, hint: hint(usual), save, reset }} kept={endpoint} onChange={(url) => change.run({ purse, url }, onChanged)} />
      <div role="status">{change.sentence !== null && <Notice level="stop">{change.sentence}</Notice>}</div>
      {change.dialog}
    </div>
  )
}
