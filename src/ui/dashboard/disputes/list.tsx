import type { DisputeDraftView, DisputeRow } from '../../../messaging/dispute-views'
import { Amount } from '../../shared/amount'
import { machineTime, writeDay } from '../../shared/dates'
import { Estimate } from '../../shared/estimate'
import { Failed, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { stepHref } from './steps'
import { words } from './words'

/** Everything that was asked back: what waits for the reader first. */
export function DisputeList() {
  const view = useView('disputes.list', {}, ['disputes'])
  const drafts = useView('disputes.drafts', {}, ['disputes'])
  return (
    <Page title={words.title}>
      <p class="quiet">
        {words.intro} <a href={hrefOf('history')}>{words.history}</a>
      </p>
      {drafts.state === 'ready' && drafts.value.length > 0 && <Begun drafts={drafts.value} />}
      {view.state === 'waiting' && <Waiting />}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && <Groups rows={view.value} />}
    </Page>
  )
}

/** What the reader has begun to write, and has not sent. */
function Begun({ drafts }: { readonly drafts: readonly DisputeDraftView[] }) {
  return (
    <section class="card stack">
      <h2>{words.list.begun}</h2>
      <ul class="begun">
        {drafts.map(({ payment, problem, title }) => (
          <li key={`${payment} ${problem}`}>
            <a class="payment-title" href={stepHref(payment, problem, true)}>
              <bdi>{title}</bdi>
            </a>
            <span class="payment-place small quiet">{words.problems[problem].label}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Groups({ rows }: { readonly rows: readonly DisputeRow[] }) {
  const [waiting, others] = [rows.filter(({ waitsForReader }) => waitsForReader), rows.filter(({ waitsForReader }) => !waitsForReader)]
  if (rows.length === 0) return <p class="card">{words.list.empty}</p>
  return (
    <>
      {waiting.length > 0 && <Group title={words.list.waiting} rows={waiting} />}
      {others.length > 0 && <Group title={waiting.length === 0 ? words.list.caption : words.list.others} rows={others} />}
      <Estimate />
    </>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly DisputeRow[] }) {
  const { what, status, asked } = words.list.columns
  return (
    <section class="card payments-group">
      <h2>{title}</h2>
      <table class="payments">
        <caption class="heard">{title}</caption>
        <thead class="heard">
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">{status}</th>
            <th scope="col">{asked}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row: { id, title, host, openedAt, problem, next, status, tone, asked, back } }: { readonly row: DisputeRow }) {
  return (
    <tr>
      <th scope="row">
        <a class="payment-title" href={hrefOf('disputes', id)}>
          <bdi>{title}</bdi>
        </a>
        <span class="payment-place small quiet">
          {host} · <time dateTime={machineTime(openedAt)}>{writeDay(openedAt)}</time> · {words.problems[problem].label}
        </span>
        {next !== null && (
          <p class="small">
            {words.detail.due(writeDay(next.at))} {next.sentence}
          </p>
        )}
      </th>
      <td class={`payment-status tone-${tone}`}>{status}</td>
      <td class="payment-amount">
        <Amount money={asked} />
        {back !== null && (
          <span class="dispute-back small tone-good">
            <Amount money={back} /> {words.list.back}
          </span>
        )}
      </td>
    </tr>
  )
}
