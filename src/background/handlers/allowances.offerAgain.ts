import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const allowancesOfferAgain: AppHandler<'allowances.offerAgain'> = async (_input, app) => {
  if (!(await app.allowances.offerAgain())) return err({ code: 'locked', sentence: words.locked })
  app.changed('allowances')
  return ok([])
}
