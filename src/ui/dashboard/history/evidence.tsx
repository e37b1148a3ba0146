import type { EvidenceView } from '../../../messaging/views'
import { words } from '../words'

/** Told apart by shape, word and colour. */
const marks: Record<EvidenceView['worth'], string> = { seller: '✓', stranger: '?', differs: '✕', none: '–' }

/** What a signed statement of the seller is worth: a mark, and the worker's sentence. */
export function Evidence({ evidence: { worth, sentence } }: { readonly evidence: EvidenceView }) {
  return (
    <span class={`evidence evidence-${worth}`}>
      <span class="evidence-mark" aria-hidden="true">
        {marks[worth]}
      </span>
      <span>
        <span class="heard">{words.history.worth[worth]}: </span>
        {sentence}
      </span>
    </span>
  )
}
