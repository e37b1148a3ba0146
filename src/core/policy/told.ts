import { formatValue } from '../money/price'
import type { NetworkId } from '../networks/networks'
import { networks } from '../networks/networks'
import { policy as words } from '../words/policy'
import type { Change } from './consent'
import { parameterNames, type ParameterName, type Parameters } from './parameters'

const dollars = (cents: number, locale: string): string => formatValue({ numerator: BigInt(cents), denominator: 100n }, 'USD', locale)
const isSum = (name: ParameterName): boolean => name.startsWith('limit.') || name.endsWith('.cents')

const labelOf = (id: NetworkId): string => networks.find((network) => network.id === id)?.label ?? id

const write = (name: ParameterName, value: number, locale: string): string => (isSum(name) ? dollars(value, locale) : value.toLocaleString(locale))

/** What holds, one thing a sentence. @param locale of its numbers, BCP 47 */
export function tellHeld(by: Parameters, locale: string): { readonly limits: readonly string[]; readonly watch: readonly string[] } {
  const told = (isLimit: boolean): readonly string[] => parameterNames.filter((name) => name.startsWith('limit.') === isLimit).map((name) => words.holds(words.names[name], write(name, by[name], locale)))
  return { limits: told(true), watch: told(false) }
}

export const tellWithdrawn = (id: NetworkId): string => words.network.withdrawn(labelOf(id))

/** A change in one sentence. @param locale of its numbers, BCP 47 */
export function tell(change: Change, locale: string): string {
  switch (change.kind) {
    case 'parameter':
      return words.changed(words.names[change.name], write(change.name, change.from, locale), write(change.name, change.to, locale))
    case 'network':
      return words.network[change.to](labelOf(change.id))
    case 'model':
      return change.to === null ? words.modelBack : words.model(change.to)
    case 'text': {
      const title = words.titleIn(words.titles[change.id], change.lang)
      if (change.to === null) return words.text.gone(title)
      return change.from === null ? words.text.first(title, change.to) : words.text.changed(title, change.from, change.to)
    }
  }
}
