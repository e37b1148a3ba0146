import { useState } from 'preact/hooks'
import { kinds, offeredDays, type Days, type Retention, type RetentionKind } from '../../../core/privacy/retention'
import type { PrivacyView } from '../../../messaging/views'
import { Select } from '../../shared/select'
import { Notice } from '../../shared/status'
import { useStepUp } from '../../shared/step-up'
import { words } from './words'

/** How long things are kept, a kind a line. A shorter time is asked about. */
export function HowLong({ retention, onKept }: { readonly retention: Retention; readonly onKept: (view: PrivacyView) => void }) {
  const [sentence, setSentence] = useState<string | null>(null)
  /** Draws what is chosen anew where it was not confirmed. */
  const [round, setRound] = useState(0)
  const { ask, dialog } = useStepUp()
  const text = words.retention
  const choose = (kind: RetentionKind, days: Days) => {
    setSentence(null)
    void ask('privacy.keep', { kind, days }).then((reply) => {
      setRound((before) => before + 1)
      if (reply?.ok === true) onKept(reply.value)
      else if (reply !== null) setSentence(reply.sentence)
    })
  }
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      {kinds.map((kind) => (
        <Select
          key={`${kind} ${String(retention[kind])} ${String(round)}`}
          label={text.kinds[kind].label}
          text={text.kinds[kind].text}
          value={String(retention[kind])}
          options={offeredDays[kind].map((days) => ({ value: String(days), label: text.days(days) }))}
          onChoose={(chosen) => choose(kind, chosen === 'null' ? null : Number(chosen))}
        />
      ))}
      {sentence !== null && (
        <div role="alert">
          <Notice level="stop">{sentence}</Notice>
        </div>
      )}
      {dialog}
    </section>
  )
}
