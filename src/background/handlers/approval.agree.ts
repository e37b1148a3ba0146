import type { AppHandler } from './handler'

export const approvalAgree: AppHandler<'approval.agree'> = ({ approval, message }, app) => app.desk.agree(approval, message)
