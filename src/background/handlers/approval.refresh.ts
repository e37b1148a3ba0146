import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const approvalRefresh: AppHandler<'approval.refresh'> = async ({ approval, other, amount }, app) => {
  if (amount !== undefined) return ok(await app.desk.ownAmount(approval, amount))
  return ok(await app.desk.refresh(approval, other ?? null))
}
