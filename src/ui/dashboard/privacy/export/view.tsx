import { Notice } from '../../../shared/status'
import { Page } from '../../page'
import { hrefOf } from '../../route'
import { SaveDocument, SaveReceipts, SaveTable } from './save'
import { TakeIn } from './take-in'
import { useExport } from './use-export'
import { words } from './words'

/** Payments leave in files that anybody can read, and come back from one's own. */
export function Export() {
  const exporting = useExport()
  return (
    <Page title={words.title}>
      <p>
        <a href={hrefOf('privacy')}>{words.back}</a>
      </p>
      <p>{words.intro}</p>
      <Notice level="note">
        {words.open} <a href={hrefOf('security')}>{words.security}</a>.
      </Notice>
      <SaveTable exporting={exporting} />
      <SaveReceipts exporting={exporting} />
      <SaveDocument exporting={exporting} />
      <TakeIn />
      {exporting.dialog}
    </Page>
  )
}
