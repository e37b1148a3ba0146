import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Input } from '../../../../messaging/contract'
import { Button } from '../../../shared/button'
import { Select, type Option } from '../../../shared/select'
import { Notice } from '../../../shared/status'
import { locale } from '../../../../platform/locale'
import { Bar } from './bar'
import type { Exporting } from './use-export'
import { words } from './words'

/** How many years are offered beside all of them. */
const yearsOffered = 5

interface SaveProps {
  readonly exporting: Exporting
}

/** The file that most people want. */
export function SaveTable({ exporting }: SaveProps) {
  const [period, setPeriod] = useState('')
  const text = words.table
  const wanted = () => ({ kind: 'table' as const, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...boundsOf(period) })
  return (
    <Choice exporting={exporting} kind="table" title={text.title} text={text.text} save={text.save} isPrimary onSave={() => exporting.begin(wanted(), period)}>
      <Period period={period} onChoose={setPeriod} />
    </Choice>
  )
}

export function SaveDocument({ exporting }: SaveProps) {
  const { title, text, save } = words.document
  return <Choice exporting={exporting} kind="document" title={title} text={text} save={save} onSave={() => exporting.begin({ kind: 'document' }, '')} />
}

export function SaveReceipts({ exporting }: SaveProps) {
  const [period, setPeriod] = useState('')
  const { title, text, save } = words.receipts
  return (
    <Choice exporting={exporting} kind="receipts" title={title} text={text} save={save} onSave={() => exporting.begin({ kind: 'receipts', ...boundsOf(period), payment: null }, period)}>
      <Period period={period} onChoose={setPeriod} />
    </Choice>
  )
}

function Period({ period, onChoose }: { readonly period: string; readonly onChoose: (period: string) => void }) {
  return <Select label={words.table.period} value={period} options={periods(new Date().getFullYear())} onChoose={onChoose} />
}

interface ChoiceProps extends SaveProps {
  readonly kind: Input<'export.begin'>['wanted']['kind']
  readonly title: string
  readonly text: string
  readonly save: string
  readonly isPrimary?: boolean
  readonly onSave: () => void
  readonly children?: ComponentChildren
}

/** One kind of file: what it is for, and the way to have it. */
function Choice({ exporting, kind, title, text, save, isPrimary = false, onSave, children }: ChoiceProps) {
  const { progress } = exporting
  const outcome = exporting.outcome?.kind === kind ? exporting.outcome : null
  const isHere = exporting.kind === kind
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
      {isHere && progress !== null ? (
        <Bar doing={words.saving} done={progress.done} all={progress.all} soFar={words.soFar(progress.done.toLocaleString(locale()), progress.all.toLocaleString(locale()))} onStop={exporting.stop} />
      ) : (
        <div>
          <Button look={isPrimary ? 'primary' : 'secondary'} off={exporting.kind !== null} onClick={onSave}>
            {isHere ? words.asking : save}
          </Button>
        </div>
      )}
      <div class="outcome" role={outcome?.level === 'stop' ? 'alert' : 'status'}>
        {outcome !== null && <Notice level={outcome.level}>{outcome.sentence}</Notice>}
      </div>
    </section>
  )
}

function periods(thisYear: number): readonly Option<string>[] {
  return [{ value: '', label: words.table.all }, ...Array.from({ length: yearsOffered }, (_, back) => String(thisYear - back)).map((year) => ({ value: year, label: year }))]
}

/** A year as the reader's calendar has it. @param year empty for all time */
function boundsOf(year: string): { readonly from: number | null; readonly to: number | null } {
  if (year === '') return { from: null, to: null }
  return { from: new Date(Number(year), 0, 1).getTime(), to: new Date(Number(year) + 1, 0, 1).getTime() }
}
