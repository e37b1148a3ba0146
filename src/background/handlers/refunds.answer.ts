import type { AppHandler } from './handler'

export const refundsAnswer: AppHandler<'refunds.answer'> = async (input, app) => {
  const answered = await app.refunds.answer(input)
  if (answered.ok) await app.chores.looked(input.payment, answered.value.candidates)
  return answered
}
