import { Fragment } from 'preact'
import type { HistoryRow } from '../../../messaging/views'
import { Amount } from '../../shared/amount'
import { Button } from '../../shared/button'
import { machineTime, writeMoment } from '../../shared/dates'
import { useTask } from '../../shared/use-task'
import { en } from '../../words/en'
import { hrefOf } from '../route'
import { words } from './words'

interface FoundRowProps {
  /** From 0. */
  readonly at: number
  /** Null while it is being fetched. */
  readonly row: HistoryRow | null
  /** Pixels below the top of the list. */
  readonly top: number
  readonly query: string
  /** The list's one stop for Tab. */
  readonly isActive: boolean
  /** The reader opens it. */
  readonly onLeave: () => void
}

/** One payment, in a row of a fixed height: what does not fit is read on its own page. The link stays the same while the row is fetched, and so does the focus. */
export function FoundRow({ at, row, top, query, isActive, onLeave }: FoundRowProps) {
  return (
    <div role="row" class="found-row" aria-rowindex={at + 2} data-at={at} style={{ transform: `translateY(${String(top)}px)` }}>
      <div role="rowheader" class="found-what">
        <a
          class={`payment-title found-title${row === null ? ' quiet' : ''}`}
          role="link"
          aria-disabled={row === null}
          {...(row === null ? {} : { href: hrefOf('history', row.id, placed(query, at)) })}
          tabIndex={isActive ? 0 : -1}
          onClick={onLeave}
        >
          <bdi>{row === null ? words.found.waitingRow : row.title}</bdi>
        </a>
        {row !== null && <Beside row={row} />}
      </div>
      {row !== null && (
        <>
          <Status key={row.id} row={row} />
          <div role="gridcell" class="found-amount">
            <Amount money={row.amount} />
          </div>
        </>
      )}
    </div>
  )
}

/** Where and when, and what matters most besides, as far as there is room. */
function Beside({ row }: { readonly row: HistoryRow }) {
  const next = en.payment.next[row.state]
  return (
    <span class="found-place small quiet">
      {row.host} · <time dateTime={machineTime(row.at)}>{writeMoment(row.at)}</time>
      {next !== null && ` · ${next}`}
      {row.tags.map((tag) => (
        <Fragment key={tag}>
          {' '}
          <bdi class="tag">{tag}</bdi>
        </Fragment>
      ))}
      {row.label !== null && (
        <>
          {' '}
          <q>
            <bdi>{row.label}</bdi>
          </q>
        </>
      )}
    </span>
  )
}

/** Trying again never costs anything, and is offered only for what never came. */
function Status({ row: { id, title, state, status, tone, kind } }: { readonly row: HistoryRow }) {
  const task = useTask('payments.retry')
  const action = task.working ? en.payment.retrying : en.payment.retry
  return (
    <div role="gridcell" class={`found-status tone-${tone}`}>
      {task.sentence === null ? status : <span class="found-fault small" role="alert">{task.sentence}</span>}
      {state === 'undelivered' && kind !== 'tip' && (
        <Button look="link" off={task.working} label={en.payment.retryLabel(action, title)} onClick={() => task.run({ id }, () => undefined)}>
          {action}
        </Button>
      )}
    </div>
  )
}

/** The query of a payment's own page: what was asked for, and where it was found. */
export function placed(query: string, at: number): string {
  return `${query}${query === '' ? '' : '&'}at=${String(at)}`
}
