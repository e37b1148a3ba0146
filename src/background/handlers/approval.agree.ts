import type { AppHandler } from './handler'

export const approvalAgree: AppHandler<'approval.agree'> = ({ approval, message, checked }, app) => app.desk.agree(approval, message, checked === true)
