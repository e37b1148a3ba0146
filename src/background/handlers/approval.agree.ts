import type { AppHandler } from './handler'

export const approvalAgree: AppHandler<'approval.agree'> = ({ approval, message, checked, fine, note }, app) =>
  app.desk.agree(approval, message, { checked: checked === true, fine: fine === true, note: note ?? '' })
