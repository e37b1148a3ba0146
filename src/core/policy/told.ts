import type { NetworkId } from '../networks/networks'
import { networks } from '../networks/networks'
import { policy as words } from '../words/policy'
import type { Change } from './consent'
import { parameterNames, type ParameterName, type Parameters } from './parameters'

/** Cents as people read them: "$9.00". */
const dollars = (cents: number): string => {
  const digits = cents.toString().padStart(3, '0')
  return `$${digits.slice(0, -2)}.${digits.slice(-2)}`
}
const isSum = (name: ParameterName): boolean => name.startsWith('limit.') || name.endsWith('.cents')

const labelOf = (id: NetworkId): string => networks.find((network) => network.id === id)?.label ?? id

const write = (name: ParameterName, value: number): string => (isSum(name) ? dollars(value) : String(value))

/** What holds, one thing a sentence. */
export function tellHeld(by: Parameters): { readonly limits: readonly string[]; readonly watch: readonly string[] } {
  const told = (isLimit: boolean): readonly string[] => parameterNames.filter((name) => name.startsWith('limit.') === isLimit).map((name) => words.holds(words.names[name], write(name, by[name])))
  return { limits: told(true), watch: told(false) }
}

export const tellWithdrawn = (id: NetworkId): string => words.network.withdrawn(labelOf(id))

/** A change in one sentence. */
export function tell(change: Change): string {
  switch (change.kind) {
    case 'parameter':
      return words.changed(words.names[change.name], write(change.name, change.from), write(change.name, change.to))
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
