import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const approvalDecline: AppHandler<'approval.decline'> = async ({ approval }, app) => {
  await app.desk.decline(approval)
  return ok(null)
}
