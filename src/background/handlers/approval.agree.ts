import type { AppHandler } from './handler'

export const approvalAgree: AppHandler<'approval.agree'> = ({ approval, message, checked, note }, app) =>
  app.desk.agree(approval, message, { checked: checked === true, note: note ?? '' })
