import { limitNames, type LimitName } from '../../../core/spending/limits'
import type { LimitsView } from '../../../messaging/views'
import { locale } from '../../../platform/locale'
import { dollarPrices } from '../../shared/prices'
import { Select, type Option } from '../../shared/select'
import { Group } from '../settings/controls'
import { Saved } from '../settings/saved'
import { useLimits } from './use-limits'
import { words } from './words'

/** Of the dollar token: $1 is 1,000,000. */
const decimals = 6
const cents = (count: number): string => (BigInt(count) * 10_000n).toString()

const small = [0, 10, 25, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000]
const large = [0, 100, 200, 300, 500, 1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 50_000]
const offered: Record<LimitName, readonly number[]> = { payment: small, siteDay: small, tip: small, tipDay: small, day: large, month: large }

/** What may be spent at most, a limit a line. In dollars, as the purse is: a limit does not move with exchange rates. */
export function LimitChoices({ limits, onKept }: { readonly limits: LimitsView; readonly onKept: (view: LimitsView) => void }) {
  const { chosen, change, dialog, ...outcome } = useLimits(limits, onKept)
  return (
    <Group title={words.limits.title}>
      <p class="small quiet">{words.limits.text}</p>
      {limitNames.map((limit) => {
        const { label, text } = words.limits.names[limit]
        const value = chosen(limit)
        return <Select key={limit} label={label} text={text} value={value} options={optionsWith(limit, value)} onChoose={(atomic) => change(limit, atomic)} />
      })}
      <Saved {...outcome} />
      {dialog}
    </Group>
  )
}

/** What is set is always among the options, in its place. @param value atomic units */
function optionsWith(limit: LimitName, value: string): readonly Option<string>[] {
  const { price } = dollarPrices(locale())
  const all = new Set([...offered[limit].map(cents), value])
  return [...all]
    .sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))
    .map((atomic) => ({ value: atomic, label: atomic === '0' ? words.limits.nothing : price({ atomic, decimals, symbol: 'USDC' }) }))
}
