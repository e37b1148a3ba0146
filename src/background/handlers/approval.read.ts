import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const approvalRead: AppHandler<'approval.read'> = async ({ approval }, app) => ok(await app.desk.view(approval))
