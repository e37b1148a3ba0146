import { useEffect, useReducer } from 'preact/hooks'
import { openDashboard, restorePlace } from '../shared/pages'
import { Failed, Waiting } from '../shared/status'
import { useTask } from '../shared/use-task'
import { useView } from '../shared/use-view'
import { Access } from './access'
import { Backup } from './backup'
import { Damaged } from './damaged'
import { Done } from './done'
import { Exists } from './exists'
import { PasswordStep } from './password-step'
import { Rehearsal } from './rehearsal'
import { Restore } from './restore'
import { Shell } from './shell'
import { firstStep, next, previous, stepPlace, wouldLoseWords, type Onboarding as State, type OnboardingEvent } from './state'
import { Welcome } from './welcome'
import { WordsAsked } from './words-asked'
import { WordsShown } from './words-shown'

/** Whoever comes for their words begins with these. @param hash the part of this page's address from '#' */
const beginning = (hash: string): State => (hash === `#${restorePlace}` ? next(firstStep, { type: 'started', path: 'restore' }) : firstStep)

/**
 * From the first look to a purse with an address, in five steps at most. With a wallet there already, it only says so; one
 * that can no longer be read is brought back here.
 */
export function Onboarding() {
  // Asked once: the wallet that these steps make must not turn them into "you have a wallet already".
  const wallet = useView('wallet.read', {}, [])
  if (wallet.state === 'ready') {
    const { state, backedUp } = wallet.value
    if (state === 'none' || state === 'damaged') return <Steps damaged={state === 'damaged'} />
    return <Shell place={null}><Exists backedUp={backedUp} /></Shell>
  }
  return <Shell place={null}>{wallet.state === 'failed' ? <Failed sentence={wallet.sentence} onRetry={wallet.reload} /> : <Waiting />}</Shell>
}

function Steps({ damaged }: { readonly damaged: boolean }) {
  const [at, dispatch] = useReducer(next, location.hash, beginning)
  useEffect(() => {
    if (!wouldLoseWords(at)) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [at])
  const back = previous(at) === null ? null : () => dispatch({ type: 'back' })
  return (
    <Shell place={stepPlace(at)} onBack={back}>
      <CurrentStep key={at.step} at={at} damaged={damaged} dispatch={dispatch} />
    </Shell>
  )
}

interface CurrentStepProps {
  readonly at: State
  readonly damaged: boolean
  readonly dispatch: (event: OnboardingEvent) => void
}

function CurrentStep({ at, damaged, dispatch }: CurrentStepProps) {
  const create = useTask('wallet.create')
  switch (at.step) {
    case 'welcome': {
      const First = damaged ? Damaged : Welcome
      return <First onStart={(path) => dispatch({ type: 'started', path })} />
    }
    case 'password': {
      const choose = (password: string) => {
        if (at.path === 'restore') dispatch({ type: 'password-chosen', password })
        else create.run({ password }, ({ words }) => dispatch({ type: 'created', words }))
      }
      return <PasswordStep path={at.path} chosen={at.password} working={create.working} sentence={create.sentence} onChoose={choose} />
    }
    case 'restore':
      return <Restore password={at.password} onRestored={() => dispatch({ type: 'restored' })} />
    case 'backup':
      return <Backup onBroughtBack={(madeAt) => dispatch({ type: 'brought-back', madeAt })} />
    case 'words':
      return <WordsShown words={at.words} onWritten={() => dispatch({ type: 'written-down' })} onLater={() => dispatch({ type: 'postponed' })} />
    case 'asked':
      return <WordsAsked words={at.words} onAnswered={() => dispatch({ type: 'answered' })} />
    case 'access':
      return <Access madeAt={at.madeAt} onChosen={() => dispatch({ type: 'access-chosen' })} />
    case 'try':
      return <Rehearsal onDone={() => dispatch({ type: 'tried' })} />
    case 'done':
      return <Done onOpen={() => void openDashboard()} />
  }
}
