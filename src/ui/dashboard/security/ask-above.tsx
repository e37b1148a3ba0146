import type { Settings } from '../../../messaging/views'
import { locale } from '../../../platform/locale'
import { dollarPrices } from '../../shared/prices'
import { Select, type Option } from '../../shared/select'
import { Group } from '../settings/controls'
import { Saved } from '../settings/saved'
import { useChange } from '../settings/use-change'
import { words } from './words'

/** Stands for "no payment asks" among the options, which are texts. */
const never = 'never'
/** Of the dollar token: $1 is 1,000,000. */
const decimals = 6

const offered = (): readonly Option<string>[] => [
  { value: never, label: words.askAbove.never },
  ...Object.entries(words.askAbove.prices).map(([value, label]) => ({ value, label })),
]

/** From which price on a click is not enough. Changing it takes a proof, or whoever sits here could switch it off. */
export function AskAbove({ settings, onKept }: { readonly settings: Settings; readonly onKept: () => void }) {
  const { shown, change, ...outcome } = useChange(settings, onKept)
  const value = shown.askAbove ?? never
  const { title, label, text } = words.askAbove
  return (
    <Group title={title}>
      <Select
        label={label}
        text={text}
        value={value}
        options={optionsWith(value)}
        onChoose={(chosen) => change({ askAbove: chosen === never ? null : chosen })}
      />
      <Saved {...outcome} />
      {outcome.dialog}
    </Group>
  )
}

/** What is set is always among the options. @param value atomic units, or `never` */
function optionsWith(value: string): readonly Option<string>[] {
  const options = offered()
  if (options.some((option) => option.value === value)) return options
  const { price } = dollarPrices(locale())
  return [...options, { value, label: price({ atomic: value, decimals, symbol: 'USDC' }) }]
}
