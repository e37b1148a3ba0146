import { Page, type PageProps } from '../page'
import { hrefOf } from '../route'
import { SellingCheck } from './check/view'
import { Search } from './search-box'
import { TreeView } from './tree-view'
import { toldTrees } from './told-trees'
import { words } from './words'

/** Help for what goes wrong. Needs no network, no worker and no open wallet. */
export function Help({ detail, query }: PageProps) {
  if (detail === null) {
    return (
      <Page title={words.title}>
        <Search />
        <Warning />
        <p>
          <a href={hrefOf('help', 'check')}>{words.check}</a>
        </p>
      </Page>
    )
  }
  if (detail === 'check') return <SellingCheck />
  const tree = toldTrees().find(({ id }) => id === detail)
  return (
    <Page key={detail} title={tree?.title ?? words.title}>
      <p>
        <a href={hrefOf('help')}>{words.all}</a>
      </p>
      {tree === undefined ? <p>{words.gone}</p> : <TreeView tree={tree} at={new URLSearchParams(query).get('at')} />}
    </Page>
  )
}

/** Those who search for help are the ones that cheats look for. */
function Warning() {
  const { title, text, report } = words.warning
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <p>{text}</p>
      <p>
        <a href={hrefOf('privacy')}>{report}</a>
      </p>
    </section>
  )
}
