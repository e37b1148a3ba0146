import { useEffect, useId, useState } from 'preact/hooks'
import type { Settings } from '../../../messaging/views'
import { chooseAccess, isEverySiteAllowed, type AccessOutcome } from '../../shared/choose-access'
import { Notice } from '../../shared/status'
import { words } from '../words'

interface AccessChoiceProps {
  readonly access: Settings['access']
  /** What the worker last told: a new one may mean that the browser allows something else now. */
  readonly kept: Settings
  readonly onKept: () => void
}

const choices = ['everywhere', 'on-click'] as const

/** Where to look for prices. The browser has the last word: its permission can be missing whatever the setting says. */
export function AccessChoice({ access, kept, onKept }: AccessChoiceProps) {
  const [allowed, setAllowed] = useState(true)
  const [outcome, setOutcome] = useState<AccessOutcome | null>(null)
  /** What was pressed, shown until the worker has kept it or the browser has refused it. */
  const [pressed, setPressed] = useState<Settings['access'] | null>(null)
  const name = useId()
  useEffect(() => void isEverySiteAllowed().then(setAllowed), [access, outcome, kept])
  useEffect(() => setPressed(null), [access])
  const choose = (value: Settings['access']) => {
    setPressed(value)
    void chooseAccess(value).then((reached) => {
      setOutcome(reached)
      if (reached.kind === 'chosen') onKept()
      else setPressed(null)
    })
  }
  return (
    <fieldset class="choices">
      <legend>{words.settings.access}</legend>
      {choices.map((value) => (
        <div key={value} class="check">
          {/* A press on the chosen one counts too: it asks the browser again. */}
          <input
            id={`${name}-${value}`}
            type="radio"
            name={name}
            checked={(pressed ?? access) === value}
            aria-describedby={`${name}-${value}-text`}
            onClick={() => choose(value)}
          />
          <label for={`${name}-${value}`}>{words.settings.accesses[value].label}</label>
          <p id={`${name}-${value}-text`} class="small quiet">
            {words.settings.accesses[value].text}
          </p>
        </div>
      ))}
      <div role="status">
        {outcome?.kind === 'declined' && <Notice level="note">{words.settings.declined}</Notice>}
        {outcome?.kind === 'failed' && <Notice level="stop">{outcome.sentence}</Notice>}
        {access === 'everywhere' && !allowed && <Notice level="care">{words.settings.missing}</Notice>}
      </div>
    </fieldset>
  )
}
