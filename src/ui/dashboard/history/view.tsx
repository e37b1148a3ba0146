import { Waiting } from '../../shared/status'
import { Page, type PageProps } from '../page'
import { words } from '../words'
import { PaymentDetail } from './detail'
import { PaymentList } from './list'
import { Statement } from './statement'
import { statementYear } from './statement-year'
import { useWanted } from './use-wanted'

/** All payments, one of them, or the statement of a year. */
export function History({ detail, query }: PageProps) {
  const isWanted = useWanted(query)
  const year = detail === null ? null : statementYear(detail)
  if (year !== null) return <Statement key={year} year={year} />
  if (detail !== null) return <PaymentDetail key={detail} id={detail} query={query} />
  return (
    <Page title={words.history.title} wide>
      {isWanted ? <Waiting /> : <PaymentList query={query} />}
    </Page>
  )
}
