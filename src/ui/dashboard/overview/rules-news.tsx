import type { PolicyView } from '../../../messaging/views'
import { Notice } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { words } from '../policy/news-words'
import { hrefOf } from '../route'

/** That the rules have changed, that a change waits for the reader, or what a month has brought: one of them. What cannot be read is no news. */
export function RulesNews() {
  const view = useView('policy.read', { seen: false }, ['policy'])
  const sentence = view.state === 'ready' ? newsOf(view.value) : null
  if (sentence === null) return null
  return (
    <Notice level="note">
      {sentence} <a href={hrefOf('policy')}>{words.notice.see}</a>
    </Notice>
  )
}

function newsOf({ waiting, unseen, digest }: PolicyView): string | null {
  if (waiting !== null) return words.notice.waiting
  if (unseen > 0) return words.notice.changed(unseen)
  return digest?.seen === false ? words.notice.month : null
}
