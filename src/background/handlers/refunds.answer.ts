import type { AppHandler } from './handler'

export const refundsAnswer: AppHandler<'refunds.answer'> = async (input, app) => app.refunds.answer(input)
