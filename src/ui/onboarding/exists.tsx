import { Button } from '../shared/button'
import { openDashboard } from '../shared/pages'
import { Notice } from '../shared/status'
import { Step } from './step'
import { words } from './words'

/** This page again, with a wallet in place. */
export function Exists({ backedUp }: { readonly backedUp: boolean }) {
  const { title, text, open, notBackedUp } = words.exists
  return (
    <Step title={title} text={text}>
      {!backedUp && <Notice level="care">{notBackedUp}</Notice>}
      <div class="actions">
        <Button look="primary" onClick={() => void openDashboard()}>
          {open}
        </Button>
      </div>
    </Step>
  )
}
