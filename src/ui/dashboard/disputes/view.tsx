import type { PageProps } from '../page'
import { DisputeDetail } from './detail'
import { DisputeList } from './list'
import { NewDispute } from './new'
import { newPlace, readStep } from './steps'

/** All that was asked back, one of it, or the questions that lead there. */
export function Disputes({ detail, query }: PageProps) {
  if (detail === newPlace) {
    const step = readStep(query)
    return <NewDispute key={step.payment ?? ''} step={step} />
  }
  return detail === null ? <DisputeList /> : <DisputeDetail key={detail} id={detail} />
}
