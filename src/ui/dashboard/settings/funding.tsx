import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { mostFundingBps } from '../../../core/fees/funding'
import { parseDecimal, roundHalfEven, toDecimal } from '../../../core/money'
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

const inPercent = (points: number): string => (points === 0 ? '' : toDecimal(BigInt(points), 2))

/** Reads "2", "2.1", "2,15", ".5" or "2.1 %". Empty is nothing. Null for anything else, finer than a hundredth, or more than can be. */
function basisPoints(text: string): number | null {
  const plain = text.replace(/\s*%$/, '').replace(',', '.')
  const share = parseDecimal(plain.startsWith('.') || plain === '' ? `0${plain}` : plain)
  if (share === null || share.denominator > 100n) return null
  const points = roundHalfEven(share, 2)
  return points <= BigInt(mostFundingBps) ? Number(points) : null
}
