import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { ThreeWords, useAsked } from '../../shared/three-words'
import { readWords } from '../../shared/words-given'
import { en } from '../../words/en'
import { words } from './words'

interface DrillProps {
  /** When it is time, in milliseconds since 1970; null for not at all. */
  readonly dueAt: number | null
  /** Leads to where the words are shown, after a wrong answer. */
  readonly toTheWords: ComponentChildren
  readonly onChecked: () => void
}

/** A week later: whether the twelve words were really written down. A line, until the reader wants to see. */
export function Drill({ dueAt, toTheWords, onChecked }: DrillProps) {
  const [phase, setPhase] = useState<'resting' | 'asking' | 'right' | 'wrong'>('resting')
  const answered = (right: boolean) => {
    setPhase(right ? 'right' : 'wrong')
    onChecked()
  }
  const { question, check, right, wrong } = words.drill
  if (phase === 'asking') return <Asking onAnswered={answered} onLeave={() => setPhase('resting')} />
  if (phase === 'right') return <Answer level="good">{right}</Answer>
  if (phase === 'resting' && (dueAt === null || dueAt > Date.now())) return null
  const again = (
    <Button look="link" onClick={() => setPhase('asking')}>
      {check}
    </Button>
  )
  if (phase === 'resting') {
    return (
      <p class="small quiet">
        {question} {again}
      </p>
    )
  }
  return (
    <div class="stack drill-open">
      <Answer level="stop">{wrong}</Answer>
      <div class="row">
        {toTheWords}
        {again}
      </div>
    </div>
  )
}

/** What came of it. The form that had the focus is gone. */
function Answer({ level, children }: { readonly level: 'good' | 'stop'; readonly children: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Notice level={level}>{children}</Notice>
    </div>
  )
}

function Asking({ onAnswered, onLeave }: { readonly onAnswered: (right: boolean) => void; readonly onLeave: () => void }) {
  const asked = useAsked()
  const [missing, setMissing] = useState<readonly number[]>([])
  const check = useGuarded('words.check')
  const send = (answers: readonly string[]) => {
    const given = asked.map((position, index) => ({ place: position + 1, word: readWords(answers[index] ?? '').join(' ') }))
    const empty = asked.filter((_, index) => given[index]?.word === '')
    setMissing(empty)
    if (empty.length === 0) check.run({ words: given }, ({ right }) => onAnswered(right))
  }
  return (
    <div class="stack drill-open">
      <p>{words.twelve.check}</p>
      <ThreeWords
        asked={asked}
        faultOf={(position) => (missing.includes(position) ? en.twelve.empty(position + 1) : null)}
        onTyped={(position) => setMissing(missing.filter((one) => one !== position))}
        onCheck={send}
        working={check.working}
        sentence={check.sentence}
        secondary={
          <Button look="link" onClick={onLeave}>
            {words.twelve.later}
          </Button>
        }
      />
      {check.dialog}
    </div>
  )
}
