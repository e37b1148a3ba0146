import { useState } from 'preact/hooks'
import type { PurseView } from '../../../messaging/views'
import { Select } from '../../shared/select'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { hrefOf } from '../route'
import { Saved } from '../settings/saved'
import { words } from './words'

/** Sites that are listed; the page of purses has a place for any other. */
const mostListed = 30

/** The purse that pays on each site the reader has paid or given one. Nothing, where there is one purse. */
export function SitePurses() {
  const view = useView('purses.read', {}, ['purses', 'payments', 'settings'])
  const assign = useTask('purses.assign')
  const [saved, setSaved] = useState(0)
  if (view.state !== 'ready' || view.value.purses.length < 2) return null
  const { purses } = view.value
  const sites = sitesOf(purses)
  if (sites.length === 0) return null
  const options = purses.map(({ purse, name }) => ({ value: purse, label: name }))
  const choose = (site: string, purse: number) =>
    assign.run({ site, purse }, () => {
      setSaved((count) => count + 1)
      view.reload()
    })
  const text = words.purses
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      {sites.slice(0, mostListed).map(({ site, purse }) => (
        <Select key={site} label={site} value={purse} options={options} onChoose={(chosen) => choose(site, chosen)} />
      ))}
      <p class="small quiet">
        {sites.length > mostListed && `${text.more(sites.length - mostListed)} `}
        <a href={hrefOf('purses')}>{text.toPurses}</a>
      </p>
      <Saved saved={saved} sentence={assign.sentence} />
    </section>
  )
}

/** Those with a purse of their own first, then by name. */
function sitesOf(purses: readonly PurseView[]): readonly { readonly site: string; readonly purse: number }[] {
  const paysOn = new Map(purses.flatMap(({ purse, sites }) => sites.map((site) => [site, purse] as const)))
  const all = new Set([...paysOn.keys(), ...purses.flatMap(({ paid }) => paid)])
  return [...all]
    .map((site) => ({ site, purse: paysOn.get(site) ?? 0 }))
    .sort((one, other) => Number(other.purse > 0) - Number(one.purse > 0) || (one.site < other.site ? -1 : 1))
}
