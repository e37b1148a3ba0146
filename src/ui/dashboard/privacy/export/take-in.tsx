import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../../shared/button'
import { FileField } from '../../../shared/file-field'
import { writeSize } from '../../../shared/sizes'
import { Notice } from '../../../shared/status'
import { Check } from '../../settings/controls'
import { Bar } from './bar'
import { useImport } from './use-import'
import { words } from './words'

/** A file that was saved before comes back, where the same twelve words are. */
export function TakeIn() {
  const [file, setFile] = useState<File | null>(null)
  const [rules, setRules] = useState(false)
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const { phase, progress, outcome, dialog, begin, stop } = useImport()
  const text = words.takeIn
  // A browser says nothing when the file that is chosen already is chosen again, and that is what one does who has mended it.
  const isRefused = outcome?.level === 'stop'
  // Before the refusal is on screen: a file that is chosen upon reading it stays chosen.
  useLayoutEffect(() => {
    if (!isRefused || input.current === null) return
    input.current.value = ''
    setFile(null)
  }, [isRefused])
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setMissing(false)
  }
  const start = () => {
    setMissing(file === null)
    if (file === null) input.current?.focus()
    else begin(file, rules)
  }
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p>{text.text}</p>
      <FileField label={text.file} accept=".json" onChoose={choose} error={missing ? text.none : null} inputRef={input} />
      <Check label={text.rules} text={text.rulesText} checked={rules} onChange={setRules} />
      {progress !== null ? (
        <Bar doing={text.takingIn} done={progress.read} all={progress.whole} soFar={text.soFar(writeSize(progress.read), writeSize(progress.whole))} onStop={stop} />
      ) : (
        <div>
          <Button off={phase !== 'resting'} onClick={start}>
            {phase === 'resting' ? text.begin : words.asking}
          </Button>
        </div>
      )}
      <div class="outcome" role={outcome?.level === 'stop' ? 'alert' : 'status'}>
        {outcome !== null && <Notice level={outcome.level}>{outcome.sentence}</Notice>}
      </div>
      {dialog}
    </section>
  )
}
