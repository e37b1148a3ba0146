import { en as words } from '../words/en'
import { Button } from './button'
import { openOnboarding, restorePlace } from './pages'

/** What it means that the wallet here can no longer be read: the money first. */
export function DamagedText() {
  return (
    <>
      <p>{words.damaged.money}</p>
      <p class="quiet">{words.damaged.history}</p>
    </>
  )
}

/** Leads to where the twelve words are typed. */
export function BringBack({ onOpened }: { readonly onOpened?: () => void }) {
  return (
    <Button look="primary" wide onClick={() => void openOnboarding(restorePlace).then(onOpened)}>
      {words.damaged.action}
    </Button>
  )
}
