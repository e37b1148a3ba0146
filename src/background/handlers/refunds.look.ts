import type { AppHandler } from './handler'

export const refundsLook: AppHandler<'refunds.look'> = async ({ payment }, app) => {
  const looked = await app.refunds.look(payment)
  if (looked.ok) await app.chores.looked(payment, looked.value.candidates)
  return looked
}
