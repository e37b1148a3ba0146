import { useEffect, useReducer } from 'preact/hooks'
import { openDashboard } from '../shared/pages'
import { Failed, Waiting } from '../shared/status'
import { useTask } from '../shared/use-task'
import { useView } from '../shared/use-view'
import { Access } from './access'
import { Done } from './done'
import { Exists } from './exists'
import { PasswordStep } from './password-step'
import { Restore } from './restore'
import { Shell } from './shell'
import { firstStep, next, previous, stepNumber, wouldLoseWords, type Onboarding as State, type OnboardingEvent } from './state'
import { Welcome } from './welcome'
import { WordsAsked } from './words-asked'
import { WordsShown } from './words-shown'

/** From the first look to a purse with an address, in five steps. With a wallet there already, it only says so. */
export function Onboarding() {
  // Asked once: the wallet that these steps make must not turn them into "you have a wallet already".
  const wallet = useView('wallet.read', {}, [])
  if (wallet.state === 'ready') {
    return wallet.value.state === 'none' ? <Steps /> : <Shell step={null}><Exists backedUp={wallet.value.backedUp} /></Shell>
  }
  return <Shell step={null}>{wallet.state === 'failed' ? <Failed sentence={wallet.sentence} onRetry={wallet.reload} /> : <Waiting />}</Shell>
}

function Steps() {
  const [at, dispatch] = useReducer(next, firstStep)
  useEffect(() => {
    if (!wouldLoseWords(at)) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [at])
  const back = previous(at) === null ? null : () => dispatch({ type: 'back' })
  return (
    <Shell step={stepNumber(at)} onBack={back}>
      <CurrentStep key={at.step} at={at} dispatch={dispatch} />
    </Shell>
  )
}

interface CurrentStepProps {
  readonly at: State
  readonly dispatch: (event: OnboardingEvent) => void
}

function CurrentStep({ at, dispatch }: CurrentStepProps) {
  const create = useTask('wallet.create')
  switch (at.step) {
    case 'welcome':
      return <Welcome onStart={(path) => dispatch({ type: 'started', path })} />
    case 'password': {
      const choose = (password: string) => {
        if (at.path === 'restore') dispatch({ type: 'password-chosen', password })
        else create.run({ password }, ({ words }) => dispatch({ type: 'created', words }))
      }
      return <PasswordStep chosen={at.password} working={create.working} sentence={create.sentence} onChoose={choose} />
    }
    case 'restore':
      return <Restore password={at.password} onRestored={() => dispatch({ type: 'restored' })} />
    case 'words':
      return <WordsShown words={at.words} onWritten={() => dispatch({ type: 'written-down' })} />
    case 'asked':
      return <WordsAsked words={at.words} onAnswered={() => dispatch({ type: 'answered' })} />
    case 'access':
      return <Access onChosen={() => dispatch({ type: 'access-chosen' })} />
    case 'done':
      return <Done onOpen={() => void openDashboard()} />
  }
}
