import { useState } from 'preact/hooks'
import { send } from '../../messaging/client'
import { writeFullDay } from '../shared/dates'
import { Notice } from '../shared/status'
import { useSending } from '../shared/use-task'
import { en as words } from '../words/en'
import { ArmedButton } from './armed-button'
import { NotNow, Sheet, type Of } from './other-states'
import type { ApprovalState } from './state'
import { useArming } from './use-arming'

interface SignInProps {
  readonly view: Of<'sign-in'>
  readonly approval: Pick<ApprovalState, 'id' | 'view' | 'decline'>
}

/** Something bought earlier, and a site that has forgotten it: may it be told who is back? Nothing is paid here. */
export function SignIn({ view, approval }: SignInProps) {
  const { bought, text, free } = words.approval.signIn
  const { sentence, ...answering } = useAnswer(approval)
  return (
    <Sheet host={view.host} title={bought(writeFullDay(view.at))} actions={<Actions view={view} onDecline={approval.decline} {...answering} />}>
      <p class="sign-in-piece">
        <bdi>{view.title}</bdi>
      </p>
      <p>{text(view.host)}</p>
      <p class="quiet">{free}</p>
      <div role="status">{sentence !== null && <Notice level="stop">{sentence}</Notice>}</div>
    </Sheet>
  )
}

interface Answering {
  /** What was answered and is on its way to the worker; null while there is no answer. */
  readonly answered: boolean | null
  readonly answer: (allow: boolean) => void
}

/** One answer at a time. What is shown next comes with the worker's reply; when it fails, the question may be another one by now. */
function useAnswer({ id, view }: SignInProps['approval']): Answering & { readonly sentence: string | null } {
  const [last, setLast] = useState(false)
  const sending = useSending<'approval.signIn'>(async (input) => {
    const reply = await send('approval.signIn', input)
    if (!reply.ok) view.reload()
    return reply
  })
  const answer = (allow: boolean) => {
    if (sending.working) return
    setLast(allow)
    sending.run({ approval: id, allow }, view.replace)
  }
  return { answered: sending.working ? last : null, answer, sentence: sending.sentence }
}

/** Both answers are remembered, so both are armed; "not now" decides nothing. */
function Actions({ view, answered, answer, onDecline }: Answering & { readonly view: Of<'sign-in'>; readonly onDecline: () => void }) {
  const { allow, allowing, never, armingHint } = words.approval.signIn
  const { phase, accepts } = useArming(shownBy(view))
  const press = (allowed: boolean) => (event: MouseEvent) => {
    if (accepts(event)) answer(allowed)
  }
  const arming = { phase, busy: answered !== null, hint: armingHint }
  return (
    <>
      <NotNow onPress={onDecline} />
      <ArmedButton look="pay" {...arming} onClick={press(true)}>
        {answered === true ? allowing : allow}
      </ArmedButton>
      <ArmedButton look="link" {...arming} onClick={press(false)}>
        {never}
      </ArmedButton>
    </>
  )
}

const shownBy = ({ host, title, at }: Of<'sign-in'>) => `${host} ${title} ${String(at)}`
