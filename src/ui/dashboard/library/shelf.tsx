import { useState } from 'preact/hooks'
import type { LibraryPage, LibraryRow } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { machineTime, writeDay } from '../../shared/dates'
import { Field } from '../../shared/field'
import { Select } from '../../shared/select'
import { writeSize } from '../../shared/sizes'
import { Failed, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { useShelf, type Order } from './use-shelf'
import { words } from './words'

const shownAtOnce = 50
const orders = ['newest', 'oldest', 'title', 'site'] as const satisfies readonly Order[]
const orderOptions = () => orders.map((value) => ({ value, label: words.sort[value] }))

/** Articles the reader owns, with what their copies take. Reads only what is on this device. */
export function Library() {
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Order>('newest')
  const [shown, setShown] = useState(shownAtOnce)
  const shelf = useShelf({ text: text.trim(), sort, shown })
  const isSearch = text.trim() !== ''
  const isEmpty = shelf.state === 'ready' && !isSearch && !shelf.reading && shelf.count === 0
  const look = (sought: string) => {
    setText(sought)
    setShown(shownAtOnce)
  }
  return (
    <Page title={words.title}>
      {shelf.state === 'waiting' && <Waiting />}
      {shelf.state === 'failed' && <Failed sentence={shelf.sentence} onRetry={shelf.reload} />}
      {isEmpty && <p class="card quiet">{words.empty}</p>}
      {shelf.state === 'ready' && !isEmpty && (
        <>
          <div class="shelf-tools">
            <Field label={words.search} value={text} onInput={look} maxLength={200} />
            <Select label={words.sort.label} value={sort} options={orderOptions()} onChoose={setSort} />
          </div>
          <Found page={shelf} sought={text.trim()} onMore={() => setShown(shown + shownAtOnce)} />
          <Room used={shelf.used} most={shelf.most} />
        </>
      )}
    </Page>
  )
}

interface FoundProps {
  readonly page: LibraryPage
  readonly sought: string
  readonly onMore: () => void
}

function Found({ page: { rows, count, reading }, sought, onMore }: FoundProps) {
  return (
    <>
      <p class="small quiet" role="status">
        {reading && words.looking}
        {!reading && sought !== '' && (count === 0 ? words.none(sought) : words.found(count))}
      </p>
      {rows.length > 0 && (
        <table class="payments shelf">
          <caption class="heard">{words.caption}</caption>
          <thead class="heard">
            <tr>
              <th scope="col">{words.columns.what}</th>
              <th scope="col">{words.columns.bought}</th>
              <th scope="col">{words.columns.copy}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length < count && (
        <div class="row">
          <Button onClick={onMore}>{words.more}</Button>
        </div>
      )}
    </>
  )
}

function Row({ row: { id, title, host, at, bytes } }: { readonly row: LibraryRow }) {
  return (
    <tr>
      <th scope="row">
        <a class="payment-title" href={hrefOf('library', id)}>
          <bdi>{title}</bdi>
        </a>
        <span class="payment-place small quiet">{host}</span>
      </th>
      <td class="shelf-bought small quiet">
        <time dateTime={machineTime(at)}>{writeDay(at)}</time>
      </td>
      <td class="shelf-copy small">{bytes === null ? <span class="quiet">{words.notKept}</span> : writeSize(bytes)}</td>
    </tr>
  )
}

function Room({ used, most }: { readonly used: number; readonly most: number }) {
  const settings = useView('settings.read', {}, ['settings'])
  return (
    <p class="small quiet">
      {words.room(writeSize(used), writeSize(most))}
      {settings.state === 'ready' && !settings.value.keepCopies && ` ${words.off}`}
    </p>
  )
}
