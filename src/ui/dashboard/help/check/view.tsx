import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../../shared/button'
import { Field } from '../../../shared/field'
import { Fault, Notice, Progress } from '../../../shared/status'
import { Page } from '../../page'
import { hrefOf } from '../../route'
import { words as help } from '../words'
import { Found } from './found'
import { askToRead, look, type Looked } from './look'
import { words } from './words'

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking'; readonly at: string }
  | { readonly kind: 'failed'; readonly sentence: string }
  | ({ readonly kind: 'looked'; readonly url: string } & Looked)

/** For those who sell: looks at a page of theirs, and says what to mend. Needs no open wallet. */
export function SellingCheck() {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const begin = (url: string, sites: readonly string[]) => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    const unlessStopped = (next: State) => {
      if (!stop.signal.aborted) setState(next)
    }
    setState({ kind: 'looking', at: url })
    void askToRead([url, ...sites]).then(async (may) => {
      if (!may) {
        unlessStopped({ kind: 'failed', sentence: words.declined })
        return
      }
      const looked = await look(url, stop.signal, (at) => unlessStopped({ kind: 'looking', at })).catch((fault: unknown) => (fault instanceof Error ? fault.message : words.failed))
      unlessStopped(typeof looked === 'string' ? { kind: 'failed', sentence: looked } : { kind: 'looked', url, ...looked })
    })
  }
  const stop = () => {
    running.current?.abort()
    setState({ kind: 'idle' })
  }
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const url = addressIn(typed)
    setWrong(url === null)
    if (url !== null) begin(url, [])
  }
  return (
    <Page title={words.title}>
      <p>
        <a href={hrefOf('help')}>{help.all}</a>
      </p>
      <div class="stack" lang="en" dir="ltr">
        <p>{words.text}</p>
        <form class="stack" onSubmit={submit}>
          <Field label={words.label} type="url" value={typed} onInput={setTyped} hint={words.hint} error={wrong ? words.invalid : null} maxLength={2000} />
          <div class="row">
            <Button type="submit" look="primary">
              {state.kind === 'looked' ? words.again : words.start}
            </Button>
            {state.kind === 'looking' && <Button onClick={stop}>{words.stop}</Button>}
          </div>
        </form>
        <Outcome state={state} onOpen={begin} />
      </div>
    </Page>
  )
}

function Outcome({ state, onOpen }: { readonly state: State; readonly onOpen: (url: string, sites: readonly string[]) => void }) {
  switch (state.kind) {
    case 'idle':
      return null
    case 'looking':
      return <Progress soFar={state.at}>{words.looking}</Progress>
    case 'failed':
      return <Fault sentence={state.sentence} />
    case 'looked':
      return (
        <>
          {state.closed.length > 0 && (
            <Notice level="note">
              {words.closed(state.closed.join(', '))} <Button onClick={() => onOpen(state.url, state.closed)}>{words.open}</Button>
            </Notice>
          )}
          <Found findings={state.findings} />
        </>
      )
  }
}

/** What was typed, as an address without a place in the page; null where it is none. */
function addressIn(typed: string): string | null {
  const text = typed.trim()
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url.href : null
}
