import type { AppHandler } from './handler'

export const refundsLook: AppHandler<'refunds.look'> = async (input, app) => app.refunds.look(input.payment)
