import { useEffect, useRef, useState } from 'preact/hooks'
import type { Factor } from '../../messaging/contract'
import { en as words } from '../words/en'
import { collectFactor, takesPasskey, type Choice } from './factor-choices'

export interface Proof {
  /** 'asking': the browser asks for a passkey. 'proving': the worker is looking at the proof. */
  readonly phase: 'resting' | 'asking' | 'proving'
  /** Why the last attempt came to nothing, or null. */
  readonly sentence: string | null
  readonly say: (sentence: string | null) => void
  /** Once at a time. */
  readonly begin: (choice: Choice, given: Given, onAccepted: () => void) => void
}

/** What the reader typed. */
export interface Given {
  /** The password or the recovery code; empty for a passkey alone. */
  readonly typed: string
  /** The confirmation code; null where none is asked for. */
  readonly code: string | null
}

/** @param onFactor tries a proof; gives null when it was accepted, and otherwise the reason in words */
export function useProof(onFactor: (factor: Factor, code: string | null) => Promise<string | null>): Proof {
  const [state, setState] = useState<Pick<Proof, 'phase' | 'sentence'>>({ phase: 'resting', sentence: null })
  const underWay = useRef<AbortController | null>(null)
  // Whoever leaves the form takes the browser's question along.
  useEffect(() => () => underWay.current?.abort(), [])

  const run = async (choice: Choice, { typed, code }: Given, onAccepted: () => void, { signal }: AbortController) => {
    setState({ phase: takesPasskey(choice.kind) ? 'asking' : 'proving', sentence: null })
    const factor = await collectFactor(choice, typed, signal)
    if (signal.aborted) return
    if (factor.ok) setState({ phase: 'proving', sentence: null })
    const sentence = factor.ok ? await onFactor(factor.value, code) : words.factor.faults[factor.error]
    underWay.current = null
    setState({ phase: 'resting', sentence })
    if (sentence === null) onAccepted()
  }
  const begin: Proof['begin'] = (choice, given, onAccepted) => {
    if (underWay.current !== null) return
    underWay.current = new AbortController()
    void run(choice, given, onAccepted, underWay.current)
  }
  return { ...state, say: (sentence) => setState(({ phase }) => ({ phase, sentence })), begin }
}
