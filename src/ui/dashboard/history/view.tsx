import { Page, type PageProps } from '../page'
import { words } from '../words'
import { PaymentDetail } from './detail'
import { PaymentList } from './list'

/** All payments, or one of them. */
export function History({ detail }: PageProps) {
  if (detail !== null) return <PaymentDetail key={detail} id={detail} />
  return (
    <Page title={words.history.title}>
      <PaymentList />
    </Page>
  )
}
