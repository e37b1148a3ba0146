import { Notice } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { words } from '../policy/news-words'
import { hrefOf } from '../route'

/** That the rules have changed, or that a change waits for the reader. What cannot be read is no news. */
export function RulesNews() {
  const view = useView('policy.read', { seen: false }, ['policy'])
  if (view.state !== 'ready' || (view.value.waiting === null && view.value.unseen === 0)) return null
  return (
    <Notice level="note">
      {view.value.waiting === null ? words.notice.changed(view.value.unseen) : words.notice.waiting} <a href={hrefOf('policy')}>{words.notice.see}</a>
    </Notice>
  )
}
