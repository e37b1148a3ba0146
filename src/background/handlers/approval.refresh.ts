import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const approvalRefresh: AppHandler<'approval.refresh'> = async ({ approval, other }, app) => ok(await app.desk.refresh(approval, other ?? null))
