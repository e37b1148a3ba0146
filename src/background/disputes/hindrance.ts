import type { Hindrance } from '../../core/dispute/assess'
import { en as words } from '../../core/words/en'
import { onDay } from '../display'

/** Why nothing can be asked of a seller. @param until when it could be asked, in milliseconds since 1970 */
export function hindranceSentence(hindrance: Hindrance, until: number | null): string {
  const text = words.dispute.hindrance
  return hindrance === 'too-late' ? text['too-late'](onDay(until ?? 0)) : text[hindrance]
}
