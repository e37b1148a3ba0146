import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { send } from '../../messaging/client'
import type { Factor, Input, OwnMessageType, Reply } from '../../messaging/contract'
import type { StepUpView } from '../../messaging/views'
import { en as words } from '../words/en'
import { Button } from './button'
import { Dialog } from './dialog'
import { FactorForm } from './factor-form'
import { useSending, type Task } from './use-task'
import { useView } from './use-view'

/** Messages the worker may want a fresh proof for. */
export type GuardedType = { [K in OwnMessageType]: 'stepUp' extends keyof Input<K> ? K : never }[OwnMessageType]

export interface StepUp {
  /**
   * Sends a message; where the worker wants a fresh proof for it, asks the reader for one and sends the same message
   * again. Null when the reader said "not now".
   */
  readonly ask: <K extends GuardedType>(type: K, input: Input<K>) => Promise<Reply<K> | null>
  /** To be rendered anywhere: the question, while there is one. */
  readonly dialog: VNode | null
}

/** The message as it is to be sent, without a proof. */
type Act = Input<'stepUp.begin'>['act']

interface Question {
  readonly act: Act
  readonly view: StepUpView
  /** @param id names the proof that was given; null for none */
  readonly settle: (id: string | null) => void
}

/** Fresh proofs for what this page sends. What is below the question stays as the reader left it. */
export function useStepUp(): StepUp {
  const [questions, setQuestions] = useState<readonly Question[]>([])
  const open = useRef<readonly Question[]>([])
  open.current = questions
  // With the page gone there is nobody left to answer.
  useEffect(() => () => open.current.forEach(({ settle }) => settle(null)), [])

  const prove = (act: Act, view: StepUpView) =>
    new Promise<string | null>((resolve) => {
      const settle = (id: string | null) => {
        setQuestions((all) => all.filter((one) => one.view.id !== view.id))
        resolve(id)
      }
      setQuestions((all) => [...all, { act, view, settle }])
    })
  const ask: StepUp['ask'] = async (type, input) => {
    const reply = await send(type, input)
    if (reply.ok || reply.code !== 'step-up') return reply
    const act = { type, input }
    const begun = await send('stepUp.begin', { act })
    if (!begun.ok) return begun
    const proof = await prove(act, begun.value)
    return proof === null ? null : send(type, { ...input, stepUp: proof })
  }
  const [first] = questions
  return { ask, dialog: first === undefined ? null : <ProofDialog key={first.view.id} question={first} /> }
}

/** Like `useTask`, for messages that may take a fresh proof. `dialog` has to be rendered. */
export function useGuarded<K extends GuardedType>(type: K): Task<K> & Pick<StepUp, 'dialog'> {
  const { ask, dialog } = useStepUp()
  return { ...useSending<K>((input) => ask(type, input)), dialog }
}

function ProofDialog({ question: { act, view, settle } }: { readonly question: Question }) {
  const wallet = useView('wallet.read', {}, ['wallet'])
  const id = useRef(view.id)
  const prove = async (factor: Factor, code: string | null) => {
    const reply = await send('stepUp.prove', { id: id.current, factor, code })
    if (reply.ok) {
      settle(id.current)
      return null
    }
    wallet.reload()
    // A question that was open too long has run out: the next try answers a new one, about the same act.
    const again = reply.code === 'refused' ? await send('stepUp.begin', { act }) : null
    if (again?.ok === true && again.value.sentence === view.sentence && again.value.code === view.code) id.current = again.value.id
    return reply.sentence
  }
  const leave = () => settle(null)
  return (
    <Dialog title={view.sentence} onLeave={leave}>
      <FactorForm
        ways={view.ways}
        waitUntil={wallet.state === 'ready' ? wallet.value.waitUntil : null}
        labels={words.stepUp}
        withCode={view.code}
        onFactor={prove}
        secondary={<Button onClick={leave}>{words.stepUp.notNow}</Button>}
      />
    </Dialog>
  )
}
