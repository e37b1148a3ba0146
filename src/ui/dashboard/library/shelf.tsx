import { useState } from 'preact/hooks'
import type { LibraryRow } from '../../../messaging/views'
import { browser } from '../../../platform/browser'
import { Button } from '../../shared/button'
import { machineTime, writeDay } from '../../shared/dates'
import { Field } from '../../shared/field'
import { Select } from '../../shared/select'
import { writeSize } from '../../shared/sizes'
import { Failed, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { findArticles, orders, type Order } from './find'
import { useShelf } from './use-shelf'
import { words } from './words'

const shownAtOnce = 50
const orderOptions = orders.map((value) => ({ value, label: words.sort[value] }))

/** Articles the reader owns, with what their copies take. Reads only what is on this device. */
export function Library() {
  const [query, setQuery] = useState('')
  const [order, setOrder] = useState<Order>('newest')
  const [shown, setShown] = useState(shownAtOnce)
  const isPlain = query.trim() === '' && order === 'newest'
  const shelf = useShelf(isPlain ? shown : Infinity)
  const isEmpty = shelf.state === 'ready' && shelf.whole && shelf.rows.length === 0
  return (
    <Page title={words.title}>
      {shelf.state === 'waiting' && <Waiting />}
      {shelf.state === 'failed' && <Failed sentence={shelf.sentence} onRetry={shelf.reload} />}
      {isEmpty && <p class="card quiet">{words.empty}</p>}
      {shelf.state === 'ready' && !isEmpty && (
        <>
          <div class="shelf-tools">
            <Field label={words.search} value={query} onInput={setQuery} maxLength={200} />
            <Select label={words.sort.label} value={order} options={orderOptions} onChoose={setOrder} />
          </div>
          <Found rows={findArticles(shelf.rows, query, order, browser.i18n.getUILanguage())} query={query} whole={shelf.whole || isPlain} shown={shown} onMore={() => setShown(shown + shownAtOnce)} more={!shelf.whole} />
          <Room used={shelf.used} most={shelf.most} />
        </>
      )}
    </Page>
  )
}

interface FoundProps {
  readonly rows: readonly LibraryRow[]
  readonly query: string
  /** Everything that could match has been looked at. */
  readonly whole: boolean
  readonly shown: number
  /** There are older ones that have not been read yet. */
  readonly more: boolean
  readonly onMore: () => void
}

function Found({ rows, query, whole, shown, more, onMore }: FoundProps) {
  const isSearch = query.trim() !== ''
  return (
    <>
      <p class="small quiet" role="status">
        {isSearch && whole && (rows.length === 0 ? words.none(query.trim()) : words.found(rows.length))}
        {!whole && words.looking}
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
            {rows.slice(0, shown).map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {(rows.length > shown || (more && whole && !isSearch)) && (
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
