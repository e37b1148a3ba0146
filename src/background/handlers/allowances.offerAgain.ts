import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const allowancesOfferAgain: AppHandler<'allowances.offerAgain'> = async (_input, app) => {
  if (!(await app.allowances.offerAgain())) return locked()
  app.changed('allowances')
  return ok([])
}
