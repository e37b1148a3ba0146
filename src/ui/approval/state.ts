import { useCallback, useEffect, useState } from 'preact/hooks'
import { send } from '../../messaging/client'
import type { ApprovalView } from '../../messaging/views'
import { useStepUp, type StepUp } from '../shared/step-up'
import { useView, type View } from '../shared/use-view'

/** Events say when something moved; a worker that was stopped in between says nothing, so it is asked now and then. */
const askAgainMs = 2000

/** What the reader has ticked. */
export interface Said {
  /** A new account is whom they mean. */
  readonly checked: boolean
  /** What was noticed is fine. */
  readonly fine: boolean
}

export interface ApprovalState {
  readonly id: string
  readonly view: View<ApprovalView>
  /** An agreement is on its way to the worker, or waits for a fresh proof. */
  readonly agreeing: boolean
  /** The question for a fresh proof, while there is one: it lies over the price. */
  readonly dialog: StepUp['dialog']
  /** Why the last attempt came to nothing. */
  readonly sentence: string | null
  /** What the reader has written with a tip. It outlasts a change of the amount. */
  readonly note: string
  readonly setNote: (note: string) => void
  /** Agrees to exactly the bytes that were shown. */
  readonly agree: (message: string, said: Said) => void
  readonly decline: () => void
  /** Asks the seller and the chain afresh. */
  readonly refresh: () => void
  /** Asks for another of the prices on screen, counted as they are shown. */
  readonly choose: (other: number) => void
  /** The last was one of the prices on screen: its answer is what the reader is waiting for. */
  readonly chose: boolean
  /** Asks for an amount of the reader's own, in dollars; null for those the page suggests. */
  readonly chooseAmount: (amount: string | null) => void
}

/** @param approval id of the question this window was opened for */
export function useApproval(approval: string): ApprovalState {
  const view = useView('approval.read', { approval }, ['approval', 'wallet', 'settings'])
  const [agreeing, setAgreeing] = useState(false)
  const [sentence, setSentence] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [chose, setChose] = useState(false)
  const { reload } = view
  const stepUp = useStepUp()
  useAskingAgain(view)

  const refresh = useCallback(() => {
    void send('approval.refresh', { approval }).then(reload)
  }, [approval, reload])

  const choose = (other: number) => {
    setChose(true)
    void send('approval.refresh', { approval, other }).then(reload)
  }
  const chooseAmount = (amount: string | null) => {
    setChose(false)
    void send('approval.refresh', { approval, amount }).then(reload)
  }
  const agree = async (message: string, { checked, fine }: Said) => {
    setAgreeing(true)
    setSentence(null)
    const reply = await stepUp.ask('approval.agree', { approval, message, ...(checked && { checked }), ...(fine && { fine }), ...(note !== '' && { note }) })
    setAgreeing(false)
    // "Not now" to the proof leaves the price as it was, to be agreed to or not.
    if (reply === null) return
    if (reply.ok) reload()
    else {
      setSentence(reply.sentence)
      refresh()
    }
  }
  const decline = () => {
    void send('approval.decline', { approval }).finally(() => window.close())
  }
  const once = (message: string, said: Said) => void (agreeing ? undefined : agree(message, said))
  return { id: approval, view, agreeing, dialog: stepUp.dialog, sentence, note, setNote, agree: once, decline, refresh, choose, chose, chooseAmount }
}

function useAskingAgain(view: View<ApprovalView>): void {
  const { reload } = view
  const moving = view.state === 'ready' && (view.value.state === 'loading' || view.value.state === 'working')
  useEffect(() => {
    if (!moving) return undefined
    const timer = setInterval(reload, askAgainMs)
    return () => clearInterval(timer)
  }, [moving, reload])
}

/** The question's id from the window's address, or null if it is not one. */
export function approvalId(search: string): string | null {
  const id = new URLSearchParams(search).get('approval')
  return id !== null && /^[0-9a-f-]{36}$/.test(id) ? id : null
}
