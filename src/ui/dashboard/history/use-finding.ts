import { useEffect, useRef, useState } from 'preact/hooks'
import { onChanged, send } from '../../../messaging/client'
import { Finder, type Ask, type Finding } from './finder'
import type { Question } from './look'

/** While the worker has not read everything yet, it is asked again after so many milliseconds. */
const readOn = 250

const ask: Ask = (question, offset, limit) => send('history.search', { ...question, offset, limit })

interface Following extends Finding {
  /** These places are seen now. */
  readonly see: (first: number, last: number) => void
  readonly retry: () => void
}

/**
 * Finds payments, and follows what becomes of them. @param first where the reader looks to begin with
 */
export function useFinding(question: Question, first: number): Following {
  const [finding, setFinding] = useState<Finding>({ found: null, isCurrent: false, failure: null })
  const finder = useRef<Finder | null>(null)
  const begins = useRef(first)

  useEffect(() => {
    const made = new Finder(ask, setFinding)
    finder.current = made
    const stop = onChanged((topic) => {
      if (topic === 'payments') made.refresh()
    })
    return () => {
      stop()
      made.stop()
    }
  }, [])

  useEffect(() => {
    finder.current?.look(question, begins.current)
    begins.current = 0
  }, [JSON.stringify(question)])

  const isReading = finding.found !== null && finding.found.reading !== null
  useEffect(() => {
    if (!isReading || !finding.isCurrent) return undefined
    const timer = setTimeout(() => finder.current?.refresh(), readOn)
    return () => clearTimeout(timer)
  }, [isReading, finding])

  return { ...finding, see: (from, to) => finder.current?.see(from, to), retry: () => finder.current?.refresh() }
}
