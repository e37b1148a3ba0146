import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { mostFundingBps } from '../../../core/fees/funding'
import type { Settings } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { words } from '../words'
import type { Choice } from './use-change'

interface FundingProps {
  readonly settings: Settings
  readonly onChange: (choice: Choice) => void
}

/** What getting dollars cost the reader, by their own figure: shown below every price, and never part of it. */
export function Funding({ settings: { fundingBps }, onChange }: FundingProps) {
  const [typed, setTyped] = useState(inPercent(fundingBps))
  const [wrong, setWrong] = useState(false)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const points = basisPoints(typed.trim())
    setWrong(points === null)
    if (points !== null) onChange({ fundingBps: points })
  }
  const type = (value: string) => {
    setTyped(value)
    setWrong(false)
  }
  const text = words.settings.funding
  return (
    <form class="stack" onSubmit={submit}>
      <Field label={text.label} value={typed} onInput={type} hint={text.text} error={wrong ? text.wrong : null} maxLength={6} type="decimal" />
      <div class="row">
        <Button type="submit">{text.save}</Button>
      </div>
    </form>
  )
}

const inPercent = (points: number): string => (points === 0 ? '' : `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`.replace(/\.?0+$/, ''))

/** Reads "2", "2.1", "2,15" or "2.1 %". Empty is nothing. Null for anything else, and for more than can be. */
function basisPoints(text: string): number | null {
  const parts = /^(\d{0,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(text)
  if (parts === null) return null
  const [, whole = '', hundredths = ''] = parts
  const points = Number(whole || '0') * 100 + Number(hundredths.padEnd(2, '0'))
  return points <= mostFundingBps ? points : null
}
