import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ApprovalView } from '../../messaging/views'
import { Button } from '../shared/button'
import { BringBack, DamagedText } from '../shared/damaged'
import { Mark } from '../shared/mark'
import { openDashboard, openOnboarding } from '../shared/pages'
import { Notice, Waiting } from '../shared/status'
import { UnlockHere } from '../shared/unlock-form'
import { en as words } from '../words/en'
import { Offer } from './offer'
import { useClear } from './use-clear'
import { useClosing } from './use-closing'

/** What is known in one state. */
export type Of<State extends ApprovalView['state']> = Extract<ApprovalView, { state: State }>

interface SheetProps {
  /** Null where there is no site to name. */
  readonly host: string | null
  /** Said before the title. */
  readonly lead?: string
  readonly title: string
  /** True where there is little to read: it stands in the middle. */
  readonly centred?: boolean
  readonly children: ComponentChildren
  readonly actions?: ComponentChildren
  /** True where what is inside takes the focus: a field to type in. */
  readonly focusInside?: boolean
}

/** The frame all states without a price share. The heading takes the focus when the state changes. */
export function Sheet({ host, lead, title, centred = false, children, actions, focusInside = false }: SheetProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  useClear(bar)
  useEffect(() => {
    if (!focusInside) heading.current?.focus()
  }, [title, focusInside])
  return (
    <main class="approval">
      <div class="approval-body">
        {host !== null && (
          <header class="site">
            <Mark />
            <p class="site-name">
              <strong>{host}</strong>
            </p>
          </header>
        )}
        <div class={centred ? 'sheet sheet-centred' : 'sheet'}>
          {host === null && <Mark size="large" />}
          <div class="piece">
            {lead !== undefined && <p class="quiet">{lead}</p>}
            <h1 class="piece-title" ref={heading} tabIndex={-1}>
              <bdi>{title}</bdi>
            </h1>
          </div>
          {children}
        </div>
      </div>
      <div ref={bar} class="approval-actions">
        <div class="approval-buttons">{actions}</div>
      </div>
    </main>
  )
}

export function Loading({ view, onDecline }: { readonly view: Of<'loading'>; readonly onDecline: () => void }) {
  return (
    <Sheet host={view.host} lead={words.approval.asks} title={view.title} actions={<NotNow onPress={onDecline} />}>
      <Waiting>{words.approval.loading}</Waiting>
    </Sheet>
  )
}

/** Unlocking changes nothing about the question: it goes on by itself. */
export function Locked({ view, onDecline, onUnlocked }: { readonly view: Of<'locked'>; readonly onDecline: () => void; readonly onUnlocked: () => void }) {
  return (
    <Sheet host={view.host} title={words.unlock.title} actions={<NotNow onPress={onDecline} />} focusInside>
      <p>{words.approval.locked(view.host)}</p>
      <UnlockHere onUnlocked={onUnlocked} />
    </Sheet>
  )
}

export function NoWallet({ onDecline }: { readonly onDecline: () => void }) {
  const make = () => void openOnboarding().then(onDecline)
  const actions = (
    <>
      <NotNow onPress={onDecline} />
      <Button look="primary" onClick={make}>
        {words.approval.makeWallet}
      </Button>
    </>
  )
  return (
    <Sheet centred host={null} title={words.name} actions={actions}>
      <p>{words.approval.noWallet}</p>
    </Sheet>
  )
}

/** Nothing can be agreed to with a wallet that cannot be read. */
export function Damaged({ onDecline }: { readonly onDecline: () => void }) {
  const actions = (
    <>
      <NotNow onPress={onDecline} />
      <BringBack onOpened={onDecline} />
    </>
  )
  return (
    <Sheet centred host={null} title={words.damaged.title} actions={actions}>
      <p>{words.approval.damaged}</p>
      <DamagedText />
    </Sheet>
  )
}

export function Refused({ view, onDecline, onRetry }: { readonly view: Of<'refused'>; readonly onDecline: () => void; readonly onRetry: () => void }) {
  const { remedy } = view
  const act = { retry: onRetry, 'top-up': () => void openDashboard('/overview'), purses: () => void openDashboard('/purses'), settings: () => void openDashboard('/settings'), limits: () => void openDashboard('/limits'), rules: () => void openDashboard('/policy') }
  const actions = (
    <>
      <Button onClick={onDecline}>{words.approval.close}</Button>
      {remedy !== 'none' && (
        <Button look="primary" onClick={act[remedy]}>
          {words.approval.remedy[remedy]}
        </Button>
      )}
    </>
  )
  return (
    <Sheet host={view.host} lead={words.approval.asks} title={view.title} actions={actions}>
      <div role="alert">
        <Notice level="care">{view.sentence}</Notice>
      </div>
    </Sheet>
  )
}

export function Working({ view }: { readonly view: Of<'working'> }) {
  return (
    <Sheet host={view.host} title={view.title} actions={<Close />}>
      <Waiting>{words.approval.working[view.step]}</Waiting>
      <p class="small quiet">{words.approval.workingNote}</p>
    </Sheet>
  )
}

/**
 * What came of it. Only a delivery closes the window by itself, and only where nothing is asked after it: everything else has to
 * be read.
 */
export function Done({ view }: { readonly view: Of<'done'> }) {
  // Asked once: the offer that was on screen stays until it is answered, whatever is told meanwhile.
  const [answer, setAnswer] = useState<'allowed' | 'declined' | null>(null)
  const asking = view.offer !== null && answer === null
  useClosing(view.outcome === 'delivered' && !asking)
  if (asking) return <Offer view={view} offer={view.offer} onAnswered={(allowed) => setAnswer(allowed ? 'allowed' : 'declined')} />
  return <Outcome view={view} more={answer === 'allowed' ? words.approval.allowance.allowed : null} />
}

/** What a tip came to has words of its own: nothing was unlocked, and nothing is owed. */
function titleOf({ tip, outcome }: Of<'done'>): string {
  return tip && (outcome === 'delivered' || outcome === 'undelivered') ? words.approval.tip.done[outcome] : words.approval.done[outcome]
}

function Outcome({ view, more }: { readonly view: Of<'done'>; readonly more: string | null }) {
  const open = () => void openDashboard(`/history/${view.paymentId}`)
  const actions = (
    <>
      <Close />
      {view.outcome !== 'delivered' && (
        <Button onClick={open}>
          {words.approval.history}
        </Button>
      )}
    </>
  )
  return (
    <Sheet centred host={null} title={titleOf(view)} actions={actions}>
      <p class={`outcome outcome-${view.outcome}`} role="status">
        {view.sentence}
      </p>
      {more !== null && <p role="status">{more}</p>}
    </Sheet>
  )
}

export function Gone() {
  return (
    <Sheet centred host={null} title={words.name} actions={<Close />}>
      <p>{words.approval.gone}</p>
    </Sheet>
  )
}

export function NotNow({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button onClick={onPress}>
      {words.approval.notNow}
    </Button>
  )
}

function Close() {
  return (
    <Button onClick={() => window.close()}>
      {words.approval.close}
    </Button>
  )
}
