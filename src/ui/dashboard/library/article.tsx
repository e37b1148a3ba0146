import type { CopyView, LibraryArticle, LibraryRow } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { machineTime, writeDay } from '../../shared/dates'
import { writeSize } from '../../shared/sizes'
import { Failed, Fault, Waiting } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { Reading } from './reading'
import { words } from './words'

const text = words.article

/** One article: its copy in our own type, or how to get one. */
export function Article({ id }: { readonly id: string }) {
  const view = useView('library.read', { id }, ['library', 'payments'])
  const article = view.state === 'ready' ? view.value : null
  return (
    <Page title={article?.row.title ?? words.title} tab={words.title}>
      <p class="reading-back">
        <a href={hrefOf('library')}>{text.back}</a>
      </p>
      {view.state === 'waiting' && <Waiting />}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && (article === null ? <p>{text.gone}</p> : <Owned article={article} />)}
    </Page>
  )
}

function Owned({ article: { row, copy } }: { readonly article: LibraryArticle }) {
  return (
    <>
      <Facts row={row} copy={copy} />
      <Ways row={row} kept={copy !== null} />
      {copy === null ? <p class="card">{text.notKept}</p> : <Reading copy={copy} title={row.title} />}
    </>
  )
}

function Facts({ row, copy }: { readonly row: LibraryRow; readonly copy: CopyView | null }) {
  return (
    <div class="small quiet reading-facts">
      <p>
        {row.host} · {text.bought} <time dateTime={machineTime(row.at)}>{writeDay(row.at)}</time>
        {copy !== null && row.bytes !== null && ` · ${text.taken(writeDay(copy.savedAt), writeSize(row.bytes))}`}
      </p>
      {copy !== null && copy.byline !== null && (
        <p>
          <bdi>{copy.byline}</bdi>
        </p>
      )}
      {copy !== null && copy.left > 0 && <p>{text.left(copy.left)}</p>}
    </div>
  )
}

/** What can be done with it. Opening it where it was bought never costs anything. */
function Ways({ row: { id, host }, kept }: { readonly row: LibraryRow; readonly kept: boolean }) {
  const open = useTask('payments.retry')
  const keep = useTask('library.keep')
  const remove = useTask('library.remove')
  const sentence = open.sentence ?? keep.sentence ?? remove.sentence
  return (
    <div class="reading-ways stack">
      <div class="row">
        {!kept && (
          <Button look="primary" off={keep.working} onClick={() => keep.run({ id }, () => undefined)}>
            {keep.working ? text.keeping : text.keep}
          </Button>
        )}
        <Button off={open.working} onClick={() => open.run({ id }, () => undefined)}>
          {open.working ? text.opening : text.openAt(host)}
        </Button>
        {kept && (
          <Button look="link" off={remove.working} onClick={() => remove.run({ id }, () => undefined)}>
            {remove.working ? text.removing : text.remove}
          </Button>
        )}
        <a href={hrefOf('history', id)}>{text.payment}</a>
      </div>
      <Fault sentence={sentence} />
    </div>
  )
}
