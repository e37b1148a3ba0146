import type { NetworkId } from '../networks/networks'
import { networks } from '../networks/networks'
import { policy as words } from '../words/policy'
import type { Change } from './consent'
import type { ParameterName } from './parameters'

const dollars = (cents: number): string => `$${Math.trunc(cents / 100).toString()}.${(cents % 100).toString().padStart(2, '0')}`
const isSum = (name: ParameterName): boolean => name.startsWith('limit.') || name.endsWith('.cents')

const labelOf = (id: NetworkId): string => networks.find((network) => network.id === id)?.label ?? id

/** A change in one sentence. @param titles of texts, by their names; one without a title is called by its name */
export function tell(change: Change, titles: Readonly<Record<string, string>> = {}): string {
  switch (change.kind) {
    case 'parameter': {
      const write = isSum(change.name) ? dollars : String
      return words.changed[change.name](write(change.from), write(change.to))
    }
    case 'network':
      return words.network[change.to](labelOf(change.id))
    case 'model':
      return change.to === null ? words.modelBack : words.model
    case 'text': {
      const title = titles[change.id] ?? change.id
      if (change.to === null) return words.text.gone(title)
      return change.from === null ? words.text.first(title, change.to) : words.text.changed(title, change.from, change.to)
    }
  }
}
