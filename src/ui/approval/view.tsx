import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ApprovalView } from '../../messaging/views'
import { usePrice } from '../shared/prices'
import { Failed, Waiting } from '../shared/status'
import { useView } from '../shared/use-view'
import { Damaged, Done, Gone, Loading, Locked, NoWallet, Refused, Working } from './other-states'
import { Ready } from './ready'
import { SignIn } from './sign-in'
import { useApproval, type ApprovalState } from './state'

/** The window in which a reader agrees to a payment, or does not. */
export function Approval({ id }: { readonly id: string | null }) {
  return id === null ? <Gone /> : <Question id={id} />
}

function Question({ id }: { readonly id: string }) {
  const approval = useApproval(id)
  const { view } = approval
  const state = view.state === 'ready' ? view.value.state : null
  const damaged = useDamaged()
  useEscape(state, approval)
  if (damaged && !isAnswered(state)) return <Damaged onDecline={approval.decline} />
  if (view.state === 'waiting') return <Bare><Waiting /></Bare>
  if (view.state === 'failed') return <Bare><Failed sentence={view.sentence} onRetry={view.reload} /></Bare>
  return <Answered view={view.value} approval={approval} />
}

function Answered({ view, approval }: { readonly view: ApprovalView; readonly approval: ApprovalState }) {
  const { decline, refresh } = approval
  const isReadable = usePrice() !== null
  switch (view.state) {
    case 'gone':
      return <Gone />
    case 'no-wallet':
      return <NoWallet onDecline={decline} />
    case 'locked':
      return <Locked view={view} onDecline={decline} onUnlocked={approval.view.reload} />
    case 'loading':
      return <Loading view={view} onDecline={decline} />
    case 'ready':
      // Amounts that came later would push what stands beside them aside, the button among it.
      return isReadable ? <Ready quote={view.quote} approval={approval} /> : <Bare><Waiting /></Bare>
    case 'refused':
      return <Refused view={view} onDecline={decline} onRetry={refresh} />
    case 'sign-in':
      return <SignIn view={view} approval={approval} />
    case 'working':
      return <Working view={view} />
    case 'done':
      return <Done view={view} />
  }
}

function Bare({ children }: { readonly children: ComponentChildren }) {
  return (
    <main class="approval">
      <div class="approval-body">{children}</div>
    </main>
  )
}

/** What is stored may turn out to be unreadable before, or while, there is a question. */
function useDamaged(): boolean {
  const wallet = useView('wallet.read', {}, ['wallet'])
  return wallet.state === 'ready' && wallet.value.state === 'damaged'
}

/** True when there is nothing left to say no to: what came of it has to be read. */
const isAnswered = (state: ApprovalView['state'] | null) => state === 'working' || state === 'done' || state === 'gone'

/** Escape is "not now" while there is something to say no to, and puts the window away afterwards. */
function useEscape(state: ApprovalView['state'] | null, { decline, agreeing }: ApprovalState): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || agreeing) return
      if (isAnswered(state)) window.close()
      else decline()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  })
}
