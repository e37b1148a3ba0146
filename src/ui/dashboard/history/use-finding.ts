import { useEffect, useRef, useState } from 'preact/hooks'
import { onChanged } from '../../../messaging/client'
import type { Input } from '../../../messaging/contract'
import { askAhead, sendOrTake } from '../../shared/ahead'
import type { Route } from '../route'
import { Finder, windowSize, type Ask, type Finding } from './finder'
import { questionOf, readLook, type Question } from './look'
import { readPlace } from './read-place'
import { isWanted } from './use-wanted'

/** While the worker has not read everything yet, it is asked again after so many milliseconds. */
const readOn = 250

const inputOf = (question: Question, offset: number, limit: number): Input<'history.search'> => ({ ...question, offset, limit })
const ask: Ask = (question, offset, limit) => sendOrTake('history.search', inputOf(question, offset, limit))

/** Asks for what the history begins with, unless the address names a payment or another place in the list. */
export function askForHistory({ detail, query }: Route): void {
  if (detail === null && readPlace(query) === null && !isWanted(query)) askAhead('history.search', inputOf(questionOf(readLook(query), Date.now()), 0, windowSize))
}

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
      if (topic === 'payments' || topic === 'language') made.refresh()
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
