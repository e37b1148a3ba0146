import { useId } from 'preact/hooks'
import { evidenceItems, type EvidenceItem } from '../../../core/dispute/problem'
import type { EvidenceItemView } from '../../../messaging/dispute-views'
import { readable } from './readable'
import { Verbatim } from './verbatim'
import { words } from './words'

interface EvidenceChoiceProps {
  readonly items: readonly EvidenceItemView[]
  readonly share: readonly EvidenceItem[]
  readonly onChange: (share: readonly EvidenceItem[]) => void
}

/** What there is to show, each with a tick and with exactly what it says. Nothing is ticked from the start. */
export function EvidenceChoice({ items, share, onChange }: EvidenceChoiceProps) {
  const id = useId()
  const text = words.ask
  const tick = (item: EvidenceItem, isShown: boolean) => onChange(evidenceItems.filter((one) => (one === item ? isShown : share.includes(one))))
  return (
    <section class="card">
      <fieldset class="choices">
        <legend>
          <h2>{text.evidence}</h2>
        </legend>
        <p class="small quiet">{items.length === 0 ? text.noEvidence : text.evidenceText}</p>
        {items.map(({ item, text: content }) => (
          <div key={item} class="evidence-item">
            <div class="check">
              <input id={`${id}-${item}`} type="checkbox" checked={share.includes(item)} onChange={(event) => tick(item, event.currentTarget.checked)} />
              <label for={`${id}-${item}`}>{words.evidence[item]}</label>
            </div>
            <details>
              <summary class="small" aria-label={text.readLabel(words.evidence[item])}>
                {text.read}
              </summary>
              <Verbatim label={words.evidence[item]} text={readable(content) ?? content} />
              {readable(content) !== null && <p class="small quiet">{text.setOut}</p>}
            </details>
          </div>
        ))}
      </fieldset>
    </section>
  )
}
