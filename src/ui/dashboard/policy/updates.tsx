import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { PolicyView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeDay, writeMoment } from '../../shared/dates'
import { Field } from '../../shared/field'
import { Fault, Notice, Waiting } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { words } from './words'

interface UpdatesProps {
  readonly view: PolicyView
  readonly onChanged: () => void
}

const text = words.updates

/** Where new rules come from. Nobody is asked before the reader has named somebody. */
export function Updates({ view, onChanged }: UpdatesProps) {
  const { updates, policy, feeds, faults } = view
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {policy?.old === true && <Notice level="care">{text.old(writeDay(policy.until))}</Notice>}
      {updates === 'on' && feeds?.old === true && <Notice level="care">{text.listOld}</Notice>}
      {updates === 'on' && faults.map((sentence) => <Notice key={sentence} level="care">{sentence}</Notice>)}
      {updates === 'never' && <p>{text.never}</p>}
      {updates === 'off' && <p>{text.off}</p>}
      {updates === 'on' && <Looking view={view} onChanged={onChanged} />}
      {updates !== 'never' && <p class="small quiet">{text.learns}</p>}
      {updates === 'off' && <Mirror onChanged={onChanged} />}
    </section>
  )
}

function Looking({ view: { host, lookedAt, reachedAt, policy, feeds }, onChanged }: UpdatesProps) {
  const look = useTask('policy.look')
  const change = useTask('settings.change')
  const said = [
    ...(lookedAt === null ? [] : [text.lookedAt(writeMoment(lookedAt))]),
    ...(reachedAt === null ? [text.nobody] : reachedAt === lookedAt ? [] : [text.reachedAt(writeMoment(reachedAt))]),
    ...(policy === null || policy.old ? [] : [text.holds(policy.seq, writeDay(policy.until))]),
    ...(feeds === null || feeds.old || feeds.ratesOf === null ? [] : [text.rates(writeDay(Date.parse(`${feeds.ratesOf}T12:00Z`)))]),
  ]
  const sentence = look.sentence ?? change.sentence
  return (
    <>
      <p>
        <bdi>{text.on(host ?? '')}</bdi> {said.join(' ')}
      </p>
      <div class="row">
        <Button off={look.working} onClick={() => look.run({}, onChanged)}>
          {text.now}
        </Button>
        <Button look="link" off={change.working} onClick={() => change.run({ policyHost: null }, onChanged)}>
          {text.stop}
        </Button>
        {look.working && <Waiting>{text.looking}</Waiting>}
      </div>
      <Fault sentence={sentence} />
    </>
  )
}

function Mirror({ onChanged }: Pick<UpdatesProps, 'onChanged'>) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const change = useTask('settings.change')
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const policyHost = typed.trim()
    const isAddress = URL.canParse(policyHost) && /^https?:$/.test(new URL(policyHost).protocol)
    setWrong(!isAddress)
    if (isAddress) change.run({ policyHost }, onChanged)
  }
  return (
    <form class="stack" onSubmit={submit}>
      <Field label={text.label} value={typed} onInput={setTyped} hint={text.hint} error={wrong ? text.invalid : change.sentence} maxLength={300} />
      <div class="row">
        <Button type="submit" off={change.working}>
          {text.begin}
        </Button>
      </div>
    </form>
  )
}
