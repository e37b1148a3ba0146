import { useId, useState } from 'preact/hooks'
import { deliveryKinds } from '../../../core/purchase/purchase'
import type { Day } from '../../../core/spending/day'
import { Field } from '../../shared/field'
import { Select, type Option } from '../../shared/select'
import { writeCount } from '../../shared/dates'
import type { Found } from './finder'
import { longestSearch, readAmount, readDay, sorts, standings, stretches, writeAmount, type Look } from './look'
import { words } from './words'

/** 'typed': letter by letter, no step for the browser's way back. 'chosen': a step. */
export type Change = (look: Look, how: 'typed' | 'chosen') => void

interface ToolbarProps {
  readonly look: Look
  readonly found: Found
  readonly onChange: Change
  /** The reader is done with typing, and wants into the list. */
  readonly onEnter: () => void
}

/** Search as you type, and below it what else can be asked for: open where there is room for it. */
export function Toolbar({ look, found, onChange, onEnter }: ToolbarProps) {
  const [isRoomy] = useState(() => matchMedia('(min-width: 46.01rem)').matches)
  const { title } = words.filters
  return (
    <search class="toolbar">
      <Field
        label={words.search.label}
        hint={words.search.hint}
        value={look.text}
        maxLength={longestSearch}
        onInput={(text) => onChange({ ...look, text }, 'typed')}
        onKey={(event) => {
          if (event.type !== 'keydown' || (event.key !== 'ArrowDown' && event.key !== 'Escape')) return
          event.preventDefault()
          if (event.key === 'ArrowDown') onEnter()
          else onChange({ ...look, text: '' }, 'typed')
        }}
      />
      <details class="filters" open={isRoomy}>
        <summary>{title}</summary>
        <Filters look={look} found={found} onChange={onChange} />
      </details>
    </search>
  )
}

function Filters({ look, found, onChange }: Omit<ToolbarProps, 'onEnter'>) {
  const text = words.filters
  const choose = (change: Partial<Look>) => onChange({ ...look, ...change }, 'chosen')
  const sites = counted(found.hosts.map(({ host, count }) => ({ name: host, count })), look.site)
  const tags = counted(found.tags.map(({ tag, count }) => ({ name: tag, count })), look.tag)
  return (
    <div class="filters-fields">
      <When look={look} onChange={onChange} />
      <Select label={text.site} value={look.site ?? ''} options={[{ value: '', label: text.anySite }, ...sites]} onChoose={(site) => choose({ site: site === '' ? null : site })} />
      <Select label={text.state} value={look.standing ?? ''} options={named(text.anyState, standings, text.standings)} onChoose={(standing) => choose({ standing: standing === '' ? null : standing })} />
      <Select label={text.kind} value={look.kind ?? ''} options={named(text.anyKind, deliveryKinds, text.kinds)} onChoose={(kind) => choose({ kind: kind === '' ? null : kind })} />
      {tags.length > 0 && <Select label={text.tag} value={look.tag ?? ''} options={[{ value: '', label: text.anyTag }, ...tags]} onChoose={(tag) => choose({ tag: tag === '' ? null : tag })} />}
      <AmountField label={text.least} value={look.least} onInput={(least) => onChange({ ...look, least }, 'typed')} />
      <AmountField label={text.most} value={look.most} onInput={(most) => onChange({ ...look, most }, 'typed')} />
      <Select label={text.sort} value={look.sort} options={sorts.map((sort) => ({ value: sort, label: text.sorts[sort] }))} onChoose={(sort) => choose({ sort })} />
    </div>
  )
}

/** What was chosen stays a choice, also where nothing is found of it. */
function counted(names: readonly { readonly name: string; readonly count: number }[], chosen: string | null): readonly Option<string>[] {
  const options = names.map(({ name, count }) => ({ value: name, label: words.filters.counted(name, writeCount(count)) }))
  return chosen === null || names.some(({ name }) => name === chosen) ? options : [{ value: chosen, label: chosen }, ...options]
}

function named<V extends string>(any: string, values: readonly V[], labels: Record<V, string>): readonly Option<V | ''>[] {
  return [{ value: '', label: any }, ...values.map((value) => ({ value, label: labels[value] }))]
}

function When({ look, onChange }: Pick<ToolbarProps, 'look' | 'onChange'>) {
  const text = words.filters
  const [isOwn, setOwn] = useState(false)
  const { period } = look
  const days = period === null || typeof period === 'string' ? { from: null, to: null } : period
  const showsDays = (isOwn && period === null) || (period !== null && typeof period !== 'string')
  const options = [{ value: '' as const, label: text.anyTime }, ...stretches.map((value) => ({ value, label: text.stretches[value] })), { value: 'own' as const, label: text.ownDays }]
  const change = (end: 'from' | 'to', day: Day | null) => {
    setOwn(true)
    const next = { ...days, [end]: day }
    onChange({ ...look, period: next.from === null && next.to === null ? null : next }, 'typed')
  }
  return (
    <>
      <Select
        label={text.when}
        value={showsDays ? 'own' : typeof period === 'string' ? period : ''}
        options={options}
        onChoose={(value) => {
          setOwn(value === 'own')
          onChange({ ...look, period: value === '' || value === 'own' ? null : value }, 'chosen')
        }}
      />
      {showsDays && (
        <>
          <DayField label={text.from} value={days.from} onInput={(day) => change('from', day)} />
          <DayField label={text.to} value={days.to} onInput={(day) => change('to', day)} />
        </>
      )}
    </>
  )
}

function DayField({ label, value, onInput }: { readonly label: string; readonly value: Day | null; readonly onInput: (day: Day | null) => void }) {
  const id = useId()
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <input id={id} class="day-field" type="date" value={value ?? ''} onInput={(event) => onInput(readDay(event.currentTarget.value))} />
    </div>
  )
}

/** What is typed stays as it is typed while it means what is looked for. */
function AmountField({ label, value, onInput }: { readonly label: string; readonly value: bigint | null; readonly onInput: (atomic: bigint | null) => void }) {
  const [typed, setTyped] = useState('')
  const shown = readAmount(typed) === value ? typed : value === null ? '' : writeAmount(value)
  const isWrong = shown.trim() !== '' && readAmount(shown) === null
  return (
    <Field
      label={label}
      type="decimal"
      maxLength={17}
      value={shown}
      error={isWrong ? words.filters.amountWrong : null}
      onInput={(text) => {
        setTyped(text)
        onInput(readAmount(text))
      }}
    />
  )
}
