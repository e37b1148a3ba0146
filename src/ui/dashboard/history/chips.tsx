import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { everything, writeAmount, type Look, type Period } from './look'
import type { Change } from './toolbar'
import { words } from './words'

interface Chip {
  readonly label: string
  /** The look without it. */
  readonly without: Partial<Look>
}

/** What is asked for, each with a way to take it away. The order of things is no condition. */
export function Chips({ look, onChange }: { readonly look: Look; readonly onChange: Change }) {
  const chips = chipsOf(look)
  if (chips.length === 0) return null
  const text = words.chips
  return (
    <div class="chips">
      <ul aria-label={text.label}>
        {chips.map(({ label, without }) => (
          <li key={label}>
            <button type="button" class="chip" aria-label={text.remove(label)} onClick={() => onChange({ ...look, ...without }, 'chosen')}>
              <bdi>{label}</bdi>
              <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      <Button look="link" onClick={() => onChange({ ...everything, sort: look.sort }, 'chosen')}>
        {text.clear}
      </Button>
    </div>
  )
}

function chipsOf({ text, period, site, standing, kind, tag, least, most }: Look): readonly Chip[] {
  const { chips, filters } = words
  return [
    ...(text.trim() === '' ? [] : [{ label: chips.text(text.trim()), without: { text: '' } }]),
    ...(period === null ? [] : [{ label: writePeriod(period), without: { period: null } }]),
    ...(site === null ? [] : [{ label: site, without: { site: null } }]),
    ...(standing === null ? [] : [{ label: filters.standings[standing], without: { standing: null } }]),
    ...(kind === null ? [] : [{ label: filters.kinds[kind], without: { kind: null } }]),
    ...(tag === null ? [] : [{ label: chips.tag(tag), without: { tag: null } }]),
    ...(least === null ? [] : [{ label: chips.least(dollars(least)), without: { least: null } }]),
    ...(most === null ? [] : [{ label: chips.most(dollars(most)), without: { most: null } }]),
  ]
}

const dollars = (atomic: bigint): string => `$${writeAmount(atomic)}`

function writePeriod(period: Period): string {
  if (typeof period === 'string') return words.filters.stretches[period]
  const [from, to] = [period.from, period.to].map((day) => (day === null ? null : writeDay(Date.parse(`${day}T12:00`))))
  const text = words.chips
  if (typeof from === 'string') return typeof to === 'string' ? text.between(from, to) : text.since(from)
  return text.until(to ?? '')
}

/** Whether anything is asked for, beside the order of things. */
export const isAsking = (look: Look): boolean => chipsOf(look).length > 0
