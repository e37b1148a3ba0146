import type { Output } from '../../messaging/contract'
import { Button } from '../shared/button'
import { openDashboard } from '../shared/pages'
import type { View } from '../shared/use-view'
import { en as words } from '../words/en'

/** A quiet line where a request for money back waits for the reader. What cannot be read is no news. */
export function WaitingDisputes({ disputes }: { readonly disputes: View<Output<'disputes.list'>> }) {
  const waiting = disputes.state === 'ready' ? disputes.value.filter(({ waitsForReader }) => waitsForReader) : []
  const [first] = waiting
  if (first === undefined) return null
  const place = waiting.length === 1 ? `/disputes/${first.id}` : '/disputes'
  return (
    <p class="popup-disputes small">
      {words.popup.disputes(waiting.length)}{' '}
      <Button look="link" onClick={() => void openDashboard(place).then(() => window.close())}>
        {words.popup.openDisputes}
      </Button>
    </p>
  )
}
